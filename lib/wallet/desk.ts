import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { present } from "@/lib/core/assert";
import { type Day, localDay } from "@/lib/core/calendar";
import { NotFound } from "@/lib/core/errors";
import type { Tx } from "@/lib/db";
import { type Expiry, SPENDABLE_POINT_TYPE } from "@/lib/programs";
import { Book } from "./book";
import { announcePoints } from "./events";
import type { Posted } from "./ledger-plan";
import { type DecisionOutcome, movesBenefits, type Subject } from "./outcome";
import type { Movement, Purse } from "./posting";
import { type DecisionRow, writePosting } from "./posting-sql";
import { readLaneOf } from "./read-sql";
import type { PostedItem } from "./schema";
import { type Access, type LockedLane, loadPurses, lockLane } from "./sql";

/** What a line keeps besides what moved. */
export type Details = Partial<
  Pick<DecisionOutcome, "forgiven" | "activated" | "takenBack" | "grace" | "withdrawn">
>;

/** A statement line about to be entered. */
export type StatementLine = {
  /** UUID of the adjustment, hold, redemption, … : the entry's own. */
  causeId: string;
  memberId: string;
  subject: Subject;
  /** When it happened; absent: now. */
  occurredAt?: Date;
};

/** A line with the movements that it stands for. */
export type Entry = StatementLine & {
  movements: readonly Movement[];
  pointTypeNo?: number;
  details?: Details;
};

/** Posts some of the movements of a line. */
export type Post = (movements: readonly Movement[], pointTypeNo?: number) => void;

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

  /** How long points of a type stay usable. */
  expiryOf(pointTypeNo: number): Expiry {
    const pointType = this.lane.pointTypes.find((candidate) => candidate.pointTypeNo === pointTypeNo);
    return present(pointType, "the program issues the point type").expiry;
  }

  /** Posts movements under one line of the member's statement. An entry without movements is a line all the same. */
  enter({ movements, pointTypeNo, details, ...line }: Entry): Posted {
    return this.enterInParts(line, (post) => {
      post(movements, pointTypeNo);
      return details ?? {};
    });
  }

  /**
   * Posts movements under one line, part by part: what is planned after one part sees what it left behind.
   * @param work plans and posts them, and tells what else the statement keeps
   */
  enterInParts(
    { causeId, memberId, subject, occurredAt = this.now }: StatementLine,
    work: (post: Post) => Details,
  ): Posted {
    const cause = { causeId, memberId, occurredAt, day: this.today };
    let posted = this.book.post(cause, []);
    let points = 0;
    const debt = { paid: 0, made: 0 };
    const others = new Map<number, number>();
    const details = work((movements, pointTypeNo = SPENDABLE_POINT_TYPE) => {
      const part = this.book.post(cause, movements, pointTypeNo);
      posted = {
        ...part,
        delta: posted.delta + part.delta,
        firstTransfer: posted.firstTransfer,
        transfers: posted.transfers + part.transfers,
      };
      if (pointTypeNo === SPENDABLE_POINT_TYPE) {
        points += netOf(movements);
        for (const movement of movements) countDebt(debt, movement);
      } else others.set(pointTypeNo, (others.get(pointTypeNo) ?? 0) + netOf(movements));
    });
    const outcome: DecisionOutcome = {
      subject,
      campaigns: [],
      awards: [],
      debt,
      ...details,
      ...(others.size > 0 && {
        others: [...others].map(([pointTypeNo, moved]) => ({ pointTypeNo, points: moved })),
      }),
    };
    this.#rows.push({
      causeId,
      memberId,
      kind: subject.type,
      points,
      posted,
      outcome: JSON.stringify(outcome),
      occurredAt,
    });
    const { delta, balanceAfter: balance } = posted;
    const benefits = movesBenefits(outcome);
    if (delta === 0 && !benefits) return posted;
    this.#announcements.push({ memberId, causeId, delta, balance, ...(benefits && { benefits }) });
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

function countDebt(debt: { paid: number; made: number }, movement: Movement): void {
  const isReversal = movement.kind === "reversal";
  if (movement.kind === "debt_payment" || (isReversal && movement.credit === "debt"))
    debt.paid += movement.amount;
  if (movement.kind === "debt" || (isReversal && movement.debit === "debt")) debt.made += movement.amount;
}

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

/** Whose points are dealt with: a member or pool, others of the same lane, lots with nothing free. */
export type DeskParty = {
  memberId: string;
  lane?: number;
  others?: readonly string[];
  lotNumbers?: readonly number[];
};

/**
 * Does work at the desk of a member's or pool's lane, with the lane and the purses locked, and writes what was
 * entered there.
 * @param party the member or pool; `others` of the same lane are locked with it
 * @throws NotFound where the program has no such member or pool
 */
export async function atDesk<T>(
  tx: Tx,
  ctx: Pick<Ctx, "programId" | "clock">,
  party: DeskParty,
  work: (desk: Desk) => T | Promise<T>,
): Promise<T> {
  const desk = await openDesk(tx, ctx, party, "lock");
  const result = await work(desk);
  await desk.close(tx, ctx);
  return result;
}

/**
 * Does the same work without locks and writes nothing: how something would turn out as things are.
 * @throws NotFound where the program has no such member or pool
 */
export async function lookAhead<T>(
  tx: Tx,
  ctx: Pick<Ctx, "programId" | "clock">,
  party: DeskParty,
  work: (desk: Desk) => T | Promise<T>,
): Promise<T> {
  return work(await openDesk(tx, ctx, party, "look"));
}

async function openDesk(
  tx: Tx,
  { programId, clock }: Pick<Ctx, "programId" | "clock">,
  { memberId, others = [], lotNumbers = [], ...party }: DeskParty,
  access: Access,
): Promise<Desk> {
  const lane = party.lane ?? (await readLaneOf(tx, programId, memberId));
  if (lane === null) throw new NotFound("member");
  const opened = await lockLane(tx, programId, lane, access);
  const members = [memberId, ...others];
  const purses = await loadPurses(tx, opened, members, { of: members, numbers: lotNumbers });
  return new Desk(opened, purses, clock.now());
}
