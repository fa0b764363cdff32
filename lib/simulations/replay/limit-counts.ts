import { dayNoOf } from "./days";

/** Above every number of a limit, and every number of a day. */
const LIMITS = 256;
const DAYS = 2 ** 22;

/** The windows of one limit, by the days on which they begin, and the one that was asked for last. */
type Windows = { start: string; slot: number; slots: Map<string, number> };

/** Numbers campaigns, so that a counter is named by one number rather than by a text put together for each look. */
export class CampaignNumbers {
  readonly #numbers = new Map<string, number>();
  /** By campaign and limit. */
  readonly #windows = new Map<string, Windows[]>();
  #slots = 0;

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

  /**
   * A small number for the same, which maps look up faster: in the order in which they are met, so that it means nothing
   * to another replay.
   */
  slotOf(campaignId: string, limitNo: number, windowStart: string): number {
    const windows = this.#windowsOf(campaignId, limitNo);
    // The past goes on day by day: most ask for the window of before.
    if (windows.start === windowStart) return windows.slot;
    let slot = windows.slots.get(windowStart);
    if (slot === undefined) {
      slot = this.#slots;
      this.#slots += 1;
      windows.slots.set(windowStart, slot);
    }
    windows.start = windowStart;
    windows.slot = slot;
    return slot;
  }

  #windowsOf(campaignId: string, limitNo: number): Windows {
    let limits = this.#windows.get(campaignId);
    if (limits === undefined) {
      limits = [];
      this.#windows.set(campaignId, limits);
    }
    const known = limits[limitNo];
    if (known) return known;
    const windows = { start: "", slot: 0, slots: new Map() };
    limits[limitNo] = windows;
    return windows;
  }
}

/** What limits have counted, by a number of `CampaignNumbers`. Nothing is ever below zero. */
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
