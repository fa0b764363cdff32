import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { listStatements } from "./queries";
import type { StatementDto } from "./schema";

const PAGE_SIZE = 100;
const COLUMNS = [
  "month",
  "points",
  "opening",
  "earned",
  "received",
  "returned",
  "spent",
  "sent",
  "expired",
  "adjusted",
  "closing",
  "pending",
  "owed",
] as const;

/**
 * All statements of a member as lines of CSV (RFC 4180), the latest first, page by page. Members may read their own.
 * @throws Forbidden, NotFound
 */
export async function* statementCsv(ctx: Ctx, memberId: string): AsyncGenerator<string> {
  yield `${COLUMNS.join(",")}\r\n`;
  for (let cursor: string | undefined; ; ) {
    const page = await listStatements(ctx, memberId, { cursor, limit: PAGE_SIZE });
    yield page.items.map(toLine).join("");
    if (page.nextCursor === null) return;
    cursor = page.nextCursor;
  }
}

function toLine({ pointType, madeAt: _madeAt, ...statement }: StatementDto): string {
  const cells = COLUMNS.map((column) => (column === "points" ? quoted(pointType.name) : statement[column]));
  return `${cells.join(",")}\r\n`;
}

/** Names are the program's own words: they may hold commas, and must not begin like a formula of a spreadsheet. */
function quoted(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
