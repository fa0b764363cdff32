import type { Occasion, ReturnEvent } from "./past";

/** Differences that are named; the rest are counted. */
const NAMED = 20;

/** Holds what a replay of the rules as they were comes to against what the ledger has. Points are spendable ones. */
export class LedgerComparison {
  compared = 0;
  different = 0;
  ledgerPoints = 0;
  replayPoints = 0;
  readonly differences: { eventId: string; ledger: number; replay: number }[] = [];

  compare({ eventId, points }: Occasion | ReturnEvent, replay: number): void {
    if (points === null) return;
    this.compared += 1;
    this.ledgerPoints += points;
    this.replayPoints += replay;
    if (points === replay) return;
    this.different += 1;
    if (this.differences.length < NAMED) this.differences.push({ eventId, ledger: points, replay });
  }
}
