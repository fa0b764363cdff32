import type { CompiledRuleSet, Evaluation } from "@/lib/campaigns/engine";
import type { Day } from "@/lib/core/calendar";
import { Budgets } from "./budgets";
import type { CampaignNumbers } from "./limit-counts";
import type { MemberStanding } from "./member-standing";
import type { SharedUses } from "./shared-uses";

/** What a limit counts of an award; of each member unless it says that all share it. */
export type Cap = { per?: "member" | "campaign"; limitNo: number; windowStart: string; used: number };

/** What the limits of a scenario have counted, of each member and of all together. */
export class LimitBook {
  readonly budgets = new Budgets();
  readonly #numbers: CampaignNumbers;
  readonly #shared: SharedUses;

  constructor(numbers: CampaignNumbers, shared: SharedUses) {
    this.#numbers = numbers;
    this.#shared = shared;
  }

  usedBy(standing: MemberStanding, campaignId: string, limitNo: number, windowStart: string): number {
    return standing.usedOf(this.#numbers.slotOf(campaignId, limitNo, windowStart));
  }

  usedByAll(campaignId: string, limitNo: number, windowStart: string): number {
    return this.#shared.usedOf(this.#numbers.keyOf(campaignId, limitNo, windowStart));
  }

  /**
   * Makes sure that whatever limits cut is cut by what is really left of them.
   * @returns whether more is known now, so that the event has to be evaluated again
   */
  settle(shortages: Evaluation["shortages"]): boolean {
    let learnt = false;
    for (const { campaignId, limitNo, windowStart } of shortages) {
      if (this.#shared.settle(this.#numbers.keyOf(campaignId, limitNo, windowStart))) learnt = true;
    }
    return learnt;
  }

  /**
   * Counts what an award uses of a limit.
   * @param rules under which it was given
   * @param day null where it does not belong to the period
   */
  use(standing: MemberStanding, campaignId: string, cap: Cap, rules: CompiledRuleSet, day: Day | null): void {
    const { per, limitNo, windowStart, used } = cap;
    if (per === "campaign") this.countShared(campaignId, cap, rules, day);
    else standing.use(this.#numbers.slotOf(campaignId, limitNo, windowStart), used);
  }

  /** Counts what an award uses of a limit that all members share. */
  countShared(campaignId: string, cap: Cap, rules: CompiledRuleSet, day: Day | null): void {
    const { limitNo, windowStart, used } = cap;
    const key = this.#numbers.keyOf(campaignId, limitNo, windowStart);
    const isUsedUp = this.#shared.use(key, used, this.budgets.amountIn(rules, campaignId, limitNo));
    if (day === null) return;
    this.budgets.count(campaignId, limitNo, used, day);
    if (isUsedUp && this.#shared.claimEnd(key)) this.budgets.noteEnd(campaignId, limitNo, windowStart, day);
  }

  /** Counts what comes back of a limit. @param day null where it does not belong to the period */
  giveBack(standing: MemberStanding, campaignId: string, cap: Cap, day: Day | null): void {
    const { per, limitNo, windowStart, used } = cap;
    if (per === "campaign") this.uncountShared(campaignId, cap, day);
    else standing.use(this.#numbers.slotOf(campaignId, limitNo, windowStart), -used);
  }

  /** Counts what comes back of a limit that all members share. */
  uncountShared(campaignId: string, cap: Cap, day: Day | null): void {
    const { limitNo, windowStart, used } = cap;
    const key = this.#numbers.keyOf(campaignId, limitNo, windowStart);
    this.#shared.giveBack(key, used);
    if (day !== null) this.budgets.count(campaignId, limitNo, -used, day);
  }
}
