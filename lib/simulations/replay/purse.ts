import type { Expiry, ReturnPolicy } from "@/lib/programs";
import { type DayNo, dayNoOf, NO_DAY } from "./days";

/** How long points stay usable from the day they become active: the last day, and whether every activity moves it. */
export type Lasting = { until: DayNo; sliding: boolean };
export type LastingSince = (expiry: Expiry, day: DayNo) => Lasting;

/** What becomes of points that are given. */
export type CreditTerms =
  | ({ state: "active" } & Lasting)
  | { state: "pending"; activatesOn: DayNo | null; activatesBy: string | null; expiry: Expiry };

type PendingPoints = {
  points: number;
  campaignId: string;
  causeId: string;
  activatesOn: DayNo | null;
  activatesBy: string | null;
  expiry: Expiry;
};

/**
 * What a member has of one point type in a scenario: enough of a purse to know what a return finds, what expires and
 * what is owed to members in the end. Points that end on the same day are one heap; which award they came from does
 * not matter once they are active.
 */
export class ReplayPurse {
  /** Active points, those set aside among them. */
  available = 0;
  held = 0;
  owed = 0;
  expired = 0;
  spent = 0;
  /** Last day and points, in the order in which they end. */
  #heaps: { until: DayNo; points: number }[] = [];
  /** Points that no campaign gave; they end when history says so. */
  #others = 0;
  #sliding = 0;
  #slidesTo: DayNo = NO_DAY;
  #pending: PendingPoints[] = [];

  /** A purse that holds the same, of which nothing has been spent or has ended. */
  anew(): ReplayPurse {
    const copy = this.copy();
    copy.expired = 0;
    copy.spent = 0;
    return copy;
  }

  /** A purse of which the same is known. */
  copy(): ReplayPurse {
    const copy = new ReplayPurse();
    copy.available = this.available;
    copy.held = this.held;
    copy.owed = this.owed;
    copy.expired = this.expired;
    copy.spent = this.spent;
    copy.#heaps = this.#heaps.map((heap) => ({ ...heap }));
    copy.#others = this.#others;
    copy.#sliding = this.#sliding;
    copy.#slidesTo = this.#slidesTo;
    copy.#pending = this.#pending.map((pending) => ({ ...pending }));
    return copy;
  }

  get pending(): number {
    return this.#pending.reduce((sum, { points }) => sum + points, 0);
  }

  /** Brings the purse to a day: pending points whose day has come become active, points past their last day end. */
  settle(today: DayNo, lastingSince: LastingSince): void {
    if (this.#pending.length > 0) {
      this.#activate(({ activatesOn }) => activatesOn !== null && activatesOn <= today, lastingSince);
    }
    let first = this.#heaps[0];
    while (first !== undefined && first.until < today) {
      this.#heaps.shift();
      this.expired += first.points;
      this.available -= first.points;
      first = this.#heaps[0];
    }
    if (this.#sliding > 0 && this.#slidesTo < today) {
      this.expired += this.#sliding;
      this.available -= this.#sliding;
      this.#sliding = 0;
    }
  }

  /** Gives points; what is owed is paid first. */
  credit(points: number, terms: CreditTerms, campaignId: string, causeId: string): void {
    const paid = Math.min(this.owed, points);
    this.owed -= paid;
    const rest = points - paid;
    if (rest === 0) return;
    if (terms.state === "active") this.#add(rest, terms);
    else {
      const { activatesOn, activatesBy, expiry } = terms;
      this.#pending.push({ points: rest, campaignId, causeId, activatesOn, activatesBy, expiry });
    }
  }

  /** Makes active what waited for an event of this name: all of it, or what one purchase earned. */
  activateBy(name: string, causeId: string | null, today: DayNo, lastingSince: LastingSince): void {
    if (this.#pending.length === 0) return;
    for (const pending of this.#pending) {
      if (pending.activatesBy !== name || (causeId !== null && pending.causeId !== causeId)) continue;
      pending.activatesOn = today;
    }
    this.settle(today, lastingSince);
  }

  /**
   * Takes back what an award gave, as far as the policy lets it: from the award's own pending points, then from what is
   * available, then as a debt.
   * @returns the points that were taken; the rest is forgiven
   */
  takeBack(points: number, policy: ReturnPolicy, campaignId: string, causeId: string): number {
    const own = this.#pending.find(
      (pending) => pending.causeId === causeId && pending.campaignId === campaignId && pending.points > 0,
    );
    const fromPending = Math.min(points, own?.points ?? 0);
    if (own) own.points -= fromPending;
    if (policy === "only_pending") return fromPending;
    const fromAvailable = Math.min(points - fromPending, Math.max(0, this.available - this.held));
    this.#draw(fromAvailable);
    if (policy === "within_balance") return fromPending + fromAvailable;
    this.owed += points - fromPending - fromAvailable;
    return points;
  }

  /** Spends as many of these points as there are. */
  spend(points: number): void {
    const spent = Math.min(points, Math.max(0, this.available));
    this.spent += spent;
    this.#draw(spent);
  }

  /** Adds or removes points that no campaign gave: credits, debits, transfers. */
  move(delta: number): void {
    if (delta < 0) this.#draw(Math.min(-delta, Math.max(0, this.available)));
    else {
      this.#others += delta;
      this.available += delta;
    }
  }

  /** Lets points that no campaign gave end. */
  expireOthers(points: number): void {
    const ended = Math.min(points, this.#others);
    this.#others -= ended;
    this.available -= ended;
    this.expired += ended;
  }

  /** An activity moves the last day of sliding points on. */
  slide(to: DayNo): void {
    if (this.#slidesTo === NO_DAY || to > this.#slidesTo) this.#slidesTo = to;
  }

  #activate(isDue: (pending: PendingPoints) => boolean, lastingSince: LastingSince): void {
    const waiting: PendingPoints[] = [];
    for (const pending of this.#pending) {
      if (!isDue(pending)) waiting.push(pending);
      else if (pending.points > 0) {
        this.#add(pending.points, lastingSince(pending.expiry, pending.activatesOn ?? dayNoOf("0001-01-01")));
      }
    }
    this.#pending = waiting;
  }

  #add(points: number, { until, sliding }: Lasting): void {
    this.available += points;
    if (sliding) {
      this.#sliding += points;
      return;
    }
    const heaps = this.#heaps;
    let place = heaps.length;
    while (place > 0 && (heaps[place - 1]?.until ?? 0) > until) place -= 1;
    const same = heaps[place - 1];
    if (same?.until === until) same.points += points;
    else heaps.splice(place, 0, { until, points });
  }

  /** Draws points that are there: those that no campaign gave first, then what ends soonest. */
  #draw(points: number): void {
    this.available -= points;
    let rest = points - this.#takeFromOthers(points);
    while (rest > 0) {
      const first = this.#heaps[0];
      if (first === undefined) break;
      const taken = Math.min(rest, first.points);
      first.points -= taken;
      rest -= taken;
      if (first.points === 0) this.#heaps.shift();
    }
    this.#sliding -= Math.min(rest, this.#sliding);
  }

  #takeFromOthers(points: number): number {
    const taken = Math.min(points, this.#others);
    this.#others -= taken;
    return taken;
  }
}
