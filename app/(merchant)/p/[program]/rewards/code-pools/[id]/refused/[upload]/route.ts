import { Readable } from "node:stream";
import { requireMerchant } from "@/lib/auth/session";
import { AppError } from "@/lib/core/errors";
import { fromTypeId } from "@/lib/core/ids";
import { readUpload, refusedCodesReport } from "@/lib/rewards";

/** The lines of a file of codes that did not go in, as a CSV file to download, streamed. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ program: string; upload: string }> },
): Promise<Response> {
  const { program, upload } = await params;
  const { ctx } = await requireMerchant(program);
  const uploadId = fromTypeId("upl", upload);
  try {
    if (uploadId === null) return new Response("There is no such file.", { status: 404 });
    const { fileName } = await readUpload(ctx, uploadId);
    const name = `refused codes of ${fileName.replace(/\.gz$|\.(csv|txt)(\.gz)?$/i, "")}.csv`;
    const text = Readable.from(refusedCodesReport(ctx, uploadId)).map((part) => Buffer.from(part));
    return new Response(Readable.toWeb(text) as ReadableStream<Uint8Array>, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
        "cache-control": "no-store",
      },
    });
  } catch (error) {
    if (error instanceof AppError) return new Response(error.publicMessage, { status: error.status });
    throw error;
  }
}
