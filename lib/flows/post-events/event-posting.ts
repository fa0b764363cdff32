import { localDay } from "@/lib/core/calendar";
import type { ClaimedEvent } from "@/lib/events";
import { SPENDABLE_POINT_TYPE } from "@/lib/programs";
import type { Book, Cause, DecisionOutcome, Movement, Posted } from "@/lib/wallet";

/** What an event did over all point types: its place in the ledger, and the member's spendable points. */
export type PostedSum = Pick<Posted, "delta" | "balanceAfter" | "firstTransfer" | "transfers">;

/** The postings of one event, point type by point type, as one stretch of transfers. */
export class EventPosting {
  readonly #book: Book;
  readonly #cause: Cause;
  readonly #others = new Map<number, number>();
  readonly #sum: PostedSum;

  constructor(book: Book, { eventId, memberId, occurredAt }: ClaimedEvent, timeZone: string) {
    this.#book = book;
    this.#cause = { causeId: eventId, memberId, occurredAt, day: localDay(occurredAt, timeZone) };
    const { delta, balanceAfter, firstTransfer, transfers } = book.post(this.#cause, []);
    this.#sum = { delta, balanceAfter, firstTransfer, transfers };
  }

  post(movements: readonly Movement[], pointTypeNo = SPENDABLE_POINT_TYPE): Posted {
    const posted = this.#book.post(this.#cause, movements, pointTypeNo);
    this.#sum.delta += posted.delta;
    this.#sum.balanceAfter = posted.balanceAfter;
    this.#sum.transfers += posted.transfers;
    if (pointTypeNo !== SPENDABLE_POINT_TYPE) this.#countOther(pointTypeNo, movements);
    return posted;
  }

  #countOther(pointTypeNo: number, movements: readonly Movement[]): void {
    const points = movements.reduce((sum, { kind, amount }) => sum + directionOf(kind) * amount, 0);
    if (points !== 0) this.#others.set(pointTypeNo, (this.#others.get(pointTypeNo) ?? 0) + points);
  }

  /** As of the movements posted so far; it follows those to come. */
  result(): PostedSum {
    return this.#sum;
  }

  /** The points of other types, as the outcome keeps them. */
  others(): Pick<DecisionOutcome, "others"> {
    if (this.#others.size === 0) return {};
    return { others: [...this.#others].map(([pointTypeNo, points]) => ({ pointTypeNo, points })) };
  }
}

function directionOf(kind: Movement["kind"]): number {
  if (kind === "activate") return 0;
  return kind === "return" || kind === "debt" ? -1 : 1;
}
