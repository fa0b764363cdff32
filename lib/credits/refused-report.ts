import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { toCsvLine } from "@/lib/core/csv";
import { listRefused } from "./queries";

const PAGE_ROWS = 1_000;

/** The refused lines of a file of credits as CSV text, page by page: it is never whole in memory. */
export async function* refusedReport(ctx: Ctx, jobId: string): AsyncGenerator<string> {
  let cursor: string | undefined;
  yield toCsvLine(["line", "code", "reason", "content"]);
  do {
    const page = await listRefused(ctx, jobId, { cursor, limit: PAGE_ROWS });
    yield page.items
      .map(({ line, code, reason, content }) => toCsvLine([String(line), code, reason, content]))
      .join("");
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}
