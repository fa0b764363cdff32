import { BudgetBook, type CampaignTotal } from "@/lib/campaigns";
import { present } from "@/lib/core/assert";
import type { Arrival, ClaimedEvent } from "@/lib/events";
import {
  type Cap,
  type CapKey,
  type CapRow,
  type DecisionOutcome,
  type DecisionRow,
  movesBenefits,
  type PostedItem,
  type ReturnedLineRow,
} from "@/lib/wallet";
import type { PostedSum } from "./event-posting";
import { capKey, type SlicePlan, type SliceState } from "./slice-state";

/** What a slice keeps beside the ledger: counters, budgets, returned lines, statement lines and announcements. */
export class SliceRecords {
  readonly budgets: BudgetBook;
  readonly #caps: Map<string, CapRow>;
  readonly #changedCaps = new Set<string>();
  readonly #returnedLines = new Map<string, ReturnedLineRow>();
  readonly #campaignTotals = new Map<string, CampaignTotal>();
  readonly #decisions: DecisionRow[] = [];
  readonly #announcements: PostedItem[] = [];
  readonly #sentBack: Arrival[] = [];

  constructor(state: SliceState) {
    this.budgets = new BudgetBook(state.budgets);
    this.#caps = new Map(state.caps.map((row) => [capKey(row), { ...row }]));
  }

  /** How much of a cap is used as of the events posted so far. */
  capUse(key: CapKey): number {
    return this.#caps.get(capKey(key))?.used ?? 0;
  }

  /** Moves what a limit counts: of the member, or of the budget that all share. */
  changeLimit(campaignId: string, memberId: string, { per, limitNo, windowStart, used }: Cap): void {
    if (per === "campaign") this.budgets.change({ campaignId, limitNo, windowStart }, used);
    else this.#changeCap({ campaignId, limitNo, memberId, windowStart }, used);
  }

  #changeCap(key: CapKey, delta: number): void {
    const name = capKey(key);
    const row = this.#caps.get(name) ?? { ...key, used: 0 };
    row.used = Math.max(0, row.used + delta);
    this.#caps.set(name, row);
    this.#changedCaps.add(name);
  }

  /** Adds to what a campaign gave in the slice. */
  count(campaignId: string, points: number, awards: number): void {
    const total = this.#campaignTotals.get(campaignId) ?? { campaignId, points: 0, awards: 0 };
    total.points += points;
    total.awards += awards;
    this.#campaignTotals.set(campaignId, total);
  }

  setReturnedLine(row: ReturnedLineRow): void {
    this.#returnedLines.set(`${row.eventId} ${row.line}`, row);
  }

  sendBack(arrival: Arrival): void {
    this.#sentBack.push(arrival);
  }

  /**
   * Keeps what an event led to, and announces it where it moved points.
   * @param stored how the outcome is kept, as JSON
   */
  record(
    event: ClaimedEvent,
    outcome: DecisionOutcome,
    points: number,
    posted: PostedSum,
    stored = JSON.stringify(outcome),
  ): void {
    const { eventId: causeId, memberId, occurredAt } = event;
    this.#decisions.push({
      causeId,
      memberId,
      kind: outcome.subject.type,
      points,
      posted,
      outcome: stored,
      occurredAt,
    });
    const { delta, balanceAfter: balance } = posted;
    const benefits = movesBenefits(outcome);
    if (delta === 0 && !benefits) return;
    this.#announcements.push({ memberId, causeId, delta, balance, ...(benefits && { benefits }) });
  }

  close(): Omit<SlicePlan, "benefits" | "deadLetters" | "history" | "ledger"> {
    return {
      budgets: this.budgets.close(),
      unsettled: this.budgets.unsettled(),
      decisions: this.#decisions,
      caps: [...this.#changedCaps].map((name) => present(this.#caps.get(name), "a changed cap is kept")),
      returnedLines: [...this.#returnedLines.values()],
      campaignTotals: [...this.#campaignTotals.values()],
      announcements: this.#announcements,
      sentBack: this.#sentBack,
    };
  }
}
