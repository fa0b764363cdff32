import { addNumbers } from "./counts";
import type { Occasion, ReturnEvent } from "./past";
import { addRanking, type Ranking, rank } from "./ranking";

/** Differences that are named; the rest are counted. */
const NAMED = 20;
const SUMS = ["compared", "different", "ledgerPoints", "replayPoints"] as const;

/** What a replay of the rules as they were comes to, held against what the ledger has. Points are spendable ones. */
export type LedgerComparison = Record<(typeof SUMS)[number], number> & {
  differences: Ranking<{ ledger: number; replay: number }>;
};

export function openComparison(): LedgerComparison {
  return { compared: 0, different: 0, ledgerPoints: 0, replayPoints: 0, differences: [] };
}

export function compareWithLedger(
  comparison: LedgerComparison,
  { eventId, points }: Occasion | ReturnEvent,
  replay: number,
): void {
  if (points === null) return;
  comparison.compared += 1;
  comparison.ledgerPoints += points;
  comparison.replayPoints += replay;
  if (points === replay) return;
  comparison.different += 1;
  rank(comparison.differences, NAMED, { score: 0, id: eventId, entry: { ledger: points, replay } });
}

export function addComparison(to: LedgerComparison, more: LedgerComparison): void {
  addNumbers(to, more, SUMS);
  addRanking(to.differences, NAMED, more.differences);
}
