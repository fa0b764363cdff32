import type { Tx } from "@/lib/db";
import { addHistory, HistoryBook, keptCounters } from "@/lib/history";
import type { LockedLane } from "@/lib/wallet";
import type { Earning } from "./sql";
import type { Undone } from "./undo-entry";

/** Brings along what the member has done: what came back does not count, and what is no longer returned does again. */
export async function rollBackHistory(
  tx: Tx,
  locked: Pick<LockedLane, "programId" | "timeZone" | "counters" | "historyFrom">,
  memberId: string,
  { type, occurredAt, payload, returned }: Earning,
  { returnedLines }: Undone,
): Promise<void> {
  if (payload.type !== "purchase" && payload.type !== "custom") return;
  const before = new Map([...returned].map(([line, { quantityMilli }]) => [line, quantityMilli]));
  const after = new Map(before);
  for (const { line, quantityMilli } of returnedLines) after.set(line, quantityMilli);
  const book = new HistoryBook({ kept: await keptCounters(tx, locked), rows: [] });
  book.countReturn(memberId, { type, occurredAt, payload }, before, after);
  await addHistory(tx, locked.programId, book.changes());
}
