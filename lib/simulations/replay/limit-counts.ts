import { dayNoOf } from "./days";

/** Above every number of a limit, and every number of a day. */
const LIMITS = 256;
const DAYS = 2 ** 22;

/** Numbers campaigns, so that a counter is named by one number rather than by a text put together for each look. */
export class CampaignNumbers {
  readonly #numbers = new Map<string, number>();

  /** @param campaignIds those whose numbers have to be the same wherever a part of the past is replayed, in order */
  constructor(campaignIds: readonly string[] = []) {
    for (const [number, campaignId] of campaignIds.entries()) this.#numbers.set(campaignId, number);
  }

  /** The number of a campaign. */
  numberOf(campaignId: string): number {
    let number = this.#numbers.get(campaignId);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(campaignId, number);
    }
    return number;
  }

  /** One number for a campaign, its limit and the window that begins on a day. */
  keyOf(campaignId: string, limitNo: number, windowStart: string): number {
    return (this.numberOf(campaignId) * LIMITS + limitNo) * DAYS + dayNoOf(windowStart);
  }
}

/** What limits have counted, by the key of `CampaignNumbers`. Nothing is ever below zero. */
export class LimitCounts {
  readonly #used: Map<number, number>;

  constructor(from?: LimitCounts) {
    this.#used = new Map(from === undefined ? [] : from.#used);
  }

  usedOf(key: number): number {
    return this.#used.get(key) ?? 0;
  }

  change(key: number, delta: number): number {
    const used = Math.max(0, this.usedOf(key) + delta);
    this.#used.set(key, used);
    return used;
  }
}
