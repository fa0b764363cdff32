import type { BenefitEffect } from "@/lib/campaigns/schema";
import { LimitCounts } from "./limit-counts";
import type { PastMember } from "./past";
import { ReplayPurse } from "./purse";

/** One member in one scenario. */
export class MemberStanding {
  readonly limits: LimitCounts;
  /** What campaigns of the scenario made of the member: another tier, a tag. */
  member: PastMember;
  /** Net points of the spendable type in the period, and what they and the vouchers cost. */
  points = 0;
  benefitCostMinor = 0;
  /** How often something was given. */
  awards = 0;
  /** Whether a campaign that is tried gave something. */
  isReached = false;
  readonly #purses: (ReplayPurse | undefined)[];

  constructor(member: PastMember, from?: MemberStanding) {
    this.member = from?.member ?? member;
    this.limits = new LimitCounts(from?.limits);
    this.#purses = from ? from.#purses.map((purse) => purse?.copy()) : [];
  }

  purseOf(pointTypeNo: number): ReplayPurse {
    let purse = this.#purses[pointTypeNo];
    if (purse === undefined) {
      purse = new ReplayPurse();
      this.#purses[pointTypeNo] = purse;
    }
    return purse;
  }

  /** Every purse that was touched. */
  purses(): ReplayPurse[] {
    return this.#purses.filter((purse) => purse !== undefined);
  }

  /** Changes of the member that later rules look at: tier, tags and segments. */
  receive(benefits: readonly BenefitEffect[]): void {
    for (const benefit of benefits) {
      if (benefit.kind === "tier") this.member = { ...this.member, tier: benefit.tier };
      if (benefit.kind === "tag") {
        this.member = { ...this.member, tags: changed(this.member.tags, benefit.tag, benefit.action) };
      }
      if (benefit.kind === "segment") {
        this.member = {
          ...this.member,
          segments: changed(this.member.segments, benefit.segment, benefit.action),
        };
      }
    }
  }
}

function changed(list: readonly string[] = [], value: string, action: "add" | "remove"): readonly string[] {
  const others = list.filter((other) => other !== value);
  return action === "add" ? [...others, value] : others;
}
