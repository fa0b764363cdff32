import { type CampaignTotal, type CompiledRuleSet, capWindows, step } from "@/lib/campaigns";
import { assert, present } from "@/lib/core/assert";
import { addMonths, localDay } from "@/lib/core/calendar";
import { AppError } from "@/lib/core/errors";
import type { ClaimedEvent, DeadLetterRow, StoredPurchase, StoredReturn } from "@/lib/events";
import type { MemberAttributes } from "@/lib/members";
import {
  Book,
  bookAwards,
  type CapKey,
  type CapRow,
  type DecisionOutcome,
  type DecisionRow,
  type ExpiryDay,
  type LedgerPlan,
  type Movement,
  NEVER,
  type ProgramAccounts,
  type Purse,
  planEarning,
  planReturn,
  planTakeBack,
  type ReturnedLineRow,
  ReturnRefused,
  reasonInWords,
  toMilli,
} from "@/lib/wallet";

export type SliceProgram = {
  timeZone: string;
  locale: string;
  pointName: string;
  expiresAfterMonths: number | null;
};

/** A purchase that an event of the slice returns something of. */
export type KnownPurchase = {
  eventId: string;
  memberId: string;
  payload: StoredPurchase;
  /** Null until the purchase is posted. */
  outcome: DecisionOutcome | null;
  /** What came back before, by line, in thousandths of a piece. */
  returned: Map<number, number>;
};

/** Everything that posting a slice depends on. */
export type SliceState = {
  program: SliceProgram;
  ruleSet: CompiledRuleSet;
  accounts: ProgramAccounts;
  nextTransfer: number;
  purses: readonly Purse[];
  members: ReadonlyMap<string, { attributes: MemberAttributes; joinedAt: Date }>;
  caps: readonly CapRow[];
  /** By `purchaseKey`. */
  purchases: ReadonlyMap<string, KnownPurchase>;
  now: Date;
};

export type PostedItem = {
  memberId: string;
  eventId: string;
  delta: number;
  balance: number;
  at: string;
  reason: string;
};

export type SlicePlan = {
  ledger: LedgerPlan;
  decisions: DecisionRow[];
  caps: CapRow[];
  returnedLines: ReturnedLineRow[];
  /** What each campaign gave in the slice, less what returns took back. */
  campaignTotals: CampaignTotal[];
  deadLetters: DeadLetterRow[];
  /** What moved a member's points, for those who look on. */
  announcements: PostedItem[];
};

export function purchaseKey(source: string, externalId: string): string {
  return `${source}\n${externalId}`;
}

export function capKey({ campaignId, limitNo, memberId, windowStart }: CapKey): string {
  return `${campaignId} ${limitNo} ${memberId} ${windowStart}`;
}

/**
 * Decides what the events of a slice do, one after the other, each seeing what those before it left behind. Pure:
 * the same state and events give the same plan, however the events were cut into slices. An event that cannot be
 * posted ends as a dead letter and leaves no trace in the plan.
 */
export function planSlice(state: SliceState, events: readonly ClaimedEvent[]): SlicePlan {
  const planner = new SlicePlanner(state);
  const deadLetters: DeadLetterRow[] = [];
  for (const event of events) {
    try {
      planner.post(event);
    } catch (error) {
      deadLetters.push(deadLetterOf(event, error));
    }
  }
  return { ...planner.close(), deadLetters };
}

/** How a fault is kept with the event that it stopped. A bug shows its message: it is the operator who reads it. */
export function deadLetterOf(event: { eventId: string; attempts: number }, error: unknown): DeadLetterRow {
  const known = error instanceof AppError ? error : null;
  const message = known?.publicMessage ?? (error instanceof Error ? error.message : String(error));
  return {
    eventId: event.eventId,
    attempts: event.attempts + 1,
    code: known?.code ?? "internal",
    message: message.replaceAll("\u0000", "").slice(0, 2_000),
  };
}

class SlicePlanner {
  readonly #state: SliceState;
  readonly #book: Book;
  readonly #caps: Map<string, CapRow>;
  readonly #changedCaps = new Set<string>();
  readonly #purchases: Map<string, KnownPurchase>;
  readonly #returnedLines = new Map<string, ReturnedLineRow>();
  readonly #campaignTotals = new Map<string, CampaignTotal>();
  readonly #decisions: DecisionRow[] = [];
  readonly #announcements: PostedItem[] = [];

  constructor(state: SliceState) {
    this.#state = state;
    this.#book = new Book(state);
    this.#caps = new Map(state.caps.map((row) => [capKey(row), { ...row }]));
    this.#purchases = new Map(
      [...state.purchases].map(([key, known]) => [key, { ...known, returned: new Map(known.returned) }]),
    );
  }

  post(event: ClaimedEvent): void {
    const { payload } = event;
    if (payload.type === "return") this.#postReturn(event, payload);
    else this.#postEarning(event, payload);
  }

  #postEarning(event: ClaimedEvent, payload: Exclude<ClaimedEvent["payload"], StoredReturn>): void {
    const { ruleSet } = this.#state;
    const { memberId, occurredAt } = event;
    const member = this.#state.members.get(memberId);
    assert(member, "the slice has loaded each of its members");
    const { decision, awards } = step(
      ruleSet,
      {
        member,
        capUse: (campaignId, limitNo, windowStart) =>
          this.#caps.get(capKey({ campaignId, limitNo, memberId, windowStart }))?.used ?? 0,
      },
      { type: event.type, occurredAt, payload },
    );
    const given = awards.filter(({ points }) => points > 0);
    const movements = planEarning(this.#book.purseOf(memberId).owed, given, this.#expiryOf(occurredAt));
    const posted = this.#book.post(event, movements);
    for (const { campaignId, points, caps } of given) {
      this.#count(campaignId, points, 1);
      for (const { limitNo, windowStart, used } of caps) {
        this.#changeCap({ campaignId, limitNo, memberId, windowStart }, used);
      }
    }
    const outcome: DecisionOutcome = {
      subject:
        payload.type === "purchase"
          ? {
              type: "purchase",
              amountMinor: payload.amountMinor,
              currency: payload.currency,
              store: payload.store,
            }
          : { type: "custom", name: payload.name },
      campaigns: decision.campaigns,
      awards: bookAwards(given, posted.lots).map((booked, index) => ({
        ...booked,
        caps: present(given[index], "one booked award for each").caps,
      })),
      debt: { paid: sumOf(movements, "debt_payment"), made: 0 },
      balanceAfter: posted.balanceAfter,
    };
    const points = given.reduce((sum, award) => sum + award.points, 0);
    this.#record(event, outcome, points, posted.delta);
    if (payload.type === "purchase") {
      this.#purchases.set(purchaseKey(payload.source, payload.id), {
        eventId: event.eventId,
        memberId,
        payload,
        outcome,
        returned: new Map(),
      });
    }
  }

  #postReturn(event: ClaimedEvent, payload: StoredReturn): void {
    const purchase = this.#purchaseOf(event, payload);
    const { outcome } = purchase;
    const { lines } = purchase.payload;
    const quantities = lines.length === 0 ? [1_000] : lines.map((line) => toMilli(line.quantity));
    const { takeBacks, lines: returned } = planReturn(
      { eventId: purchase.eventId, quantities, awards: outcome.awards, returned: purchase.returned },
      payload.lines?.map(({ line, quantity }) => ({ line, quantityMilli: toMilli(quantity) })) ??
        "everything",
    );
    const movements = planTakeBack(this.#book.purseOf(event.memberId), takeBacks);
    const posted = this.#book.post(event, movements);

    for (const { line, quantityMilli, points } of returned) {
      purchase.returned.set(line, quantityMilli);
      const row = { eventId: purchase.eventId, line, quantityMilli, points };
      this.#returnedLines.set(`${purchase.eventId} ${line}`, row);
    }
    for (const { campaignId, points } of takeBacks) {
      this.#count(campaignId, -points, 0);
      const award = outcome.awards.find((candidate) => candidate.campaignId === campaignId);
      for (const { limitNo, windowStart } of award?.caps ?? []) {
        this.#changeCap({ campaignId, limitNo, memberId: event.memberId, windowStart }, -points);
      }
    }
    const names = new Map(outcome.campaigns.map(({ campaignId, name }) => [campaignId, name]));
    const takenBack = takeBacks.map(({ campaignId, points }) => ({
      campaignId,
      name: names.get(campaignId) ?? "Points",
      points,
    }));
    const { amountMinor, currency, store } = purchase.payload;
    this.#record(
      event,
      {
        subject: {
          type: "return",
          purchaseEventId: purchase.eventId,
          amountMinor,
          currency,
          store,
          isComplete: quantities.every((bought, line) => purchase.returned.get(line) === bought),
        },
        campaigns: [],
        awards: [],
        takenBack,
        debt: { paid: 0, made: sumOf(movements, "debt") },
        balanceAfter: posted.balanceAfter,
      },
      -takenBack.reduce((sum, { points }) => sum + points, 0),
      posted.delta,
    );
  }

  #purchaseOf(event: ClaimedEvent, { purchaseSource, purchaseId }: StoredReturn) {
    const purchase = this.#purchases.get(purchaseKey(purchaseSource, purchaseId));
    if (purchase === undefined || purchase.memberId !== event.memberId) {
      // Somebody else's purchase looks as if it did not exist.
      throw new ReturnRefused(
        "purchase_not_found",
        `The member has no purchase “${purchaseId}” from “${purchaseSource}”. If it arrives later, retry the return.`,
      );
    }
    const { outcome } = purchase;
    if (outcome === null) {
      throw new ReturnRefused(
        "purchase_not_posted",
        `The purchase “${purchaseId}” has not been posted. Retry the return when it has.`,
      );
    }
    return { ...purchase, outcome };
  }

  #expiryOf(occurredAt: Date): ExpiryDay {
    const { timeZone, expiresAfterMonths } = this.#state.program;
    return expiresAfterMonths === null
      ? NEVER
      : addMonths(localDay(occurredAt, timeZone), expiresAfterMonths);
  }

  #changeCap(key: CapKey, delta: number): void {
    const name = capKey(key);
    const row = this.#caps.get(name) ?? { ...key, used: 0 };
    row.used = Math.max(0, row.used + delta);
    this.#caps.set(name, row);
    this.#changedCaps.add(name);
  }

  #count(campaignId: string, points: number, awards: number): void {
    const total = this.#campaignTotals.get(campaignId) ?? { campaignId, points: 0, awards: 0 };
    total.points += points;
    total.awards += awards;
    this.#campaignTotals.set(campaignId, total);
  }

  #record(event: ClaimedEvent, outcome: DecisionOutcome, points: number, delta: number): void {
    const { eventId, memberId } = event;
    this.#decisions.push({ eventId, memberId, points, outcome: JSON.stringify(outcome) });
    if (delta === 0) return;
    this.#announcements.push({
      memberId,
      eventId,
      delta,
      balance: outcome.balanceAfter,
      at: this.#state.now.toISOString(),
      reason: reasonInWords(outcome, this.#state.program),
    });
  }

  close(): Omit<SlicePlan, "deadLetters"> {
    return {
      ledger: this.#book.close(),
      decisions: this.#decisions,
      caps: [...this.#changedCaps].map((name) => present(this.#caps.get(name), "a changed cap is kept")),
      returnedLines: [...this.#returnedLines.values()],
      campaignTotals: [...this.#campaignTotals.values()],
      announcements: this.#announcements,
    };
  }
}

/** The counters that posting these events may read or change. */
export function capsOf(
  ruleSet: CompiledRuleSet,
  events: readonly ClaimedEvent[],
  purchases: ReadonlyMap<string, KnownPurchase>,
): CapKey[] {
  const keys = new Map<string, CapKey>();
  const add = (key: CapKey) => keys.set(capKey(key), key);
  for (const { memberId, type, occurredAt, payload } of events) {
    if (payload.type === "return") continue;
    for (const window of capWindows(ruleSet, { type, occurredAt })) add({ ...window, memberId });
  }
  for (const { memberId, outcome } of purchases.values()) {
    for (const { campaignId, caps } of outcome?.awards ?? []) {
      for (const { limitNo, windowStart } of caps) add({ campaignId, limitNo, memberId, windowStart });
    }
  }
  return [...keys.values()];
}

function sumOf(movements: readonly Movement[], kind: Movement["kind"]): number {
  return movements.reduce((sum, movement) => sum + (movement.kind === kind ? movement.amount : 0), 0);
}
