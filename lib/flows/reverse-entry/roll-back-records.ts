import { addCampaignTotals } from "@/lib/campaigns";
import type { Tx } from "@/lib/db";
import { type CapRow, type LockedLane, loadCaps, writeCaps, writeReturnedLines } from "@/lib/wallet";
import type { Earning } from "./sql";
import type { Undone } from "./undo-entry";

/** Brings what is kept beside the ledger along: members' caps, campaigns' totals, and what came back of a purchase. */
export async function rollBackRecords(
  tx: Tx,
  { programId, lane }: Pick<LockedLane, "programId" | "lane">,
  memberId: string,
  { outcome }: Earning,
  { taken, returnedLines }: Undone,
): Promise<void> {
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
  const totals = [...taken].map(([campaignId, points]) => ({ campaignId, points: -points, awards: 0 }));
  await addCampaignTotals(tx, { programId, lane }, totals);
}
