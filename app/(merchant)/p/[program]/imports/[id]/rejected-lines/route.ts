import { Readable } from "node:stream";
import { requireMerchant } from "@/lib/auth/session";
import { AppError } from "@/lib/core/errors";
import { fromTypeId } from "@/lib/core/ids";
import { readImport, rejectReport } from "@/lib/imports";

/** The report of an import as a CSV file to download, streamed. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ program: string; id: string }> },
): Promise<Response> {
  const { program, id } = await params;
  const { ctx } = await requireMerchant(program);
  const importId = fromTypeId("imp", id);
  try {
    if (importId === null) return new Response("There is no such import.", { status: 404 });
    const { fileName } = await readImport(ctx, importId);
    const name = `rejected lines of ${fileName.replace(/\.gz$|\.csv(\.gz)?$/i, "")}.csv`;
    const report = Readable.toWeb(
      Readable.from(rejectReport(ctx, importId)).map((text) => Buffer.from(text)),
    );
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
