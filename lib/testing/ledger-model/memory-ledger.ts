import { type CompiledRuleSet, compileRuleSet, NO_BUDGETS } from "@/lib/campaigns";
import { campaignDefinition } from "@/lib/campaigns/schema";
import { addDays, localDay } from "@/lib/core/calendar";
import { newId } from "@/lib/core/ids";
import type { ClaimedEvent, StoredEvent } from "@/lib/events";
import type { KnownPurchase } from "@/lib/flows/post-events/known-purchase";
import { phraseBookOf } from "@/lib/flows/post-events/phrase-book-of";
import { planSlice } from "@/lib/flows/post-events/plan-slice";
import { NO_BENEFITS } from "@/lib/flows/post-events/slice-benefits";
import { capKey, purchaseKey } from "@/lib/flows/post-events/slice-state";
import { NO_HISTORY } from "@/lib/history";
import { apportion, shareOut } from "@/lib/pools/share-out";
import { type PointTypeDto, PROGRAM_ACCOUNTS, type ProgramAccountKind } from "@/lib/programs";
import {
  Book,
  type CapRow,
  disposable,
  emptyPurse,
  isSlideOver,
  type LedgerPlan,
  type Lot,
  lastDay,
  latestSlidingDay,
  type Movement,
  type Posted,
  type PostedTransfer,
  type ProgramAccounts,
  type Purse,
  passingOf,
  planActivation,
  planDraw,
  planEarning,
  planExpiry,
  planPassing,
  planUndo,
  termsOf,
} from "@/lib/wallet";
import type { NewLot } from "@/lib/wallet/ledger-plan";
import { readPacked, unpackOutcome } from "@/lib/wallet/packed-outcome";
import { planCapture } from "@/lib/wallet/plan-capture";
import { bySpendOrder, type Slice } from "@/lib/wallet/posting";
import { campaignsOf } from "./campaigns";
import {
  type Answer,
  founderOf,
  GRACE_DAYS,
  MEMBERS,
  type MemberView,
  type Move,
  nameOf,
  POOLS,
  type PoolMove,
  type Rules,
  type TriedLedger,
} from "./moves";

type StoredLot = NewLot & { remaining: number; reserved: number };
type StoredAccount = {
  party: string;
  pointTypeNo: number;
  kind: string;
  balance: number;
  held: number;
  slidesTo: string | null;
};
type Pool = {
  ownerId: string;
  isThere: boolean;
  parts: { memberId: string; isIn: boolean; joinedAt: number; contributed: number }[];
};
type Hold = { member: number; until: number; isOpen: boolean; pins: Slice[] };
const HOUR = 3_600_000;

/**
 * The product's planning, on rows in memory: what a plan says is written to accounts and lots by its transfers alone,
 * as the database does it, and the next plan starts from those rows.
 */
export class MemoryLedger implements TriedLedger {
  readonly #timeZone: string;
  readonly #pointTypes: PointTypeDto[];
  readonly #ruleSet: CompiledRuleSet;
  readonly #programAccounts: ProgramAccounts;
  readonly #members = Array.from({ length: MEMBERS }, newId);
  readonly #poolIds = Array.from({ length: POOLS }, newId);
  readonly #pools: Pool[] = [];
  readonly #accounts = new Map<string, StoredAccount>();
  readonly #lots: StoredLot[] = [];
  readonly #caps = new Map<string, CapRow>();
  readonly #purchases = new Map<string, KnownPurchase>();
  readonly #statements = new Map<string, { delta: number; balanceAfter: number }[]>();
  readonly #events: ClaimedEvent[] = [];
  readonly #purchaseNumbers: number[] = [];
  readonly #holds: Hold[] = [];
  readonly #entries: { member: number; isReversed: boolean; transfers: PostedTransfer[] }[] = [];
  #written: LedgerPlan["transfers"] = [];
  #queue: ClaimedEvent[] = [];
  #dead: ClaimedEvent[] = [];
  #nextTransfer = 1;
  #now: number;
  #closedDay: string;

  constructor({ timeZone, start, expiry, pending, returnPolicy }: Rules) {
    this.#timeZone = timeZone;
    this.#now = Date.parse(start);
    this.#closedDay = this.#today;
    this.#pointTypes = [
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
    const campaigns = campaignsOf().map((definition) => ({
      campaignId: newId(),
      version: 1,
      definition: campaignDefinition.parse(definition),
    }));
    this.#ruleSet = compileRuleSet(1, campaigns, { timeZone, currency: "EUR", pointTypes: this.#pointTypes });
    this.#programAccounts = new Map(
      this.#pointTypes.map(({ pointTypeNo }) => [
        pointTypeNo,
        Object.fromEntries(PROGRAM_ACCOUNTS.map((kind) => [kind, newId()])) as Record<
          ProgramAccountKind,
          string
        >,
      ]),
    );
    for (const member of this.#parties) {
      this.#statements.set(member, []);
      this.#accounts.set(newId(), { ...EMPTY, party: member, pointTypeNo: 1, kind: "available" });
    }
    for (let pool = 0; pool < POOLS; pool += 1) {
      const ownerId = this.#memberId(founderOf(pool));
      const founder = { memberId: ownerId, isIn: true, joinedAt: this.#now, contributed: 0 };
      this.#pools.push({ ownerId, isThere: true, parts: [founder] });
    }
  }

  get #parties(): string[] {
    return [...this.#members, ...this.#poolIds];
  }

  act(move: Move): Answer {
    switch (move.do) {
      case "purchase":
      case "return":
      case "visit":
      case "flown":
        return this.#accept(move);
      case "again":
        // What came before comes in again, and is known.
        return "done";
      case "post":
        this.#post(move.limit);
        return "done";
      case "retry":
        this.#queue = [...this.#queue, ...this.#dead].sort((one, other) =>
          one.eventId < other.eventId ? -1 : 1,
        );
        this.#dead = [];
        return "done";
      case "wait":
        this.#now += move.hours * HOUR;
        return "done";
      case "endOfDay":
        this.#endDays();
        return "done";
      case "capture":
      case "release":
        return this.#remember(this.#holds[nameOf(move.hold, this.#holds.length)]?.member ?? 0, () =>
          this.#settle(move),
        );
      case "join":
      case "leave":
      case "handOver":
      case "give":
      case "payOut":
      case "poolSpend":
      case "dissolve":
        return this.#remember(MEMBERS + move.pool, () => this.#inPool(move, this.#pools[move.pool]));
      case "reverse":
        return this.#reverse(this.#entries[nameOf(move.entry, this.#entries.length)]);
      default:
        return this.#remember(move.member, () => this.#atCounter(move));
    }
  }

  view(): MemberView[] {
    return this.#parties.map((member) => {
      const own = (kind: string, pointTypeNo = 1) =>
        [...this.#accounts].find(
          ([, account]) =>
            account.party === member && account.kind === kind && account.pointTypeNo === pointTypeNo,
        );
      const [availableAccount, available] = own("available") ?? [];
      const [pendingAccount, pending] = own("pending") ?? [];
      return {
        available: available?.balance ?? 0,
        held: available?.held ?? 0,
        pending: pending?.balance ?? 0,
        owed: 0 - (own("debt")?.[1].balance ?? 0),
        lots: this.#lots
          .filter(
            ({ accountId, remaining }) =>
              remaining > 0 && [availableAccount, pendingAccount].includes(accountId),
          )
          .map((lot) => ({
            remaining: lot.remaining,
            reserved: lot.reserved,
            lastDay: lot.expiresOn,
            waitsFor: lot.activatesOn ?? lot.activatesBy,
          })),
        stars: own("available", 2)?.[1].balance ?? 0,
        starsOwed: 0 - (own("debt", 2)?.[1].balance ?? 0),
        statement: this.#statements.get(member) ?? [],
      };
    });
  }

  get #today(): string {
    return localDay(new Date(this.#now), this.#timeZone);
  }

  #memberId(member: number): string {
    return this.#parties[member] ?? "";
  }

  #accept(move: Extract<Move, { do: "purchase" | "return" | "visit" | "flown" }>): Answer {
    const number = this.#events.length;
    const occurredAt = new Date(this.#now - move.hoursLate * HOUR);
    const payload = payloadOf(move, number, occurredAt, this.#purchaseNumbers);
    const purchaser =
      payload.type === "return" ? this.#purchases.get(purchaseKey("api", payload.purchaseId)) : null;
    const type = payload.type === "custom" ? `custom:${payload.name}` : payload.type;
    const memberId =
      move.member === null ? (purchaser?.memberId ?? this.#memberId(0)) : this.#memberId(move.member);
    const event = { eventId: newId(), memberId, type, occurredAt, payload, attempts: 0 };
    this.#events.push(event);
    this.#queue.push(event);
    if (payload.type === "purchase") {
      this.#purchaseNumbers.push(number);
      const { eventId } = event;
      const returned = new Map<number, number>();
      const known = { eventId, memberId, occurredAt, payload, outcome: null, returned };
      this.#purchases.set(purchaseKey("api", payload.id), known);
    }
    return "done";
  }

  #post(limit: number): void {
    while (this.#queue.length > 0) {
      const events = this.#queue.splice(0, limit);
      const plan = planSlice(
        {
          program: { timeZone: this.#timeZone, locale: "en", pointTypes: this.#pointTypes },
          ruleSet: this.#ruleSet,
          accounts: this.#programAccounts,
          nextTransfer: this.#nextTransfer,
          purses: this.#purses(),
          members: new Map(
            this.#members.map((memberId) => [
              memberId,
              { memberId, attributes: {}, joinedAt: new Date("2026-01-01") },
            ]),
          ),
          benefits: NO_BENEFITS,
          caps: [...this.#caps.values()],
          budgets: NO_BUDGETS,
          history: NO_HISTORY,
          purchases: this.#purchases,
          departed: new Set(),
          now: new Date(this.#now),
        },
        events,
      );
      this.#write(plan.ledger);
      for (const cap of plan.caps) this.#caps.set(capKey(cap), cap);
      for (const { causeId, memberId, posted, outcome } of plan.decisions) {
        this.#note(memberId, posted);
        const purchase = [...this.#purchases.values()].find(({ eventId }) => eventId === causeId);
        const packed = readPacked(JSON.parse(outcome));
        if (purchase && packed) purchase.outcome = unpackOutcome(packed, phraseBookOf(this.#ruleSet));
      }
      for (const { eventId, line, quantityMilli } of plan.returnedLines) {
        const purchase = [...this.#purchases.values()].find((known) => known.eventId === eventId);
        purchase?.returned.set(line, quantityMilli);
      }
      const failed = new Map(plan.deadLetters.map((letter) => [letter.eventId, letter]));
      for (const { code, message } of failed.values()) {
        if (code === "internal") throw new Error(message);
      }
      this.#dead.push(...events.filter(({ eventId }) => failed.has(eventId)));
    }
  }

  /** Works on a book of all members, and writes what was planned. */
  #atBook<T>(work: (book: Book) => T, onlyIf: (result: T) => boolean = () => true): T {
    const book = new Book({
      nextTransfer: this.#nextTransfer,
      accounts: this.#programAccounts,
      pointTypes: this.#pointTypes,
      purses: this.#purses(),
    });
    const result = work(book);
    if (onlyIf(result)) this.#write(book.close());
    return result;
  }

  #enter(book: Book, memberId: string, movements: readonly Movement[], day = this.#today): void {
    const cause = { causeId: newId(), memberId, occurredAt: this.#startOf(day), day };
    this.#note(memberId, book.post(cause, movements));
  }

  /** An instant of the day, for what happens on it. */
  #startOf(day: string): Date {
    return day === this.#today ? new Date(this.#now) : new Date(`${day}T12:00:00Z`);
  }

  #note(memberId: string, { delta, balanceAfter }: Pick<Posted, "delta" | "balanceAfter">): void {
    this.#statements.get(memberId)?.push({ delta, balanceAfter });
  }

  #atCounter(move: Extract<Move, { do: "spend" | "hold" | "credit" | "debit" | "send" }>): Answer {
    const { member, points } = move;
    const memberId = this.#memberId(member);
    if (move.do === "send" && move.to === member) return "refused";
    return this.#atBook((book): Answer => {
      const purse = book.purseOf(memberId);
      if (move.do === "credit") {
        const { expiry } = this.#pointTypes[0] ?? { expiry: { kind: "none" } };
        const policy = { expiry, pending: { kind: "immediate" as const } };
        const terms = termsOf(policy, new Date(this.#now), this.#timeZone, this.#today);
        this.#enter(book, memberId, planEarning(purse.owed, [{ campaignId: null, points, terms }], "credit"));
        return "done";
      }
      const slices = planDraw(purse, points, this.#today);
      if (slices === null) return "refused";
      if (move.do === "hold") {
        book.reserve(purse, slices);
        this.#holds.push({ member, until: this.#now + move.minutes * 60_000, isOpen: true, pins: slices });
        this.#enter(book, memberId, []);
      } else if (move.do === "send") {
        const passing = planPassing(purse, points, this.#today);
        if (passing === null) return "refused";
        this.#enter(book, memberId, passing.movements);
        this.#queueArrival(memberId, this.#memberId(move.to), passing.lots);
      } else {
        const kind = move.do;
        const movements = slices.map(
          ({ lot, amount }): Movement =>
            kind === "spend"
              ? { kind, campaignId: null, amount, lot, reserved: false }
              : { kind: "debit", campaignId: null, amount, lot },
        );
        this.#enter(book, memberId, movements);
      }
      return "done";
    });
  }

  /** Keeps what was done at the counter, so that it can be undone. */
  #remember(member: number, work: () => Answer): Answer {
    this.#written = [];
    const answer = work();
    const transfers = this.#written.filter(({ kind }) => kind !== "transfer_out");
    if (transfers.length > 0) {
      const posted = transfers.map((transfer) => ({ ...transfer, ...SIDES[transfer.kind] }));
      this.#entries.push({ member, isReversed: false, transfers: posted as PostedTransfer[] });
    }
    return answer;
  }

  #reverse(entry: { member: number; isReversed: boolean; transfers: PostedTransfer[] } | undefined): Answer {
    if (entry === undefined || entry.isReversed) return "refused";
    if (this.#pools[entry.member - MEMBERS]?.isThere === false) return "refused";
    entry.isReversed = true;
    const memberId = this.#memberId(entry.member);
    const expiry = this.#pointTypes[0]?.expiry ?? { kind: "none" };
    const context = {
      today: this.#today,
      graceUntil: addDays(this.#today, GRACE_DAYS),
      terms: { state: "active" as const, ...lastDay(expiry, this.#today) },
    };
    this.#atBook((book) => {
      const cause = { causeId: newId(), memberId, occurredAt: new Date(this.#now), day: this.#today };
      let delta = 0;
      for (const transfer of [...entry.transfers].reverse()) {
        delta += book.post(cause, planUndo(book.purseOf(memberId), transfer, context)).delta;
      }
      this.#note(memberId, { delta, balanceAfter: book.purseOf(memberId).available });
    });
    return "done";
  }

  #queueArrival(from: string, to: string, lots: Extract<StoredEvent, { type: "arrival" }>["lots"]): void {
    const occurredAt = new Date(this.#now);
    const subject = { type: "transfer_in" as const, from };
    const id = newId();
    const common = { id, source: "tessera", occurredAt: occurredAt.toISOString() };
    this.#queue.push({
      eventId: id,
      memberId: to,
      type: "arrival",
      occurredAt,
      payload: { type: "arrival", ...common, subject, lots },
      attempts: 0,
    });
  }

  #inPool(move: PoolMove, pool: Pool | undefined): Answer {
    if (pool === undefined || !pool.isThere) return "refused";
    const poolId = this.#memberId(MEMBERS + move.pool);
    if (move.do === "dissolve") return this.#dissolve(poolId, pool);
    const memberId = this.#memberId(move.member);
    const part = pool.parts.find((own) => own.memberId === memberId);
    if (move.do === "join") {
      if (part?.isIn) return "refused";
      if (part) Object.assign(part, { isIn: true, joinedAt: this.#now });
      else pool.parts.push({ memberId, isIn: true, joinedAt: this.#now, contributed: 0 });
      return "done";
    }
    if (part === undefined || !part.isIn) return "refused";
    if (!("points" in move)) {
      if (pool.ownerId === memberId) return "refused";
      if (move.do === "leave") part.isIn = false;
      else pool.ownerId = memberId;
      return "done";
    }
    const [from, to] = move.do === "give" ? [memberId, poolId] : [poolId, memberId];
    const { points } = move;
    return this.#atBook((book): Answer => {
      const purse = book.purseOf(from);
      if (move.do === "poolSpend") {
        const slices = planDraw(purse, points, this.#today);
        if (slices === null) return "refused";
        const spend = { kind: "spend", campaignId: null, reserved: false } as const;
        this.#enter(
          book,
          from,
          slices.map((slice): Movement => ({ ...spend, ...slice })),
        );
        return "done";
      }
      const passing = planPassing(purse, points, this.#today);
      if (passing === null) return "refused";
      this.#enter(book, from, passing.movements);
      this.#queueArrival(from, to, passing.lots);
      if (move.do === "give") part.contributed += points;
      return "done";
    });
  }

  #dissolve(poolId: string, pool: Pool): Answer {
    if (this.#queue.some(({ memberId }) => memberId === poolId)) return "refused";
    const heirs = pool.parts
      .filter(({ isIn }) => isIn)
      .sort((one, other) => one.joinedAt - other.joinedAt || (one.memberId < other.memberId ? -1 : 1));
    this.#atBook((book) => {
      const purse = book.purseOf(poolId);
      const points = disposable(purse, this.#today);
      const slices = points === 0 ? [] : (planDraw(purse, points, this.#today) ?? []);
      const amounts = apportion(
        points,
        heirs.map(({ contributed }) => contributed),
      );
      shareOut(slices, amounts).forEach((own, heir) => {
        if (own.length === 0) return;
        const { movements, lots } = passingOf(purse, own, this.#today);
        this.#enter(book, poolId, movements);
        this.#queueArrival(poolId, heirs[heir]?.memberId ?? "", lots);
      });
    });
    pool.isThere = false;
    return "done";
  }

  #settle(move: Extract<Move, { do: "capture" | "release" }>): Answer {
    const hold = this.#holds[nameOf(move.hold, this.#holds.length)];
    if (hold === undefined || !hold.isOpen) return "refused";
    if (move.do === "release" || hold.until <= this.#now) {
      this.#giveUp(hold);
      return move.do === "release" ? "done" : "refused";
    }
    return this.#atBook((book): Answer => {
      const memberId = this.#memberId(hold.member);
      const purse = book.purseOf(memberId);
      const order = (purse.lots ?? []).map(({ lotNo }) => lotNo);
      const pinned = [...hold.pins].sort((a, b) => order.indexOf(a.lot.lotNo) - order.indexOf(b.lot.lotNo));
      const total = pinned.reduce((sum, { amount }) => sum + amount, 0);
      const wanted = move.points ?? total;
      if (wanted > total) return "refused";
      const { spent, released, kept } = planCapture(pinned, wanted, move.final);
      const movements = spent.map(
        ({ lot, amount }): Movement => ({ kind: "spend", campaignId: null, amount, lot, reserved: true }),
      );
      this.#enter(book, memberId, movements);
      if (released.length > 0) {
        book.release(purse, released);
        this.#enter(book, memberId, []);
      }
      hold.pins = kept;
      hold.isOpen = kept.length > 0;
      return "done";
    });
  }

  #giveUp(hold: Hold): void {
    this.#atBook((book) => {
      const memberId = this.#memberId(hold.member);
      book.release(book.purseOf(memberId), hold.pins);
      this.#enter(book, memberId, []);
    });
    hold.isOpen = false;
  }

  #endDays(): void {
    for (const hold of this.#holds) if (hold.isOpen && hold.until <= this.#now) this.#giveUp(hold);
    while (this.#closedDay < this.#today) {
      this.#closedDay = addDays(this.#closedDay, 1);
      for (const memberId of this.#parties) this.#endDay(memberId, this.#closedDay);
    }
  }

  #endDay(memberId: string, day: string): void {
    this.#atBook((book) => {
      const purse = book.purseOf(memberId);
      const movements = planActivation(
        purse,
        ({ waiting }) => waiting !== null && waiting.activatesOn !== null && waiting.activatesOn <= day,
        this.#startOf(day),
        day,
      );
      if (movements.length > 0) this.#enter(book, memberId, movements, day);
    });
    this.#atBook((book) => {
      const purse = book.purseOf(memberId);
      const movements = planExpiry(purse, day);
      const slid = this.#lots.some((lot) => lot.sliding && lot.accountId === purse.availableAccount);
      if (movements.length > 0) this.#enter(book, memberId, movements, day);
      if ((movements.length === 0 && !slid) || !isSlideOver(purse, day)) return;
      const since = latestSlidingDay(purse);
      const active = this.#activity.get(memberId) ?? "";
      book.endSlide(purse, since !== null && active > since ? active : since);
    });
  }

  /** The latest day on which each member earned or spent. */
  readonly #activity = new Map<string, string>();

  #purses(): Purse[] {
    const purses = new Map<string, Purse>();
    for (const [accountId, account] of this.#accounts) {
      const { party, pointTypeNo, kind, balance, held, slidesTo } = account;
      const key = `${party} ${pointTypeNo}`;
      const purse = purses.get(key) ?? emptyPurse(party, pointTypeNo);
      purses.set(key, purse);
      if (kind === "available")
        Object.assign(purse, { availableAccount: accountId, available: balance, held, slidesTo });
      if (kind === "pending") Object.assign(purse, { pendingAccount: accountId, pending: balance });
      if (kind === "debt") Object.assign(purse, { debtAccount: accountId, owed: 0 - balance });
    }
    for (const purse of purses.values()) {
      purse.lots = this.#lots
        .filter(({ accountId }) => accountId === purse.availableAccount || accountId === purse.pendingAccount)
        .map((lot) => this.#asLoaded(lot))
        .sort(bySpendOrder);
    }
    return [...purses.values()];
  }

  #asLoaded({
    lotNo,
    expiresOn,
    remaining,
    reserved,
    sliding,
    activatedAt,
    activatesOn,
    activatesBy,
    expiry,
    causeId,
  }: StoredLot): Lot {
    return {
      lotNo,
      expiresOn,
      free: remaining - reserved,
      sliding,
      since: activatedAt === null ? null : localDay(activatedAt, this.#timeZone),
      waiting: expiry === null ? null : { activatesOn, activatesBy, expiry: JSON.parse(expiry) },
      causeId,
    };
  }

  #write(plan: LedgerPlan): void {
    for (const { accountId, ...account } of plan.newAccounts)
      this.#accounts.set(accountId, { ...EMPTY, ...account });
    for (const { accountId, delta } of plan.held) this.#account(accountId).held += delta;
    for (const { lotNo, delta } of plan.reserved) this.#lot(lotNo).reserved += delta;
    for (const moved of plan.movedLots) {
      const lot = this.#lot(moved.lotNo);
      Object.assign(lot, {
        accountId: moved.toAccount,
        expiresOn: moved.toExpiresOn,
        sliding: moved.sliding,
        activatedAt: moved.activatedAt ?? lot.activatedAt,
        activatesOn: null,
        activatesBy: null,
        expiry: null,
      });
    }
    for (const lot of plan.newLots) this.#lots.push({ ...lot, remaining: lot.granted, reserved: 0 });
    for (const { accountId, slidesTo } of plan.slides) this.#account(accountId).slidesTo = slidesTo;
    for (const transfer of plan.transfers) this.#move(transfer);
    this.#written.push(...plan.transfers);
    this.#nextTransfer += plan.transfers.length;
    this.#refuseImpossible();
  }

  #move(transfer: LedgerPlan["transfers"][number]): void {
    const { transferNo, debitAccount, creditAccount, amount, lotNo, kind, memberId, occurredAt, campaignId } =
      transfer;
    if (transferNo < this.#nextTransfer) throw new Error("a transfer number is used once");
    const debit = this.#accounts.get(debitAccount);
    const credit = this.#accounts.get(creditAccount);
    if (debit) debit.balance -= amount;
    if (credit) credit.balance += amount;
    if (kind === "earn" || kind === "spend" || (kind === "debt_payment" && campaignId !== null)) {
      const day = localDay(occurredAt, this.#timeZone);
      if (transfer.pointTypeNo === 1 && day > (this.#activity.get(memberId) ?? ""))
        this.#activity.set(memberId, day);
    }
    if (lotNo === null || lotNo === transferNo || kind === "activate") return;
    this.#lot(lotNo).remaining += credit === undefined ? -amount : amount;
  }

  #account(accountId: string): StoredAccount {
    const account = this.#accounts.get(accountId);
    if (account === undefined) throw new Error("a plan names accounts that exist");
    return account;
  }

  #lot(lotNo: number): StoredLot {
    const lot = this.#lots.find((candidate) => candidate.lotNo === lotNo);
    if (lot === undefined) throw new Error(`a plan names lots that exist: ${lotNo}`);
    return lot;
  }

  /** What the database refuses. */
  #refuseImpossible(): void {
    for (const [accountId, { kind, balance, held }] of this.#accounts) {
      const lots = this.#lots.filter((lot) => lot.accountId === accountId);
      const inside = lots.reduce((sum, { remaining }) => sum + remaining, 0);
      const pinned = lots.reduce((sum, { reserved }) => sum + reserved, 0);
      if (kind === "debt" ? balance > 0 : balance - held < 0 || balance !== inside || held !== pinned) {
        throw new Error(`an account holds ${balance} with ${held} held, its lots ${inside} with ${pinned}`);
      }
    }
    const broken = this.#lots.some(
      ({ remaining, reserved, granted }) => remaining > granted || reserved < 0 || reserved > remaining,
    );
    if (broken) throw new Error("a lot holds at most what it was granted, and what it reserves");
  }
}

/** Between which sides the transfers at the counter run. */
const SIDES: Partial<Record<PostedTransfer["kind"], Pick<PostedTransfer, "debit" | "credit">>> = {
  spend: { debit: "available", credit: "redeemed" },
  debit: { debit: "available", credit: "adjusted" },
  credit: { debit: "issued", credit: "available" },
  debt_payment: { debit: "issued", credit: "debt" },
};
const EMPTY = { balance: 0, held: 0, slidesTo: null };

function payloadOf(
  move: Extract<Move, { do: "purchase" | "return" | "visit" | "flown" }>,
  number: number,
  occurredAt: Date,
  purchases: readonly number[],
): Exclude<StoredEvent, { type: "arrival" | "credit" }> {
  const common = { id: `e${number}`, source: "api", occurredAt: occurredAt.toISOString() };
  const named = (countedBack: number) => `e${purchases[nameOf(countedBack, purchases.length)] ?? "-none"}`;
  switch (move.do) {
    case "purchase": {
      const amountMinor = move.lines.reduce((sum, line) => sum + line.amountMinor, 0);
      return { type: "purchase", ...common, currency: "EUR", amountMinor, lines: move.lines };
    }
    case "return": {
      const lines = move.line === null ? {} : { lines: [{ line: move.line, quantity: move.quantity }] };
      return {
        type: "return",
        ...common,
        purchaseId: named(move.purchase),
        purchaseSource: "api",
        ...lines,
      };
    }
    case "visit":
      return { type: "custom", name: "visit", ...common };
    case "flown": {
      const attributes = move.purchase === null ? {} : { attributes: { purchaseId: named(move.purchase) } };
      return { type: "custom", name: "flown", ...common, ...attributes };
    }
  }
}
