import { problemResponse } from "@/lib/api/problem";
import { newRequestId } from "@/lib/auth/context";
import { memberContext } from "@/lib/auth/session";
import { clubLocale } from "@/lib/i18n/request";
import { streamMember } from "@/lib/live";

export const dynamic = "force-dynamic";

/** The wallet's live updates, for the signed-in member of the program. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ program: string }> },
): Promise<Response> {
  try {
    const { program } = await params;
    const ctx = await memberContext(program);
    return streamMember(ctx, request, await clubLocale(program));
  } catch (error) {
    return problemResponse(error, newRequestId(), new URL(request.url).pathname);
  }
}
