import "server-only";
import { Readable } from "node:stream";
import type { Ctx } from "@/lib/auth/context";
import { toCsvLine } from "@/lib/core/csv";
import { listRefusedCodes, readUpload } from "./pool-queries";

const PAGE_ROWS = 1_000;

/** The refused lines of a file of codes as CSV text, page by page: it is never whole in memory. */
export async function* refusedCodesReport(ctx: Ctx, uploadId: string): AsyncGenerator<string> {
  let cursor: string | undefined;
  yield toCsvLine(["line", "code", "reason"]);
  do {
    const page = await listRefusedCodes(ctx, uploadId, { cursor, limit: PAGE_ROWS });
    yield page.items.map(({ line, code, reason }) => toCsvLine([String(line), code, reason])).join("");
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

/**
 * The refused lines of a file of codes as a CSV file to download, streamed.
 * @throws Forbidden, NotFound
 */
export async function refusedCodesFile(ctx: Ctx, uploadId: string): Promise<Response> {
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
}
