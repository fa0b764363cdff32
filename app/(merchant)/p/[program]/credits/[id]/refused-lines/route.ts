import { Readable } from "node:stream";
import { requireMerchant } from "@/lib/auth/session";
import { AppError } from "@/lib/core/errors";
import { fromTypeId } from "@/lib/core/ids";
import { readCredits, refusedReport } from "@/lib/credits";

/** The refused lines of a file of credits as a CSV file to download, streamed. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ program: string; id: string }> },
): Promise<Response> {
  const { program, id } = await params;
  const { ctx } = await requireMerchant(program);
  const jobId = fromTypeId("job", id);
  try {
    if (jobId === null) return new Response("There is no such file.", { status: 404 });
    const { fileName } = await readCredits(ctx, jobId);
    const name = `refused lines of ${fileName.replace(/\.gz$|\.csv(\.gz)?$/i, "")}.csv`;
    const report = Readable.toWeb(Readable.from(refusedReport(ctx, jobId)).map((text) => Buffer.from(text)));
    return new Response(report as ReadableStream<Uint8Array>, {
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
