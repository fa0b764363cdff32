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
  /** Bits by the numbers of campaigns that have given something. */
  #givers: number[] = [];
  #purses: (ReplayPurse | undefined)[] = [];
  /** Most members meet no limit. */
  #limits: LimitCounts | null = null;

  constructor(member: PastMember) {
    this.member = member;
  }

  /** The same member as a period begins: what they have is theirs, and nothing of the period has happened yet. */
  anew(): MemberStanding {
    const standing = new MemberStanding(this.member);
    standing.#limits = this.#limits === null ? null : new LimitCounts(this.#limits);
    standing.#purses = this.#purses.map((purse) => purse?.anew());
    return standing;
  }

  /** The same member, of whom the same has been counted. */
  copy(): MemberStanding {
    const standing = this.anew();
    standing.#purses = this.#purses.map((purse) => purse?.copy());
    standing.points = this.points;
    standing.awards = this.awards;
    standing.#givers = [...this.#givers];
    return standing;
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
