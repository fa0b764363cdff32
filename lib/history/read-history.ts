import type { SqlTx } from "@/lib/db";
import { keepsDay, type Lane, wholeCounters } from "./kept-counters";
import { recount } from "./recount";
import { type HistoryNeed, type KeptRow, loadHistory } from "./sql";

/**
 * What members have done, as far as it is needed. Days that are kept no longer are counted anew from the events, so that
 * an event which comes very late meets the same history as one that came in time: it only takes longer.
 */
export async function readHistory(
  tx: SqlTx,
  lane: Omit<Lane, "counters">,
  needs: readonly HistoryNeed[],
): Promise<KeptRow[]> {
  const gone = needs.filter(
    ({ counterNo, since }) => since !== null && !keepsDay(lane.historyFrom, counterNo, since),
  );
  if (gone.length === 0) return loadHistory(tx, lane.programId, needs);
  const numbers = [...new Set(gone.map(({ counterNo }) => counterNo))];
  const members = [...new Set(gone.map(({ memberId }) => memberId))];
  const counters = await wholeCounters(tx, { ...lane, historyFrom: {} }, numbers);
  const counted = await recount(tx, lane.programId, counters, members);
  const asked = new Set(gone.map(ownerOf));
  const kept = needs.filter((need) => !asked.has(ownerOf(need)));
  return [
    ...(await loadHistory(tx, lane.programId, kept)),
    ...counted.filter((row) => asked.has(ownerOf(row))),
  ];
}

function ownerOf({ memberId, counterNo }: Pick<KeptRow, "memberId" | "counterNo">): string {
  return `${memberId} ${counterNo}`;
}
