import {
  type CampaignTotal,
  type CompiledRuleSet,
  capWindows,
  type EngineAward,
  step,
} from "@/lib/campaigns";
import { assert, present } from "@/lib/core/assert";
import { localDay } from "@/lib/core/calendar";
import { AppError } from "@/lib/core/errors";
import type { ClaimedEvent, DeadLetterRow, StoredPurchase } from "@/lib/events";
import type { MemberAttributes } from "@/lib/members";
import { type PointTypeDto, SPENDABLE_POINT_TYPE } from "@/lib/programs";
import {
  Book,
  bookAwards,
  type CapKey,
  type CapRow,
  type DecisionOutcome,
  type DecisionRow,
  decisionOutcome,
  type LedgerPlan,
  type Movement,
  type PostedItem,
  type ProgramAccounts,
  type Purse,
  planActivation,
  planEarning,
  planReturn,
  planTakeBack,
  type ReturnedLineRow,
  ReturnRefused,
  reasonInWords,
  termsOf,
  toMilli,
} from "@/lib/wallet";
import { EventPosting, type PostedSum } from "./event-posting";
import { takeBackGroups } from "./take-back-groups";

export type SliceProgram = {
  timeZone: string;
  locale: string;
  /** All types, the spendable one first. */
  pointTypes: readonly PointTypeDto[];
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

type EventOf<Type extends ClaimedEvent["payload"]["type"]> = Extract<ClaimedEvent["payload"], { type: Type }>;

class SlicePlanner {
  readonly #state: SliceState;
  readonly #today: string;
  readonly #pointTypes: ReadonlyMap<number, PointTypeDto>;
  readonly #book: Book;
  readonly #caps: Map<string, CapRow>;
  readonly #changedCaps = new Set<string>();
  readonly #purchases: Map<string, KnownPurchase>;
  readonly #returnedLines = new Map<string, ReturnedLineRow>();
  readonly #campaignTotals = new Map<string, CampaignTotal>();
  readonly #decisions: DecisionRow[] = [];
  readonly #announcements: PostedItem[] = [];

  constructor(state: SliceState) {
    const { pointTypes, timeZone } = state.program;
    this.#state = state;
    this.#today = localDay(state.now, timeZone);
    this.#pointTypes = new Map(pointTypes.map((pointType) => [pointType.pointTypeNo, pointType]));
    this.#book = new Book({ ...state, pointTypes });
    this.#caps = new Map(state.caps.map((row) => [capKey(row), { ...row }]));
    this.#purchases = new Map(
      [...state.purchases].map(([key, known]) => [key, { ...known, returned: new Map(known.returned) }]),
    );
  }

  post(event: ClaimedEvent): void {
    const { payload } = event;
    switch (payload.type) {
      case "purchase":
      case "custom":
        return this.#postEarning(event, payload);
      case "return":
        return this.#postReturn(event, payload);
      case "arrival":
        return this.#postArrival(event, payload);
      case "credit":
        return this.#postCredit(event, payload);
    }
  }

  #postEarning(event: ClaimedEvent, payload: EventOf<"purchase" | "custom">): void {
    const { ruleSet, program } = this.#state;
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
    const posting = new EventPosting(this.#book, event, program.timeZone);
    const activated = payload.type === "custom" ? this.#activate(posting, event, payload) : 0;
    const booked: DecisionOutcome["awards"] = [];
    const waiting: NonNullable<DecisionOutcome["waiting"]> = [];
    let points = 0;
    let paid = 0;
    for (const [pointTypeNo, own] of this.#byPointType(given)) {
      const credits = own.map(({ campaignId, points }) => ({
        campaignId,
        points,
        terms: this.#termsOf(campaignId, occurredAt),
      }));
      const movements = planEarning(this.#book.purseOf(memberId, pointTypeNo).owed, credits);
      const { lots } = posting.post(movements, pointTypeNo);
      if (pointTypeNo === SPENDABLE_POINT_TYPE) {
        points = own.reduce((sum, award) => sum + award.points, 0);
        paid = sumOf(movements, "debt_payment");
        for (const movement of movements) {
          if (movement.kind !== "earn" || movement.terms.state === "active") continue;
          const until = movement.terms.activatesOn ?? movement.terms.activatesBy ?? "";
          waiting.push({ points: movement.amount, until });
        }
      }
      bookAwards(own, lots, pointTypeNo).forEach((award, index) => {
        const { caps } = present(own[index], "one booked award for each");
        booked.push({ ...award, caps, returns: ruleSet.terms.get(award.campaignId)?.returns });
      });
    }
    for (const { campaignId, points: amount, caps } of given) {
      this.#count(campaignId, amount, 1);
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
      awards: booked,
      debt: { paid, made: 0 },
      ...(waiting.length > 0 && { waiting }),
      ...(activated > 0 && { activated }),
      ...posting.others(),
    };
    this.#record(event, outcome, points, posting.result());
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

  /** Makes active what waited for the event. @returns points of the spendable type */
  #activate(
    posting: EventPosting,
    { memberId, occurredAt }: ClaimedEvent,
    payload: EventOf<"custom">,
  ): number {
    const { purchaseId, purchaseSource } = payload.attributes ?? {};
    const purchase =
      typeof purchaseId === "string"
        ? (this.#purchases.get(purchaseKey(String(purchaseSource ?? payload.source), purchaseId)) ??
          "unknown")
        : null;
    if (purchase === "unknown") return 0;
    let activated = 0;
    for (const pointTypeNo of this.#pointTypes.keys()) {
      const purse = this.#book.purseOf(memberId, pointTypeNo);
      const movements = planActivation(
        purse,
        ({ waiting, causeId }) =>
          waiting?.activatesBy === payload.name && (purchase === null || causeId === purchase.eventId),
        occurredAt,
        localDay(occurredAt, this.#state.program.timeZone),
      );
      posting.post(movements, pointTypeNo);
      if (pointTypeNo === SPENDABLE_POINT_TYPE) activated = sumOf(movements, "activate");
    }
    return activated;
  }

  #postReturn(event: ClaimedEvent, payload: EventOf<"return">): void {
    const purchase = this.#purchaseOf(event, payload);
    const { outcome } = purchase;
    const { lines } = purchase.payload;
    const quantities = lines.length === 0 ? [1_000] : lines.map((line) => toMilli(line.quantity));
    const { takeBacks, lines: returned } = planReturn(
      { eventId: purchase.eventId, quantities, awards: outcome.awards, returned: purchase.returned },
      payload.lines?.map(({ line, quantity }) => ({ line, quantityMilli: toMilli(quantity) })) ??
        "everything",
    );
    const posting = new EventPosting(this.#book, event, this.#state.program.timeZone);
    const taken = new Map<string, number>();
    let points = 0;
    let made = 0;
    let forgiven = 0;
    for (const { pointTypeNo, policy, own } of takeBackGroups(takeBacks, this.#pointTypes)) {
      const plan = planTakeBack(this.#book.purseOf(event.memberId, pointTypeNo), own, policy);
      posting.post(plan.movements, pointTypeNo);
      for (const { campaignId, amount } of plan.movements) {
        if (campaignId !== null) taken.set(campaignId, (taken.get(campaignId) ?? 0) + amount);
      }
      if (pointTypeNo !== SPENDABLE_POINT_TYPE) continue;
      points += plan.movements.reduce((sum, { amount }) => sum + amount, 0);
      made += sumOf(plan.movements, "debt");
      forgiven += plan.forgiven;
    }

    for (const { line, quantityMilli, points } of returned) {
      purchase.returned.set(line, quantityMilli);
      const row = { eventId: purchase.eventId, line, quantityMilli, points };
      this.#returnedLines.set(`${purchase.eventId} ${line}`, row);
    }
    for (const [campaignId, points] of taken) {
      this.#count(campaignId, -points, 0);
      const award = outcome.awards.find((candidate) => candidate.campaignId === campaignId);
      for (const { limitNo, windowStart } of award?.caps ?? []) {
        this.#changeCap({ campaignId, limitNo, memberId: event.memberId, windowStart }, -points);
      }
    }
    const names = new Map(outcome.campaigns.map(({ campaignId, name }) => [campaignId, name]));
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
        takenBack: [...taken].map(([campaignId, points]) => ({
          campaignId,
          name: names.get(campaignId) ?? "Points",
          points,
        })),
        debt: { paid: 0, made },
        ...(forgiven > 0 && { forgiven }),
        ...posting.others(),
      },
      -points,
      posting.result(),
    );
  }

  #purchaseOf(event: ClaimedEvent, { purchaseSource, purchaseId }: EventOf<"return">) {
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

  /** Points that come from another member or a pool: lots with the last days that they had there. */
  #postArrival(event: ClaimedEvent, { subject, lots }: EventOf<"arrival">): void {
    const posting = new EventPosting(this.#book, event, this.#state.program.timeZone);
    const movements = lots.map(
      ({ points, expiresOn, sliding }): Movement => ({
        kind: "transfer_in",
        amount: points,
        campaignId: null,
        terms: { state: "active", expiresOn, sliding },
      }),
    );
    posting.post(movements);
    const outcome = decisionOutcome.parse({ subject, campaigns: [], awards: [], debt: { paid: 0, made: 0 } });
    this.#record(event, outcome, sumOf(movements, "transfer_in"), posting.result());
  }

  #postCredit(event: ClaimedEvent, { reason, file, points, pointTypeNo }: EventOf<"credit">): void {
    const pointType = present(this.#pointTypes.get(pointTypeNo), "the program issues the point type");
    const posting = new EventPosting(this.#book, event, this.#state.program.timeZone);
    const terms = termsOf(
      { expiry: pointType.expiry, pending: { kind: "immediate" } },
      event.occurredAt,
      this.#state.program.timeZone,
      this.#today,
    );
    const { owed } = this.#book.purseOf(event.memberId, pointTypeNo);
    const movements = planEarning(owed, [{ campaignId: null, points, terms }], "credit");
    posting.post(movements, pointTypeNo);
    this.#record(
      event,
      {
        subject: { type: "adjustment", reason, file },
        campaigns: [],
        awards: [],
        debt: { paid: sumOf(movements, "debt_payment"), made: 0 },
        ...posting.others(),
      },
      pointTypeNo === SPENDABLE_POINT_TYPE ? points : 0,
      posting.result(),
    );
  }

  #byPointType(awards: readonly EngineAward[]): Map<number, EngineAward[]> {
    const groups = new Map<number, EngineAward[]>();
    for (const award of awards) {
      const { pointTypeNo } = present(
        this.#state.ruleSet.terms.get(award.campaignId),
        "a campaign has terms",
      );
      const group = groups.get(pointTypeNo);
      if (group) group.push(award);
      else groups.set(pointTypeNo, [award]);
    }
    return groups;
  }

  #termsOf(campaignId: string, occurredAt: Date) {
    const { timeZone } = this.#state.program;
    const own = present(this.#state.ruleSet.terms.get(campaignId), "a campaign has terms");
    const pointType = present(this.#pointTypes.get(own.pointTypeNo), "the program issues the point type");
    const policy = { expiry: own.expiry ?? pointType.expiry, pending: own.pending ?? pointType.pending };
    return termsOf(policy, occurredAt, timeZone, this.#today);
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

  #record(event: ClaimedEvent, outcome: DecisionOutcome, points: number, posted: PostedSum): void {
    const { eventId: causeId, memberId, occurredAt } = event;
    const kind = outcome.subject.type;
    this.#decisions.push({
      causeId,
      memberId,
      kind,
      points,
      posted,
      outcome: JSON.stringify(outcome),
      occurredAt,
    });
    if (posted.delta === 0) return;
    const { locale, pointTypes } = this.#state.program;
    this.#announcements.push({
      memberId,
      causeId,
      kind,
      delta: posted.delta,
      balance: posted.balanceAfter,
      at: this.#state.now.toISOString(),
      reason: reasonInWords(outcome, { locale, pointName: pointTypes[0]?.name ?? "points" }),
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
    if (payload.type !== "purchase" && payload.type !== "custom") continue;
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
