import { present } from "@/lib/core/assert";
import { decodeCursor, type Page, toPage } from "@/lib/core/cursor";
import { Invalid } from "@/lib/core/errors";
import type { Tx } from "@/lib/db";
import { isEventKind } from "./outcome";
import { readOutcomes } from "./read-outcomes";
import { listActivityRows } from "./read-sql";
import type { ActivityEntry, ActivityKind } from "./schema";
import { explain, headline, notFired, reasonInWords, type Wording } from "./wording";

/** How a statement is told to its reader. */
export type StatementReader = Omit<Wording, "counterpart"> & {
  /** How much of another member's name the reader may see. */
  nameOf: (name: string) => string;
};

/**
 * The lines of a member's or a pool's statement, the newest first, in words. It asks for no permission.
 * @throws Invalid for a foreign cursor
 */
export async function readStatement(
  tx: Tx,
  programId: string,
  partyId: string,
  { cursor, limit, kind }: { cursor?: string | undefined; limit: number; kind?: ActivityKind | undefined },
  { nameOf, ...own }: StatementReader,
): Promise<Page<ActivityEntry>> {
  const rows = await listActivityRows(tx, programId, partyId, {
    before: cursor === undefined ? null : position(cursor),
    kind: kind ?? null,
    limit: limit + 1,
  });
  const page = toPage(rows, limit, (last) => [last.entryNo.toString()]);
  const outcomes = await readOutcomes(
    { programId, tx },
    page.items.map((row) => row.outcome),
  );
  return {
    nextCursor: page.nextCursor,
    items: page.items.map((row, index) => {
      const outcome = present(outcomes[index], "one outcome for each that is stored");
      const wording = { ...own, counterpart: row.counterpart === null ? undefined : nameOf(row.counterpart) };
      return {
        causeId: row.causeId,
        type: row.kind,
        isEvent: isEventKind(row.kind),
        isReversed: row.isReversed,
        occurredAt: row.occurredAt.toISOString(),
        postedAt: row.postedAt.toISOString(),
        points: Number(row.delta),
        balanceAfter: Number(row.balanceAfter),
        reason: reasonInWords(outcome, wording),
        headline: headline(outcome, wording),
        explanation: explain(outcome, wording),
        notFired: notFired(outcome),
      };
    }),
  };
}

function position(cursor: string): bigint {
  const [entryNo] = decodeCursor(cursor);
  if (typeof entryNo === "string" && /^[1-9]\d{0,17}$/.test(entryNo)) return BigInt(entryNo);
  throw new Invalid("The cursor is not one that this list gave out.", [
    { pointer: "/cursor", code: "invalid_cursor", detail: "Use the nextCursor of the page before." },
  ]);
}
