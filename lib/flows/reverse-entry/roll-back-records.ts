import {
  addCampaignTotals,
  BudgetBook,
  type BudgetKey,
  budgetName,
  lockBudgets,
  writeBudgets,
} from "@/lib/campaigns";
import type { Tx } from "@/lib/db";
import {
  type Cap,
  type CapRow,
  type LockedLane,
  loadCaps,
  writeCaps,
  writeReturnedLines,
} from "@/lib/wallet";
import type { Undone } from "./undo-entry";

type Lane = Pick<LockedLane, "programId" | "lane">;

/** What a limit counts less. */
type LimitBack = Cap & { campaignId: string };

/** Brings what is kept beside the ledger along: limits, campaigns' totals, and what came back of a purchase. */
export async function rollBackRecords(
  tx: Tx,
  { programId, lane }: Lane,
  memberId: string,
  { takenBack, returnedLines }: Undone,
): Promise<void> {
  const backs = takenBack.flatMap(({ campaignId, caps = [] }) => caps.map((cap) => ({ campaignId, ...cap })));
  await rollBackCaps(
    tx,
    programId,
    memberId,
    backs.filter(({ per }) => per !== "campaign"),
  );
  await rollBackBudgets(
    tx,
    { programId, lane },
    backs.filter(({ per }) => per === "campaign"),
  );
  await writeReturnedLines(tx, programId, returnedLines);
  const totals = takenBack.map(({ campaignId, points }) => ({ campaignId, points: -points, awards: 0 }));
  await addCampaignTotals(tx, { programId, lane }, totals);
}

async function rollBackCaps(
  tx: Tx,
  programId: string,
  memberId: string,
  backs: readonly LimitBack[],
): Promise<void> {
  const known = await loadCaps(
    tx,
    programId,
    backs.map(({ windowStart }) => ({ memberId, windowStart })),
  );
  const rows = backs.map(({ campaignId, limitNo, windowStart, used: back }): CapRow => {
    const before = known.find(
      (row) => row.campaignId === campaignId && row.limitNo === limitNo && row.windowStart === windowStart,
    );
    return { campaignId, limitNo, memberId, windowStart, used: Math.max(0, (before?.used ?? 0) - back) };
  });
  await writeCaps(tx, programId, rows);
}

/** Takes budgets whole, so that what comes back is there for everybody at once. */
async function rollBackBudgets(tx: Tx, lane: Lane, backs: readonly LimitBack[]): Promise<void> {
  if (backs.length === 0) return;
  const keys = backs.map(
    ({ campaignId, limitNo, windowStart }): BudgetKey => ({ campaignId, limitNo, windowStart }),
  );
  const rows = await lockBudgets(tx, lane, keys, () => true);
  const whole = new Set(keys.map(budgetName));
  const book = new BudgetBook({ lane: lane.lane, rows, whole, amounts: new Map() });
  for (const [index, key] of keys.entries()) book.change(key, -(backs[index]?.used ?? 0));
  await writeBudgets(tx, lane.programId, book.close());
}
