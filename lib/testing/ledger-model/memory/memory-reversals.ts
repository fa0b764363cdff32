import { present } from "@/lib/core/assert";
import { addDays } from "@/lib/core/calendar";
import { NotFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { NotReversible, requireReversible } from "@/lib/flows/reverse-entry/not-reversible";
import type { Earning } from "@/lib/flows/reverse-entry/sql";
import { takeFromRecipient } from "@/lib/flows/reverse-entry/take-from-recipient";
import { undoEntry } from "@/lib/flows/reverse-entry/undo-entry";
import type { PostedEntry } from "@/lib/wallet";
import { GRACE_DAYS, type Move, nameOf } from "../moves";
import type { Line, MemoryBooks } from "./memory-books";
import type { MemoryEvents } from "./memory-events";
import type { MemoryPools } from "./memory-pools";

const REASON = "A mistake";

/** Undoes lines of statements, by the product's planning. */
export class MemoryReversals {
  readonly #books: MemoryBooks;
  readonly #events: MemoryEvents;
  readonly #pools: MemoryPools;

  constructor(books: MemoryBooks, events: MemoryEvents, pools: MemoryPools) {
    this.#books = books;
    this.#events = events;
    this.#pools = pools;
  }

  act(move: Extract<Move, { do: "reverse" }>): void {
    const memberId = this.#books.partyId(move.party);
    const lines = this.#books.linesOf(memberId);
    const line = lines[nameOf(move.line, lines.length)];
    if (line === undefined) throw new NotFound("entry");
    const entry = this.#entryOf(line);
    requireReversible(entry);
    if (this.#pools.isDissolved(memberId)) throw new NotReversible("the pool is gone");
    const reversalId = newId();
    if (entry.kind === "transfer_out") this.#reverseTransfer(entry, reversalId);
    else this.#undo(entry, reversalId);
    line.reversalId = reversalId;
  }

  #entryOf({ causeId, memberId, subject, outcome, posted, occurredAt, reversalId }: Line): PostedEntry {
    return {
      causeId,
      memberId,
      lane: 0,
      kind: subject.type,
      outcome: outcome ?? { subject, campaigns: [], awards: [], debt: { paid: 0, made: 0 } },
      occurredAt,
      reversalId,
      transfers: this.#books.rows.transfersOf(posted),
    };
  }

  #undo(entry: PostedEntry, reversalId: string): void {
    const { memberId } = entry;
    const earning = this.#earningOf(entry);
    const undone = this.#books.atDesk((desk) => {
      const { nextTransfer } = this.#books.rows;
      const before = desk.purseOf(memberId).available;
      const undone = undoEntry(desk, { entry, earning, reversalId, reason: REASON, graceDays: GRACE_DAYS });
      const balanceAfter = desk.purseOf(memberId).available;
      this.#books.note({
        causeId: reversalId,
        memberId,
        subject: { type: "reversal", reason: REASON, of: entry.kind, causeId: entry.causeId },
        outcome: null,
        posted: { delta: balanceAfter - before, balanceAfter, firstTransfer: nextTransfer, transfers: 0 },
        occurredAt: desk.now,
      });
      return undone;
    });
    this.#events.rollBack(memberId, undone);
  }

  /** What earned the points of an event, or of the purchase that a return is of. */
  #earningOf({ causeId, memberId, kind, outcome, occurredAt }: PostedEntry): Earning | null {
    const { subject } = outcome;
    if (subject.type === "custom") {
      const payload = { type: "custom", name: subject.name, id: causeId, source: "api" } as const;
      const event = { eventId: causeId, type: `custom:${subject.name}`, occurredAt, isReversed: false };
      return {
        ...event,
        outcome,
        payload: { ...payload, occurredAt: occurredAt.toISOString() },
        returned: new Map(),
      };
    }
    if (subject.type !== "purchase" && subject.type !== "return") return null;
    const eventId = subject.type === "purchase" ? causeId : subject.purchaseEventId;
    const purchase = present(this.#events.purchaseOf(eventId), `a ${kind} has a purchase`);
    const line = this.#books.linesOf(memberId).find((own) => own.causeId === eventId);
    const returned = [...purchase.returned].map(
      ([line, quantityMilli]) => [line, { quantityMilli, points: 0 }] as const,
    );
    return {
      eventId,
      type: "purchase",
      occurredAt: purchase.occurredAt,
      payload: purchase.payload,
      outcome: present(purchase.outcome, "a purchase that is on a statement has been posted"),
      returned: new Map(returned),
      isReversed: line?.reversalId != null,
    };
  }

  #reverseTransfer({ causeId, memberId, outcome, transfers }: PostedEntry, reversalId: string): void {
    const { subject } = outcome;
    const recipientId = subject.type === "transfer_out" ? subject.to : "";
    const line = this.#books.arrivalOf(causeId);
    if (line === null) throw new NotReversible("the points are on their way");
    const arrival = this.#entryOf(line);
    const { kind } = arrival;
    this.#books.atDesk((desk) => {
      const movements = takeFromRecipient(desk, arrival);
      const of = { reason: REASON, of: kind, causeId: arrival.causeId };
      this.#books.enter(desk, recipientId, { type: "reversal", ...of }, movements);
    });
    line.reversalId = reversalId;
    const common = {
      id: `${causeId}:undone`,
      source: "tessera",
      occurredAt: new Date(this.#books.now).toISOString(),
    };
    this.#books.enqueue(reversalId, memberId, {
      type: "restoration",
      ...common,
      causeId,
      reason: REASON,
      graceUntil: addDays(this.#books.today, GRACE_DAYS),
      transfers,
    });
  }
}
