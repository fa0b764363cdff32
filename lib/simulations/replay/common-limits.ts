import type { CompiledRuleSet } from "@/lib/campaigns/engine";
import type { Day } from "@/lib/core/calendar";
import { type Cap, LimitBook } from "./limit-book";
import type { CampaignNumbers } from "./limit-counts";
import { OwnUses } from "./shared-uses";

/** The limits of several scenarios at once: what members use of a limit that all share, they use of it in each. */
export class CommonLimits extends LimitBook {
  readonly #books: readonly LimitBook[];

  constructor(numbers: CampaignNumbers, books: readonly LimitBook[]) {
    // Nothing is counted here: what all members share is shared in the books of the scenarios.
    super(numbers, new OwnUses());
    this.#books = books;
  }

  /** As much as is used in the scenario in which least is left: what this does not cut, none cuts. */
  override usedByAll(campaignId: string, limitNo: number, windowStart: string): number {
    let most = 0;
    for (const book of this.#books) most = Math.max(most, book.usedByAll(campaignId, limitNo, windowStart));
    return most;
  }

  override countShared(campaignId: string, cap: Cap, rules: CompiledRuleSet, day: Day | null): void {
    for (const book of this.#books) book.countShared(campaignId, cap, rules, day);
  }

  override uncountShared(campaignId: string, cap: Cap, day: Day | null): void {
    for (const book of this.#books) book.uncountShared(campaignId, cap, day);
  }
}
