import { problemResponse } from "@/lib/api/problem";
import { newRequestId } from "@/lib/auth/context";
import { merchantContext } from "@/lib/auth/session";
import { streamProgram } from "@/lib/live";

export const dynamic = "force-dynamic";

/** The portal's live feed, for the signed-in user of the program. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ program: string }> },
): Promise<Response> {
  try {
    const ctx = await merchantContext((await params).program);
    return streamProgram(ctx, request);
  } catch (error) {
    return problemResponse(error, newRequestId(), new URL(request.url).pathname);
  }
}
