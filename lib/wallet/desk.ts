import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { type Day, localDay } from "@/lib/core/calendar";
import { NotFound } from "@/lib/core/errors";
import type { Tx } from "@/lib/db";
import { Book } from "./book";
import { announcePoints } from "./events";
import type { Posted } from "./ledger-plan";
import type { DecisionOutcome, Subject } from "./outcome";
import type { Movement, Purse } from "./posting";
import { type DecisionRow, writePosting } from "./posting-sql";
import { readLaneOf } from "./read-sql";
import type { PostedItem } from "./schema";
import { type LockedLane, type LotNeeds, lockLane, lockPurses } from "./sql";
import { reasonInWords } from "./wording";

/** A statement line about to be entered. */
export type Entry = {
  /** UUID of the adjustment, hold, redemption, … : the entry's own. */
  causeId: string;
  memberId: string;
  subject: Subject;
  movements: readonly Movement[];
  pointTypeNo?: number;
  /** When it happened; absent: now. */
  occurredAt?: Date;
  details?: Partial<Pick<DecisionOutcome, "forgiven" | "activated" | "takenBack">>;
};

/**
 * Where points are moved outside of the queue: by people, by holds, by the end of a day. It stands in one lane,
 * whose lock it holds, so that events and everything else of its members come before or after.
 */
export class Desk {
  readonly lane: LockedLane;
  readonly now: Date;
  /** The program's day. */
  readonly today: Day;
  readonly book: Book;
  readonly #rows: DecisionRow[] = [];
  readonly #announcements: PostedItem[] = [];

  /** @param today the day to work as of, where it is not that of `now` */
  constructor(
    lane: LockedLane,
    purses: readonly Purse[],
    now: Date,
    today: Day = localDay(now, lane.timeZone),
  ) {
    this.lane = lane;
    this.now = now;
    this.today = today;
    this.book = new Book({ ...lane, purses });
  }

  purseOf(memberId: string, pointTypeNo = 1): Purse {
    return this.book.purseOf(memberId, pointTypeNo);
  }

  /** Posts movements under one line of the member's statement. An entry without movements is a line all the same. */
  enter({
    causeId,
    memberId,
    subject,
    movements,
    pointTypeNo = 1,
    occurredAt = this.now,
    details,
  }: Entry): Posted {
    const cause = { causeId, memberId, occurredAt, day: this.today };
    const posted = this.book.post(cause, movements, pointTypeNo);
    const sum = (kind: Movement["kind"]) =>
      movements.reduce((total, movement) => total + (movement.kind === kind ? movement.amount : 0), 0);
    const isSpendable = pointTypeNo === 1;
    const outcome: DecisionOutcome = {
      subject,
      campaigns: [],
      awards: [],
      debt: { paid: sum("debt_payment"), made: sum("debt") },
      ...details,
      ...(isSpendable ? {} : { others: [{ pointTypeNo, points: netOf(movements) }] }),
    };
    this.#rows.push({
      causeId,
      memberId,
      kind: subject.type,
      points: isSpendable ? netOf(movements) : 0,
      posted,
      outcome: JSON.stringify(outcome),
      occurredAt,
    });
    if (posted.delta !== 0) {
      const { locale, pointTypes } = this.lane;
      this.#announcements.push({
        memberId,
        causeId,
        kind: subject.type,
        delta: posted.delta,
        balance: posted.balanceAfter,
        at: this.now.toISOString(),
        reason: reasonInWords(outcome, { locale, pointName: pointTypes[0]?.name ?? "points" }),
      });
    }
    return posted;
  }

  /** Writes everything that was entered, in the transaction of the lane. */
  async close(tx: Tx, ctx: Pick<Ctx, "programId" | "clock">): Promise<void> {
    await writePosting(tx, this.lane, this.book.close(), this.#rows, this.now);
    await announcePoints(tx, ctx, this.#announcements);
  }
}

const OUT: ReadonlySet<Movement["kind"]> = new Set([
  "return",
  "debt",
  "spend",
  "expire",
  "debit",
  "transfer_out",
]);

/** Points that the member gained less those lost; what only becomes active is neither. */
function netOf(movements: readonly Movement[]): number {
  return movements.reduce((sum, movement) => {
    if (movement.kind === "activate") return sum;
    if (movement.kind === "reversal") {
      const comesIn =
        movement.debit !== "available" && movement.debit !== "pending" && movement.debit !== "debt";
      return sum + (comesIn ? movement.amount : -movement.amount);
    }
    return sum + (OUT.has(movement.kind) ? -movement.amount : movement.amount);
  }, 0);
}

/**
 * Does work at the desk of a member's or pool's lane, with the lane and the purses locked, and writes what was
 * entered there.
 * @param party the member or pool; `others` of the same lane are locked with it
 * @throws NotFound where the program has no such member or pool
 */
export async function atDesk<T>(
  tx: Tx,
  ctx: Pick<Ctx, "programId" | "clock">,
  party: { memberId: string; lane?: number; others?: readonly string[]; lotNumbers?: readonly number[] },
  work: (desk: Desk) => T | Promise<T>,
): Promise<T> {
  const lane = party.lane ?? (await readLaneOf(tx, ctx.programId, party.memberId));
  if (lane === null) throw new NotFound("member");
  const locked = await lockLane(tx, ctx.programId, lane);
  const members = [party.memberId, ...(party.others ?? [])];
  const lots: LotNeeds = { of: members, numbers: party.lotNumbers ?? [] };
  const desk = new Desk(locked, await lockPurses(tx, locked, members, lots), ctx.clock.now());
  const result = await work(desk);
  await desk.close(tx, ctx);
  return result;
}
