import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { toCsvLine } from "@/lib/core/csv";
import { listRefusedCodes } from "./pool-queries";

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
