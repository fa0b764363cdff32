import { localDay } from "@/lib/core/calendar";
import { newId } from "@/lib/core/ids";
import type { ClaimedEvent, StoredEvent } from "@/lib/events";
import { type PointTypeDto, SPENDABLE_POINT_TYPE } from "@/lib/programs";
import {
  type DecisionOutcome,
  Desk,
  type LockedLane,
  type Movement,
  type Posted,
  type Purse,
} from "@/lib/wallet";
import type { Subject } from "@/lib/wallet/outcome";
import { MEMBERS, type MemberView, POOLS, type Rules } from "../moves";
import { Rows } from "./rows";

/** A line of a statement, as what undoes it needs it. */
export type Line = {
  causeId: string;
  memberId: string;
  subject: Subject;
  outcome: DecisionOutcome | null;
  posted: Pick<Posted, "delta" | "balanceAfter" | "firstTransfer" | "transfers">;
  occurredAt: Date;
  reversalId: string | null;
};

/** What a ledger in memory keeps: rows, statements, and the queue. */
export class MemoryBooks {
  readonly timeZone: string;
  readonly pointTypes: PointTypeDto[];
  readonly rows: Rows;
  /** Members come first, then pools. */
  readonly parties = Array.from({ length: MEMBERS + POOLS }, newId);
  /** What brings the points of a transfer to its recipient, by the sender's cause. */
  readonly arrivals = new Map<string, string>();
  readonly #lines = new Map<string, Line[]>(this.parties.map((party) => [party, []]));
  queue: ClaimedEvent[] = [];
  now: number;

  constructor({ timeZone, start, expiry, pending, returnPolicy }: Rules) {
    this.timeZone = timeZone;
    this.now = Date.parse(start);
    this.pointTypes = [
      {
        pointTypeNo: 1,
        code: "points",
        name: "points",
        spendable: true,
        expiry,
        pending,
        returnPolicy,
        valuePerThousandMinor: 1_000,
      },
      {
        pointTypeNo: 2,
        code: "stars",
        name: "stars",
        spendable: false,
        expiry: { kind: "none" },
        pending: { kind: "immediate" },
        returnPolicy: "debt",
        valuePerThousandMinor: 1_000,
      },
    ];
    this.rows = new Rows(timeZone, this.pointTypes, this.parties);
  }

  get today(): string {
    return localDay(new Date(this.now), this.timeZone);
  }

  partyId(number: number): string {
    return this.parties[number] ?? "";
  }

  linesOf(memberId: string): Line[] {
    const lines = this.#lines.get(memberId);
    if (lines === undefined) throw new Error("no such member or pool");
    return lines;
  }

  /** Works at a desk with the purses of all, and writes what was planned; what is refused is thrown, and not written. */
  atDesk<T>(work: (desk: Desk) => T, day = this.today): T {
    const lane: LockedLane = {
      programId: "",
      lane: 0,
      nextTransfer: this.rows.nextTransfer,
      nextEntry: 1,
      blockNo: 0,
      headHash: new Uint8Array(),
      counters: {},
      historyFrom: {},
      ruleSetVersion: 1,
      currency: "EUR",
      timeZone: this.timeZone,
      locale: "en",
      pointTypes: this.pointTypes,
      accounts: this.rows.programAccounts,
    };
    // What happens on an earlier day happens at noon.
    const now = day === this.today ? new Date(this.now) : new Date(`${day}T12:00:00Z`);
    const desk = new Desk(lane, this.rows.purses(), now, day);
    const result = work(desk);
    this.rows.write(desk.book.close());
    return result;
  }

  /** The recipient's line of a transfer; null while the points are on their way. */
  arrivalOf(causeId: string): Line | null {
    const arrivalId = this.arrivals.get(causeId);
    return [...this.#lines.values()].flat().find((line) => line.causeId === arrivalId) ?? null;
  }

  /** @returns the cause of the line */
  enter(desk: Desk, memberId: string, subject: Subject, movements: readonly Movement[]): string {
    const causeId = newId();
    const posted = desk.enter({ causeId, memberId, subject, movements });
    this.note({ causeId, memberId, subject, outcome: null, posted, occurredAt: desk.now });
    return causeId;
  }

  note(line: Omit<Line, "reversalId">): void {
    this.linesOf(line.memberId).push({ ...line, reversalId: null });
  }

  enqueue(eventId: string, memberId: string, payload: StoredEvent): ClaimedEvent {
    const type = payload.type === "custom" ? `custom:${payload.name}` : payload.type;
    const occurredAt = new Date(payload.occurredAt);
    const event = { eventId, memberId, type, occurredAt, payload, attempts: 0 };
    this.queue.push(event);
    return event;
  }

  view(): MemberView[] {
    const purses = this.rows.purses();
    return this.parties.map((party) => {
      const own = (pointTypeNo: number): Partial<Purse> =>
        purses.find((purse) => purse.memberId === party && purse.pointTypeNo === pointTypeNo) ?? {};
      const { available = 0, held = 0, pending = 0, owed = 0 } = own(SPENDABLE_POINT_TYPE);
      const stars = own(2);
      return {
        available,
        held,
        pending,
        owed,
        lots: this.rows.openLots(party, SPENDABLE_POINT_TYPE).map((lot) => ({
          remaining: lot.remaining,
          reserved: lot.reserved,
          lastDay: lot.expiresOn,
          waitsFor: lot.activatesOn ?? lot.activatesBy,
        })),
        stars: stars.available ?? 0,
        starsOwed: stars.owed ?? 0,
        statement: this.linesOf(party).map(({ posted: { delta, balanceAfter }, reversalId }) => ({
          delta,
          balanceAfter,
          isReversed: reversalId !== null,
        })),
      };
    });
  }
}
