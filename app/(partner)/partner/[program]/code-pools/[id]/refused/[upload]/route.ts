import { requirePartner } from "@/lib/auth/session";
import { AppError } from "@/lib/core/errors";
import { fromTypeId } from "@/lib/core/ids";
import { refusedCodesFile } from "@/lib/rewards";

/** The lines of a file of codes that did not go in, as a CSV file to download, streamed. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ program: string; upload: string }> },
): Promise<Response> {
  const { program, upload } = await params;
  const { ctx } = await requirePartner(program);
  const uploadId = fromTypeId("upl", upload);
  if (uploadId === null) return new Response("There is no such file.", { status: 404 });
  try {
    return await refusedCodesFile(ctx, uploadId);
  } catch (error) {
    if (error instanceof AppError) return new Response(error.publicMessage, { status: error.status });
    throw error;
  }
}
