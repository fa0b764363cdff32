import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { toCsvLine } from "@/lib/core/csv";
import { listRejects } from "./queries";

const PAGE_ROWS = 1_000;

/** The report of an import as CSV text, page by page: as long as it may be, it is never whole in memory. */
export async function* rejectReport(ctx: Ctx, importId: string): AsyncGenerator<string> {
  let cursor: string | undefined;
  yield "line,basket,code,reason,content\r\n";
  do {
    const page = await listRejects(ctx, importId, { cursor, limit: PAGE_ROWS });
    yield page.items
      .map(({ line, basketId, code, reason, content }) =>
        toCsvLine([String(line), basketId ?? "", code, reason, content]),
      )
      .join("");
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}
