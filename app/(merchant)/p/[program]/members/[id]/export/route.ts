import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { fromTypeId } from "@/lib/core/ids";
import { exportResponse } from "@/lib/flows/export-member";
import { exportFormat } from "@/lib/privacy/schema";

/** Everything that the program has of a member, as a file to download, streamed and noted in the audit log. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ program: string; id: string }> },
): Promise<Response> {
  const { program, id } = await params;
  const { ctx } = await requireMerchant(program);
  const memberId = fromTypeId("mem", id);
  if (memberId === null) return new Response("There is no such member.", { status: 404 });
  if (!can(ctx.actor, "members:export")) {
    return new Response("You may not export members.", { status: 403 });
  }
  const format = exportFormat.safeParse(new URL(request.url).searchParams.get("format") ?? undefined);
  if (!format.success) return new Response("The format is json or csv.", { status: 400 });
  return exportResponse(ctx, memberId, format.data, `${program}-${id}`);
}
