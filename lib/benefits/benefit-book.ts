import type { BenefitEffect, EngineMember } from "@/lib/campaigns";
import { addDays, type Day } from "@/lib/core/calendar";
import { newId } from "@/lib/core/ids";
import type { OccasionName } from "@/lib/occasions/schema";
import type {
  BenefitDetail,
  BenefitPlan,
  NewBenefit,
  ProgressRow,
  StandingBenefit,
  ToldBenefit,
  ToldWithdrawal,
} from "./benefit-plan";
import { callBody } from "./call-body";
import { CollectionBook } from "./collection-book";
import { Heirs } from "./heirs";
import { ProfileBook } from "./profile-book";
import { drawVoucherCode } from "./voucher-code";

/** What earned or undoes benefits. */
export type Cause = {
  causeId: string;
  memberId: string;
  occurredAt: Date;
  /** How many of the program's own events in a row led to it. */
  chain: number;
};

export type Giver = { campaignId: string; version: number; name: string };

type BookState = {
  lane: number;
  members: ReadonlyMap<string, EngineMember>;
  /** Of the members, as far as challenges may move. */
  progress: readonly ProgressRow[];
  /** Of the purchases that may come back. */
  standing: readonly StandingBenefit[];
  /** The program's day. */
  today: Day;
  /** Names of the occasions that campaigns begin with. */
  awaited: ReadonlySet<string>;
};

/**
 * Gives and withdraws benefits, event by event, each seeing what those before it left behind. It writes nothing:
 * what came of it is a plan. Whoever uses it holds the members' lane.
 */
export class BenefitBook {
  readonly #state: BookState;
  readonly #profiles: ProfileBook;
  readonly #collection: CollectionBook;
  readonly #own: NewBenefit[] = [];
  readonly #heirs: Heirs;
  readonly #plan: Pick<
    BenefitPlan,
    "vouchers" | "withdrawnVouchers" | "messages" | "calls" | "withdrawnCalls" | "occasions"
  > = { vouchers: [], withdrawnVouchers: [], messages: [], calls: [], withdrawnCalls: [], occasions: [] };

  constructor(state: BookState) {
    this.#state = state;
    this.#profiles = new ProfileBook(state.members);
    this.#heirs = new Heirs(this.#own, state.standing);
    this.#collection = new CollectionBook(state.progress);
  }

  /** The member as of the events so far; undefined: not one of those who were loaded. */
  memberOf(memberId: string): EngineMember | undefined {
    return this.#profiles.memberOf(memberId);
  }

  /** Gives what a campaign gives for an event. @returns what the statement tells of it */
  give(cause: Cause, giver: Giver, effects: readonly BenefitEffect[]): ToldBenefit[] {
    return effects.map((effect) => this.#giveOne(cause, giver, effect));
  }

  #giveOne(cause: Cause, { campaignId, version, name }: Giver, effect: BenefitEffect): ToldBenefit {
    const benefitId = newId();
    const { causeId, memberId } = cause;
    const keep = (what: string, detail: BenefitDetail, told: Partial<ToldBenefit> = {}): ToldBenefit => {
      const { kind } = effect;
      this.#own.push({
        benefitId,
        causeId,
        memberId,
        campaignId,
        version,
        kind,
        what,
        detail,
        isWithdrawn: false,
      });
      const { removes, unchanged, until } = detail;
      return {
        benefitId,
        campaignId,
        kind,
        what,
        ...(removes && { removes }),
        ...(unchanged && { unchanged }),
        ...(until !== undefined && { until }),
        ...told,
      };
    };
    switch (effect.kind) {
      case "voucher": {
        const { name: what, costMinor, validDays } = effect;
        const until = validDays === undefined ? undefined : addDays(this.#state.today, validDays - 1);
        this.#plan.vouchers.push({
          voucherId: benefitId,
          memberId,
          campaignId,
          code: drawVoucherCode(),
          name: what,
          costMinor,
          expiresOn: until ?? null,
          isWithdrawn: false,
        });
        return keep(what, { costMinor, ...(until !== undefined && { until }) });
      }
      case "badge":
        this.#collection.countBadge(memberId, effect.badge, 1);
        return keep(effect.badge, {});
      case "progress": {
        const { challenge, by, goal } = effect;
        const { standing, times } = this.#collection.advance({ memberId, challenge }, by, goal);
        if (times > 0) this.#notice(cause, "challenge.completed", { challenge, times });
        return keep(
          challenge,
          { by, goal },
          { progress: { now: standing.progress, goal, completed: times } },
        );
      }
      case "tier": {
        const from = this.#profiles.tierOf(memberId);
        const unchanged = from === effect.tier;
        if (!unchanged) this.#setTier(cause, effect.tier);
        return keep(effect.tier, { from, ...(unchanged && { unchanged }) });
      }
      case "tag": {
        const removes = effect.action === "remove";
        const unchanged = !this.#profiles.setTag(memberId, effect.tag, !removes);
        return keep(effect.tag, { ...(removes && { removes }), ...(unchanged && { unchanged }) });
      }
      case "segment": {
        const removes = effect.action === "remove";
        const unchanged = !this.#setMembership(cause, effect.segment, !removes);
        return keep(effect.segment, { ...(removes && { removes }), ...(unchanged && { unchanged }) });
      }
      case "notify": {
        const { title, body } = effect;
        this.#plan.messages.push({ messageId: benefitId, memberId, title, body });
        return keep(title, { body });
      }
      case "webhook": {
        const { url, topic } = effect;
        const body = callBody({ topic, cause, campaign: { campaignId, name } });
        this.#plan.calls.push({
          callId: benefitId,
          memberId,
          campaignId,
          url,
          topic,
          body,
          isWithdrawn: false,
        });
        return keep(topic, { url });
      }
    }
  }

  /**
   * Takes back what an earlier event gave, as far as that can be: what has been used or read stays, and a tier, tag
   * or segment that has been given again since.
   * @param earnedBy the event whose benefits they are
   */
  withdraw(cause: Cause, earnedBy: string): ToldWithdrawal[] {
    const own = this.#own.filter(({ causeId, isWithdrawn }) => causeId === earnedBy && !isWithdrawn);
    const earlier = this.#state.standing.filter(
      (benefit) => benefit.causeId === earnedBy && !this.#heirs.isGone(benefit),
    );
    // The last first: what came on top of another comes off before it.
    return [...earlier, ...own].reverse().map((benefit) => {
      const heir = this.#heirs.of(benefit);
      if (heir !== null) this.#heirs.passOn(benefit, heir);
      const isBack = heir === null && this.#takeBack(cause, benefit);
      if (isBack || heir !== null) this.#heirs.withdraw(benefit);
      const { campaignId, kind, what, detail } = benefit;
      return {
        campaignId,
        kind,
        what,
        ...(detail.removes && { removes: true }),
        ...(!isBack && { stays: true }),
      };
    });
  }

  /** @returns whether it is undone */
  #takeBack(cause: Cause, benefit: NewBenefit | StandingBenefit): boolean {
    const { benefitId, memberId, what, detail } = benefit;
    switch (benefit.kind) {
      case "voucher":
        return this.#stop(
          benefit,
          this.#plan.vouchers.find(({ voucherId }) => voucherId === benefitId),
          "withdrawnVouchers",
        );
      case "webhook":
        return this.#stop(
          benefit,
          this.#plan.calls.find(({ callId }) => callId === benefitId),
          "withdrawnCalls",
        );
      case "notify":
        return false;
      case "badge":
        this.#collection.countBadge(memberId, what, -1);
        return true;
      case "progress":
        return this.#collection.fallBack({ memberId, challenge: what }, detail.by ?? 0);
      case "tier": {
        // The program's people may have given another one since.
        const isAsLeft = this.#profiles.tierOf(memberId) === what;
        if (isAsLeft && !detail.unchanged) this.#setTier(cause, detail.from ?? null);
        return isAsLeft;
      }
      case "tag":
        if (!detail.unchanged) this.#profiles.setTag(memberId, what, detail.removes === true);
        return true;
      case "segment":
        if (!detail.unchanged) this.#setMembership(cause, what, detail.removes === true);
        return true;
    }
  }

  /** A voucher or a call that nobody has used, or made, yet. */
  #stop(
    benefit: NewBenefit | StandingBenefit,
    own: { isWithdrawn: boolean } | undefined,
    list: "withdrawnVouchers" | "withdrawnCalls",
  ): boolean {
    if (own !== undefined) own.isWithdrawn = true;
    else if ("isOpen" in benefit && benefit.isOpen) this.#plan[list].push(benefit.benefitId);
    else return false;
    return true;
  }

  #setTier(cause: Cause, tier: string | null): void {
    const from = this.#profiles.tierOf(cause.memberId);
    this.#profiles.setTier(cause.memberId, tier);
    this.#notice(cause, "tier.changed", { tier: tier ?? "", from: from ?? "" });
  }

  /** @returns whether it was otherwise before */
  #setMembership(cause: Cause, segment: string, isIn: boolean): boolean {
    if (!this.#profiles.setMembership(cause.memberId, segment, isIn)) return false;
    this.#notice(cause, isIn ? "segment.entered" : "segment.left", { segment });
    return true;
  }

  #notice(cause: Cause, name: OccasionName, attributes: Record<string, string | number>): void {
    if (!this.#state.awaited.has(name)) return;
    const { memberId, occurredAt, chain } = cause;
    const { lane } = this.#state;
    this.#plan.occasions.push({ name, memberId, lane, occurredAt, attributes, chain: chain + 1 });
  }

  close(): BenefitPlan {
    return {
      ...this.#plan,
      benefits: this.#own,
      ...this.#heirs.close(),
      ...this.#collection.close(),
      ...this.#profiles.close(),
    };
  }
}
