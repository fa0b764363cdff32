import { Conflict, NotFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import type { StoredArrival } from "@/lib/events";
import {
  type Desk,
  disposable,
  InsufficientPoints,
  type Movement,
  type Passing,
  planDraw,
  planEarning,
  planPassing,
  termsOf,
} from "@/lib/wallet";
import { planCapture } from "@/lib/wallet/plan-capture";
import type { Slice } from "@/lib/wallet/posting";
import { HoldExpired } from "@/lib/wallet/spend-errors";
import { type CounterMove, type HoldMove, nameOf } from "../moves";
import type { MemoryBooks } from "./memory-books";

type Hold = { memberId: string; until: number; isOpen: boolean; pins: Slice[] };
const REASON = "A mug";

/** What people do at the counter, by the product's planning. */
export class MemoryCounter {
  readonly #books: MemoryBooks;
  readonly #holds: Hold[] = [];

  constructor(books: MemoryBooks) {
    this.#books = books;
  }

  act(move: CounterMove): void {
    const memberId = this.#books.partyId(move.member);
    this.#books.atDesk((desk) => {
      switch (move.do) {
        case "credit":
          this.#credit(desk, memberId, move.points);
          break;
        case "debit": {
          const debit = (slice: Slice): Movement => ({ kind: "debit", campaignId: null, ...slice });
          const movements = this.#draw(desk, memberId, move.points).map(debit);
          this.#books.enter(desk, memberId, { type: "adjustment", reason: REASON }, movements);
          break;
        }
        case "spend":
          this.spend(desk, memberId, move.points);
          break;
        case "hold":
          this.#hold(desk, memberId, move);
          break;
        case "send":
          this.#send(desk, memberId, move);
      }
    });
  }

  #draw(desk: Desk, memberId: string, points: number): Slice[] {
    const purse = desk.purseOf(memberId);
    const slices = planDraw(purse, points, desk.today);
    if (slices === null) throw new InsufficientPoints(points, disposable(purse, desk.today));
    return slices;
  }

  spend(desk: Desk, memberId: string, points: number): void {
    const spend = { kind: "spend", campaignId: null, reserved: false } as const;
    const movements = this.#draw(desk, memberId, points).map((slice): Movement => ({ ...spend, ...slice }));
    this.#books.enter(desk, memberId, { type: "spend", reason: REASON }, movements);
  }

  #credit(desk: Desk, memberId: string, points: number): void {
    const policy = { expiry: desk.expiryOf(1), pending: { kind: "immediate" } } as const;
    const terms = termsOf(policy, desk.now, this.#books.timeZone, desk.today);
    const credits = [{ campaignId: null, points, terms }];
    const movements = planEarning(desk.purseOf(memberId).owed, credits, "credit");
    this.#books.enter(desk, memberId, { type: "adjustment", reason: REASON }, movements);
  }

  #hold(desk: Desk, memberId: string, { points, minutes }: Extract<CounterMove, { do: "hold" }>): void {
    const pins = this.#draw(desk, memberId, points);
    desk.book.reserve(desk.purseOf(memberId), pins);
    const until = this.#books.now + minutes * 60_000;
    this.#holds.push({ memberId, until, isOpen: true, pins });
    const expiresAt = new Date(until).toISOString();
    this.#books.enter(desk, memberId, { type: "hold", reason: REASON, points, expiresAt }, []);
  }

  #send(desk: Desk, from: string, { member, to, points }: Extract<CounterMove, { do: "send" }>): void {
    if (to === member) throw new Conflict("own_member", "these points are already theirs");
    const recipient = this.#books.partyId(to);
    const { movements, lots } = this.passing(desk, from, points);
    const causeId = this.#books.enter(desk, from, { type: "transfer_out", to: recipient }, movements);
    this.#books.arrivals.set(causeId, this.bring(recipient, { type: "transfer_in", from }, lots));
  }

  passing(desk: Desk, from: string, points: number): Passing {
    const purse = desk.purseOf(from);
    const passing = planPassing(purse, points, desk.today);
    if (passing === null) throw new InsufficientPoints(points, disposable(purse, desk.today));
    return passing;
  }

  /**
   * Points that have left somebody arrive when the queue is posted.
   * @returns the id of their arrival
   */
  bring(to: string, subject: StoredArrival["subject"], lots: StoredArrival["lots"]): string {
    const id = newId();
    const common = { id, source: "tessera", occurredAt: new Date(this.#books.now).toISOString() };
    this.#books.enqueue(id, to, { type: "arrival", ...common, subject, lots });
    return id;
  }

  settle(move: HoldMove): void {
    const hold = this.#holds[nameOf(move.hold, this.#holds.length)];
    if (hold === undefined) throw new NotFound("hold");
    if (!hold.isOpen) throw new Conflict("hold_closed", "the hold has ended");
    if (move.do === "release" || hold.until <= this.#books.now) {
      this.#giveUp(hold);
      if (move.do === "capture") throw new HoldExpired();
      return;
    }
    this.#books.atDesk((desk) => this.#capture(desk, hold, move));
  }

  #capture(desk: Desk, hold: Hold, { points, final }: Extract<HoldMove, { do: "capture" }>): void {
    const { memberId } = hold;
    const purse = desk.purseOf(memberId);
    const order = (purse.lots ?? []).map(({ lotNo }) => lotNo);
    const pinned = [...hold.pins].sort((a, b) => order.indexOf(a.lot.lotNo) - order.indexOf(b.lot.lotNo));
    const total = pointsOf(pinned);
    const wanted = points ?? total;
    if (wanted > total) throw new Conflict("exceeds_hold", "the hold has not so many");
    const { spent, released, kept } = planCapture(pinned, wanted, final);
    const spend = { kind: "spend", campaignId: null, reserved: true } as const;
    const movements = spent.map((slice): Movement => ({ ...spend, ...slice }));
    this.#books.enter(desk, memberId, { type: "spend", reason: REASON }, movements);
    if (released.length > 0) this.#release(desk, memberId, released);
    hold.pins = kept;
    hold.isOpen = kept.length > 0;
  }

  #release(desk: Desk, memberId: string, slices: readonly Slice[]): void {
    desk.book.release(desk.purseOf(memberId), slices);
    const subject = { type: "release", reason: REASON, points: pointsOf(slices), timedOut: false } as const;
    this.#books.enter(desk, memberId, subject, []);
  }

  releaseExpired(): void {
    for (const hold of this.#holds) if (hold.isOpen && hold.until <= this.#books.now) this.#giveUp(hold);
  }

  #giveUp(hold: Hold): void {
    this.#books.atDesk((desk) => this.#release(desk, hold.memberId, hold.pins));
    hold.isOpen = false;
  }
}

function pointsOf(slices: readonly Slice[]): number {
  return slices.reduce((sum, { amount }) => sum + amount, 0);
}
