import { addDays } from "@/lib/core/calendar";
import { AppError } from "@/lib/core/errors";
import { isSlideOver, latestSlidingDay, planActivation, planExpiry } from "@/lib/wallet";
import type { Answer, Move, Rules, TriedLedger, View } from "../moves";
import { MemoryBooks } from "./memory-books";
import { MemoryCounter } from "./memory-counter";
import { MemoryEvents } from "./memory-events";
import { MemoryPools } from "./memory-pools";
import { MemoryReversals } from "./memory-reversals";

/**
 * The product's planning, on rows in memory: what a plan says is written to accounts and lots by its transfers alone,
 * as the database does it, and the next plan starts from those rows.
 */
export class MemoryLedger implements TriedLedger {
  readonly #books: MemoryBooks;
  readonly #events: MemoryEvents;
  readonly #counter: MemoryCounter;
  readonly #pools: MemoryPools;
  readonly #reversals: MemoryReversals;
  #closedDay: string;

  constructor(rules: Rules) {
    this.#books = new MemoryBooks(rules);
    this.#events = new MemoryEvents(this.#books);
    this.#counter = new MemoryCounter(this.#books);
    this.#pools = new MemoryPools(this.#books, this.#counter);
    this.#reversals = new MemoryReversals(this.#books, this.#events, this.#pools);
    this.#closedDay = this.#books.today;
  }

  act(move: Move): Answer {
    try {
      this.#do(move);
      return "done";
    } catch (error) {
      if (error instanceof AppError && error.status < 500) return error.code;
      throw error;
    }
  }

  view(): View {
    return { parties: this.#books.view(), setAside: this.#events.setAside };
  }

  #do(move: Move): void {
    switch (move.do) {
      case "purchase":
      case "return":
      case "visit":
      case "flown":
        this.#events.accept(move);
        break;
      case "again":
        // What came before comes in again, and is known.
        break;
      case "post":
        this.#events.post(move.limit);
        break;
      case "retry":
        this.#events.retry();
        break;
      case "wait":
        this.#books.now += move.hours * 3_600_000;
        break;
      case "endOfDay":
        this.#endDays();
        break;
      case "capture":
      case "release":
        this.#counter.settle(move);
        break;
      case "join":
      case "leave":
      case "handOver":
      case "give":
      case "payOut":
      case "poolSpend":
      case "dissolve":
        this.#pools.act(move);
        break;
      case "reverse":
        this.#reversals.act(move);
        break;
      default:
        this.#counter.act(move);
    }
  }

  #endDays(): void {
    this.#counter.releaseExpired();
    while (this.#closedDay < this.#books.today) {
      this.#closedDay = addDays(this.#closedDay, 1);
      for (const partyId of this.#books.parties) {
        this.#activate(partyId, this.#closedDay);
        this.#expire(partyId, this.#closedDay);
      }
    }
  }

  #activate(partyId: string, day: string): void {
    this.#books.atDesk((desk) => {
      const movements = planActivation(
        desk.purseOf(partyId),
        ({ waiting }) => waiting !== null && waiting.activatesOn !== null && waiting.activatesOn <= day,
        desk.now,
        day,
      );
      const subject = { type: "activation", day, points: 0 } as const;
      if (movements.length > 0) this.#books.enter(desk, partyId, subject, movements);
    }, day);
  }

  #expire(partyId: string, day: string): void {
    this.#books.atDesk((desk) => {
      const purse = desk.purseOf(partyId);
      const movements = planExpiry(purse, day);
      const isLookedAt = movements.length > 0 || this.#books.rows.isSliding(purse);
      const subject = { type: "expiry", day, points: 0 } as const;
      if (movements.length > 0) this.#books.enter(desk, partyId, subject, movements);
      if (!isLookedAt || !isSlideOver(purse, day)) return;
      const since = latestSlidingDay(purse);
      const active = this.#books.rows.activeOn(partyId);
      desk.book.endSlide(purse, since !== null && active > since ? active : since);
    }, day);
  }
}
