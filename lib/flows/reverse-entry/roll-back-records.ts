import { addCampaignTotals } from "@/lib/campaigns";
import type { Tx } from "@/lib/db";
import { addHistory, HistoryBook, keptCounters } from "@/lib/history";
import { type CapRow, type LockedLane, loadCaps, writeCaps, writeReturnedLines } from "@/lib/wallet";
import type { Earning } from "./sql";
import type { Undone } from "./undo-entry";

/**
 * Brings what is kept beside the ledger along: members' caps and history, campaigns' totals, and what came back of a
 * purchase.
 */
export async function rollBackRecords(
  tx: Tx,
  locked: Pick<LockedLane, "programId" | "lane" | "timeZone" | "counters">,
  memberId: string,
  earning: Earning,
  { taken, returnedLines }: Undone,
): Promise<void> {
  const { programId, lane } = locked;
  const { outcome } = earning;
  const changes = outcome.awards.flatMap(({ campaignId, caps }) =>
    caps.map(({ limitNo, windowStart }) => ({
      key: { campaignId, limitNo, memberId, windowStart },
      points: taken.get(campaignId) ?? 0,
    })),
  );
  const known = await loadCaps(
    tx,
    programId,
    changes.map(({ key }) => key),
  );
  const caps = changes.map(({ key, points }): CapRow => {
    const used = known.find(
      ({ campaignId, limitNo, windowStart }) =>
        campaignId === key.campaignId && limitNo === key.limitNo && windowStart === key.windowStart,
    )?.used;
    return { ...key, used: Math.max(0, (used ?? 0) - points) };
  });
  await writeCaps(tx, programId, caps);
  await writeReturnedLines(tx, programId, returnedLines);
  await rollBackHistory(tx, locked, memberId, earning, returnedLines);
  const totals = [...taken].map(([campaignId, points]) => ({ campaignId, points: -points, awards: 0 }));
  await addCampaignTotals(tx, { programId, lane }, totals);
}

/** What came back does not count as done; what is no longer returned does again. */
async function rollBackHistory(
  tx: Tx,
  locked: Pick<LockedLane, "programId" | "timeZone" | "counters">,
  memberId: string,
  { type, occurredAt, payload, returned }: Earning,
  returnedLines: Undone["returnedLines"],
): Promise<void> {
  if (payload.type !== "purchase" && payload.type !== "custom") return;
  const before = new Map([...returned].map(([line, { quantityMilli }]) => [line, quantityMilli]));
  const after = new Map(before);
  for (const { line, quantityMilli } of returnedLines) after.set(line, quantityMilli);
  const book = new HistoryBook({ kept: await keptCounters(tx, locked), rows: [] });
  book.countReturn(memberId, { type, occurredAt, payload }, before, after);
  await addHistory(tx, locked.programId, book.changes());
}
