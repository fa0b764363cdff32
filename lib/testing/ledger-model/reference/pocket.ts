import type { Rules } from "../moves";
import { lastDay, NEVER, plusDays, sum } from "./calendar";

export type Lot = {
  number: number;
  cause: number;
  left: number;
  pinned: number;
  /** `9999` after every day. */
  lastDay: string;
  sliding: boolean;
  activeSince: string | null;
  activeOn: string | null;
  activeBy: string | null;
};
export type Part = { lot: Lot; points: number };
/** What was taken back: out of lots, and as a debt. */
export type Taken = { parts: Part[]; owed: number };
export type PocketRules = Pick<Rules, "expiry" | "pending" | "returnPolicy">;

/** The points of one type that somebody has. */
export class Pocket {
  readonly lots: Lot[] = [];
  owed = 0;
  /** Until when sliding lots are usable. */
  slidesTo: string | null = null;
  readonly #rules: PocketRules;
  /** Counts the lots that there are, over all pockets. */
  readonly #nextLot: () => number;
  /** The latest day on which the owner earned or spent. */
  #usedOn = "";

  constructor(rules: PocketRules, nextLot: () => number) {
    this.#rules = rules;
    this.#nextLot = nextLot;
  }

  get available(): number {
    return sum(this.lots.map((lot) => (lot.activeSince === null ? 0 : lot.left)));
  }

  get pending(): number {
    return sum(this.lots.map((lot) => (lot.activeSince === null ? lot.left : 0)));
  }

  get held(): number {
    return sum(this.lots.map((lot) => lot.pinned));
  }

  /** Pays what is owed, and puts the rest into a lot by the rules. */
  credit(
    points: number,
    {
      cause,
      day,
      today,
      isAtOnce = false,
    }: { cause: number; day: string; today: string; isAtOnce?: boolean },
  ): { lot: Lot | null; paid: number } {
    const paid = Math.min(this.owed, points);
    this.owed -= paid;
    if (points === paid) return { lot: null, paid };
    const { pending } = this.#rules;
    const lot = this.#newLot(points - paid, cause);
    if (!isAtOnce && pending.kind === "event") lot.activeBy = pending.name;
    else {
      const from = !isAtOnce && pending.kind === "period" ? plusDays(day, pending.days) : day;
      if (from > today && from > day) lot.activeOn = from;
      else this.#makeActive(lot, day, from);
    }
    return { lot, paid };
  }

  /** Points from elsewhere, which keep the last day that they had. */
  receive(points: number, day: string, terms: Pick<Lot, "lastDay" | "sliding">): Lot {
    return Object.assign(this.#newLot(points, -1), { activeSince: day, ...terms });
  }

  #newLot(points: number, cause: number): Lot {
    const lot: Lot = {
      number: this.#nextLot(),
      cause,
      left: points,
      pinned: 0,
      lastDay: NEVER,
      sliding: false,
      activeSince: null,
      activeOn: null,
      activeBy: null,
    };
    this.lots.push(lot);
    return lot;
  }

  #makeActive(lot: Lot, since: string, countsFrom: string): void {
    const { expiry } = this.#rules;
    lot.activeSince = since;
    lot.sliding = expiry.kind === "sliding";
    lot.lastDay = lastDay(expiry, countsFrom);
  }

  /** A lot that was pending becomes active, and with it what slides. */
  activate(lot: Lot, since: string, countsFrom: string): void {
    this.#makeActive(lot, since, countsFrom);
    if (lot.sliding) this.#slide(since);
  }

  /** Earning and spending keep sliding points. */
  use(day: string): void {
    if (day > this.#usedOn) this.#usedOn = day;
    this.#slide(day);
  }

  /** A slide whose last day is over stays where it is, until the end of a day settles it. */
  #slide(day: string): void {
    const { expiry } = this.#rules;
    if (expiry.kind !== "sliding") return;
    const until = plusDays(day, expiry.count);
    if (this.slidesTo === null || (this.slidesTo >= day && this.slidesTo < until)) this.slidesTo = until;
  }

  #isOver(lot: Lot, today: string): boolean {
    if (lot.activeSince === null) return false;
    if (!lot.sliding) return lot.lastDay < today;
    return this.slidesTo !== null && this.slidesTo < today && lot.activeSince <= this.slidesTo;
  }

  /** What can be used: active, not set aside, its last day not over. */
  usable(today: string): number {
    return sum(this.#usableLots(today).map((lot) => lot.left - lot.pinned));
  }

  #usableLots(today: string): Lot[] {
    return this.lots
      .filter((lot) => lot.activeSince !== null && lot.left > lot.pinned && !this.#isOver(lot, today))
      .sort(bySoonest);
  }

  /** What can be drawn, soonest expiry first and then the oldest; null when it is not enough. */
  choose(points: number, today: string): Part[] | null {
    if (this.usable(today) < points) return null;
    let rest = points;
    return this.#usableLots(today).flatMap((lot) => {
      const taken = Math.min(rest, lot.left - lot.pinned);
      rest -= taken;
      return taken === 0 ? [] : [{ lot, points: taken }];
    });
  }

  /**
   * Takes back what was given: out of the lots that it went into, then out of others. What is missing becomes a debt
   * or is let go.
   */
  takeBack(given: readonly { points: number; lot: Lot | null }[], policy = this.#rules.returnPolicy): Taken {
    const taken: Taken = { parts: [], owed: 0 };
    const take = (lot: Lot, wanted: number): number => {
      const points = Math.min(wanted, lot.left - lot.pinned);
      if (points === 0) return 0;
      lot.left -= points;
      taken.parts.push({ lot, points });
      return points;
    };
    const missing = given.map(({ points, lot }) => {
      const isOpen = lot !== null && (policy !== "only_pending" || lot.activeSince === null);
      return points - (isOpen ? take(lot, points) : 0);
    });
    if (policy === "only_pending") return taken;
    for (let rest of missing) {
      for (const lot of this.lots.filter((lot) => lot.activeSince !== null).sort(bySoonest)) {
        rest -= take(lot, rest);
      }
      if (policy === "debt") taken.owed += rest;
    }
    this.owed += taken.owed;
    return taken;
  }

  /** The other way round: what has been paid of the debt since comes back as points, and the rest to its lots. */
  giveAgain({ parts, owed }: Taken, today: string, graceUntil: string): void {
    const forgiven = Math.min(this.owed, owed);
    this.owed -= forgiven;
    if (owed > forgiven) this.#makeActive(this.#newLot(owed - forgiven, -1), today, today);
    this.refill(parts, today, graceUntil);
  }

  /** Puts points back where they were drawn, with some days of grace where it is too late for them. */
  refill(parts: readonly Part[], today: string, graceUntil: string, hasExpired = false): void {
    for (const { lot, points } of parts) {
      if (points === 0) continue;
      if (lot.activeSince !== null && (hasExpired || this.#isOver(lot, today))) {
        if (lot.sliding || lot.lastDay < graceUntil) lot.lastDay = graceUntil;
        lot.sliding = false;
      }
      lot.left += points;
    }
  }

  /** Activates what waited for a day that has come. @returns whether there was anything */
  activateUpTo(day: string): boolean {
    const due = this.lots.filter(
      (lot) => lot.activeSince === null && lot.left > 0 && lot.activeOn !== null && lot.activeOn <= day,
    );
    for (const lot of due) this.activate(lot, day, lot.activeOn ?? day);
    return due.length > 0;
  }

  /** Takes what is over on a day, and not set aside; a slide that is over with it starts anew. */
  expire(day: string): Part[] {
    const over = this.lots
      .filter((lot) => lot.left > lot.pinned && this.#isOver(lot, day))
      .map((lot) => ({ lot, points: lot.left - lot.pinned }));
    for (const { lot } of over) lot.left = lot.pinned;
    const isLookedAt = over.length > 0 || this.lots.some((lot) => lot.sliding);
    if (isLookedAt && this.held === 0 && this.slidesTo !== null && this.slidesTo < day) this.#endSlide();
    return over;
  }

  #endSlide(): void {
    const { expiry } = this.#rules;
    const since = this.lots.filter((lot) => lot.sliding && lot.left > 0).map((lot) => lot.activeSince ?? "");
    const latest = [...since, ...(since.length > 0 ? [this.#usedOn] : [])].sort().at(-1);
    this.slidesTo = latest === undefined || expiry.kind !== "sliding" ? null : plusDays(latest, expiry.count);
  }
}

export function bySoonest(one: Lot, other: Lot): number {
  const [a, b] = [one, other].map((lot) => (lot.sliding ? NEVER : lot.lastDay)) as [string, string];
  return a === b ? one.number - other.number : a < b ? -1 : 1;
}
