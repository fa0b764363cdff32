import type { BenefitEffect } from "@/lib/campaigns/schema";
import { LimitCounts } from "./limit-counts";
import type { PastMember } from "./past";
import { ReplayPurse } from "./purse";

/** One member in one scenario. */
export class MemberStanding {
  /** What campaigns of the scenario made of the member: another tier, a tag. */
  member: PastMember;
  /** Net points of the spendable type in the period. */
  points = 0;
  /** How often something was given. */
  awards = 0;
  /** Most members meet no limit. */
  #limits: LimitCounts | null;
  /** Bits by the numbers of campaigns that have given something. */
  readonly #givers: number[] = [];
  readonly #purses: (ReplayPurse | undefined)[];

  constructor(member: PastMember, from?: MemberStanding) {
    this.member = from?.member ?? member;
    const limits = from === undefined ? null : from.#limits;
    this.#limits = limits === null ? null : new LimitCounts(limits);
    this.#purses = from ? from.#purses.map((purse) => purse?.copy()) : [];
  }

  usedOf(key: number): number {
    return this.#limits === null ? 0 : this.#limits.usedOf(key);
  }

  use(key: number, delta: number): void {
    this.#limits ??= new LimitCounts();
    this.#limits.change(key, delta);
  }

  /** Notes that a campaign gave something. @returns whether it was the first time */
  isNewTo(campaignNo: number): boolean {
    const word = campaignNo >>> 5;
    const bit = 1 << (campaignNo & 31);
    const bits = this.#givers[word] ?? 0;
    if ((bits & bit) !== 0) return false;
    while (this.#givers.length < word) this.#givers.push(0);
    this.#givers[word] = bits | bit;
    return true;
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
