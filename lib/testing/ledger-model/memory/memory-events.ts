import { type CompiledRuleSet, compileRuleSet, NO_BUDGETS } from "@/lib/campaigns";
import { campaignDefinition } from "@/lib/campaigns/schema";
import { newId } from "@/lib/core/ids";
import type { ClaimedEvent, StoredEvent } from "@/lib/events";
import type { KnownPurchase } from "@/lib/flows/post-events/known-purchase";
import { phraseBookOf } from "@/lib/flows/post-events/phrase-book-of";
import { planSlice } from "@/lib/flows/post-events/plan-slice";
import { NO_BENEFITS } from "@/lib/flows/post-events/slice-benefits";
import { capKey, purchaseKey } from "@/lib/flows/post-events/slice-state";
import type { Undone } from "@/lib/flows/reverse-entry/undo-entry";
import { NO_HISTORY } from "@/lib/history";
import { type CapRow, type DecisionOutcome, decisionOutcome } from "@/lib/wallet";
import { readPacked, unpackOutcome } from "@/lib/wallet/packed-outcome";
import { campaignsOf } from "../campaigns";
import { MEMBERS, nameOf, type Occurrence } from "../moves";
import type { MemoryBooks } from "./memory-books";

const HOUR = 3_600_000;
const JOINED = new Date("2026-01-01");

/** What members do, as the product posts it. */
export class MemoryEvents {
  readonly #books: MemoryBooks;
  readonly #ruleSet: CompiledRuleSet;
  readonly #caps = new Map<string, CapRow>();
  /** By `purchaseKey`, in the order in which they came. */
  readonly #purchases = new Map<string, KnownPurchase>();
  #accepted = 0;
  #dead: { event: ClaimedEvent; code: string }[] = [];

  constructor(books: MemoryBooks) {
    this.#books = books;
    const { timeZone, pointTypes } = books;
    const campaigns = campaignsOf().map((definition) => ({
      campaignId: newId(),
      version: 1,
      definition: campaignDefinition.parse(definition),
    }));
    this.#ruleSet = compileRuleSet(1, campaigns, { timeZone, currency: "EUR", pointTypes });
  }

  get setAside(): string[] {
    return this.#dead.map(({ code }) => code);
  }

  /** A purchase that an event was, or null. */
  purchaseOf(eventId: string): KnownPurchase | null {
    return [...this.#purchases.values()].find((known) => known.eventId === eventId) ?? null;
  }

  accept(move: Occurrence): void {
    const purchases = [...this.#purchases.values()];
    const occurredAt = new Date(this.#books.now - move.hoursLate * HOUR);
    const named = (countedBack: number) => purchases[nameOf(countedBack, purchases.length)];
    const payload = payloadOf(
      move,
      `e${this.#accepted}`,
      occurredAt,
      (countedBack) => named(countedBack)?.payload.id,
    );
    this.#accepted += 1;
    const purchaser = move.do === "return" ? named(move.purchase)?.memberId : undefined;
    const memberId =
      move.member === null ? (purchaser ?? this.#books.partyId(0)) : this.#books.partyId(move.member);
    const eventId = newId();
    this.#books.enqueue(eventId, memberId, payload);
    if (payload.type !== "purchase") return;
    const known = {
      eventId,
      memberId,
      occurredAt,
      payload,
      outcome: null,
      returned: new Map<number, number>(),
    };
    this.#purchases.set(purchaseKey("api", payload.id), known);
  }

  retry(): void {
    const again = [...this.#books.queue, ...this.#dead.map(({ event }) => event)];
    this.#books.queue = again.sort((one, other) => (one.eventId < other.eventId ? -1 : 1));
    this.#dead = [];
  }

  post(limit: number): void {
    while (this.#books.queue.length > 0) this.#postSlice(this.#books.queue.splice(0, limit));
  }

  #postSlice(events: readonly ClaimedEvent[]): void {
    const { rows, timeZone, pointTypes, parties, now } = this.#books;
    const members = parties
      .slice(0, MEMBERS)
      .map((memberId) => ({ memberId, attributes: {}, joinedAt: JOINED }));
    const plan = planSlice(
      {
        program: { timeZone, locale: "en", pointTypes },
        ruleSet: this.#ruleSet,
        accounts: rows.programAccounts,
        nextTransfer: rows.nextTransfer,
        purses: rows.purses(),
        members: new Map(members.map((member) => [member.memberId, member])),
        benefits: NO_BENEFITS,
        caps: [...this.#caps.values()],
        budgets: NO_BUDGETS,
        history: NO_HISTORY,
        purchases: this.#purchases,
        departed: new Set(),
        now: new Date(now),
      },
      events,
    );
    rows.write(plan.ledger);
    for (const cap of plan.caps) this.#caps.set(capKey(cap), cap);
    for (const { causeId, memberId, posted, outcome: stored, occurredAt } of plan.decisions) {
      const outcome = this.#outcomeOf(stored);
      this.#books.note({ causeId, memberId, subject: outcome.subject, outcome, posted, occurredAt });
      const purchase = this.purchaseOf(causeId);
      if (purchase) purchase.outcome = outcome;
    }
    for (const { eventId, line, quantityMilli } of plan.returnedLines) {
      this.purchaseOf(eventId)?.returned.set(line, quantityMilli);
    }
    for (const { eventId, code, message } of plan.deadLetters) {
      if (code === "internal") throw new Error(message);
      this.#dead.push(
        ...events.filter((event) => event.eventId === eventId).map((event) => ({ event, code })),
      );
    }
  }

  #outcomeOf(stored: string): DecisionOutcome {
    const packed = readPacked(JSON.parse(stored));
    return packed === null
      ? decisionOutcome.parse(JSON.parse(stored))
      : unpackOutcome(packed, phraseBookOf(this.#ruleSet));
  }

  /** What is kept beside the ledger follows what was undone. */
  rollBack(memberId: string, { takenBack, returnedLines }: Undone): void {
    for (const { campaignId, caps = [] } of takenBack) {
      for (const { limitNo, windowStart, used } of caps) {
        const key = { campaignId, limitNo, memberId, windowStart };
        const before = this.#caps.get(capKey(key))?.used ?? 0;
        this.#caps.set(capKey(key), { ...key, used: Math.max(0, before - used) });
      }
    }
    for (const { eventId, line, quantityMilli } of returnedLines) {
      this.purchaseOf(eventId)?.returned.set(line, quantityMilli);
    }
  }
}

function payloadOf(
  move: Occurrence,
  id: string,
  occurredAt: Date,
  purchaseIdOf: (countedBack: number) => string | undefined,
): Extract<StoredEvent, { type: "purchase" | "return" | "custom" }> {
  const common = { id, source: "api", occurredAt: occurredAt.toISOString() };
  switch (move.do) {
    case "purchase": {
      const amountMinor = move.lines.reduce((sum, line) => sum + line.amountMinor, 0);
      return { type: "purchase", ...common, currency: "EUR", amountMinor, lines: move.lines };
    }
    case "return": {
      const lines = move.line === null ? {} : { lines: [{ line: move.line, quantity: move.quantity }] };
      const purchaseId = purchaseIdOf(move.purchase) ?? "e-none";
      return { type: "return", ...common, purchaseId, purchaseSource: "api", ...lines };
    }
    case "visit":
      return { type: "custom", name: "visit", ...common };
    case "flown": {
      if (move.purchase === null) return { type: "custom", name: "flown", ...common };
      const attributes = { purchaseId: purchaseIdOf(move.purchase) ?? "e-none" };
      return { type: "custom", name: "flown", ...common, attributes };
    }
  }
}
