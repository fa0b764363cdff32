import { requireMember } from "@/lib/auth/session";
import { exportResponse } from "@/lib/flows/export-member";
import { exportFormat } from "@/lib/privacy/schema";

/** Everything that the club has of the member, as a file to download, streamed. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ program: string }> },
): Promise<Response> {
  const { ctx, program, memberId } = await requireMember((await params).program);
  const format = exportFormat.safeParse(new URL(request.url).searchParams.get("format") ?? undefined);
  if (!format.success) return new Response("The format is json or csv.", { status: 400 });
  return exportResponse(ctx, memberId, format.data, `${program.slug}-my-data`);
}
