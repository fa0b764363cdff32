import type { SqlTx } from "@/lib/db";
import { HistoryBook } from "./history-book";
import type { KeptCounters } from "./kept-counters";
import { type KeptRow, selectPostedEvents } from "./sql";

/** What members have done, from their posted events and from what has come back of those: what is kept has to be it. */
export async function recount(
  tx: SqlTx,
  programId: string,
  counters: KeptCounters,
  memberIds: readonly string[],
): Promise<KeptRow[]> {
  const book = new HistoryBook({ kept: counters, rows: [] });
  const events = await selectPostedEvents(tx, programId, memberIds, counters.types);
  for (const { memberId, returned, ...event } of events) {
    book.count(memberId, event, returned === null ? undefined : new Map(returned));
  }
  return book.changes();
}
