import { assert, present } from "@/lib/core/assert";
import type { Day } from "@/lib/core/calendar";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import type { PointTypeDto, ProgramAccountKind } from "@/lib/programs";
import type {
  Cause,
  LedgerPlan,
  MovedLot,
  NewAccount,
  NewLot,
  Posted,
  ProgramAccounts,
  Totals,
  Transfer,
} from "./ledger-plan";
import { slideTo } from "./lot-terms";
import {
  type Award,
  type BookedAward,
  bySpendOrder,
  emptyPurse,
  type Lot,
  type LotRef,
  type LotTerms,
  type Movement,
  type MovementKind,
  NEVER,
  type Purse,
  type Side,
  type Slice,
} from "./posting";

type BookState = {
  nextTransfer: number;
  accounts: ProgramAccounts;
  pointTypes: readonly PointTypeDto[];
  purses: readonly Purse[];
};

/** The accounts that each kind of movement is between; `earn` and `credit` may go to pending instead. */
const SIDES: Record<Exclude<MovementKind, "reversal" | "return">, readonly [Side, Side]> = {
  earn: ["issued", "available"],
  credit: ["issued", "available"],
  debt_payment: ["issued", "debt"],
  activate: ["pending", "available"],
  debt: ["debt", "returned"],
  spend: ["available", "redeemed"],
  expire: ["available", "expired"],
  debit: ["available", "adjusted"],
  transfer_out: ["available", "clearing"],
  transfer_in: ["clearing", "available"],
};
/** What keeps sliding points: earning, though it may pay a debt, and spending. What people credit by hand is neither. */
function isActivity({ kind, campaignId }: Movement): boolean {
  return kind === "earn" || kind === "spend" || (kind === "debt_payment" && campaignId !== null);
}

/**
 * The books of one lane while a batch is planned: it numbers the transfers, keeps every balance and lot as they
 * will be, and ends as one plan to write. It does no I/O. A cause is posted whole or, when it throws, not at all.
 */
export class Book {
  readonly #accounts: ProgramAccounts;
  readonly #pointTypes: ReadonlyMap<number, PointTypeDto>;
  readonly #purses = new Map<string, Purse>();
  #nextTransfer: number;
  readonly #transfers: Transfer[] = [];
  readonly #newLots = new Map<number, NewLot>();
  readonly #movedLots = new Map<number, MovedLot>();
  readonly #newAccounts: NewAccount[] = [];
  readonly #held = new Map<string, number>();
  readonly #reserved = new Map<number, number>();
  readonly #slides = new Map<string, Day | null>();
  readonly #reversals: LedgerPlan["reversals"] = [];
  readonly #totals: Totals = { issued: 0, returned: 0, redeemed: 0, expired: 0, adjusted: 0 };

  constructor({ nextTransfer, accounts, pointTypes, purses }: BookState) {
    this.#nextTransfer = nextTransfer;
    this.#accounts = accounts;
    this.#pointTypes = new Map(pointTypes.map((pointType) => [pointType.pointTypeNo, pointType]));
    for (const purse of purses) {
      const own = { ...purse, lots: purse.lots?.map((lot) => ({ ...lot })) ?? null };
      this.#purses.set(purseKey(purse.memberId, purse.pointTypeNo), own);
    }
  }

  /** The purse as of the causes posted so far; an empty one where there is none yet. Not to be changed. */
  purseOf(memberId: string, pointTypeNo = 1): Purse {
    const key = purseKey(memberId, pointTypeNo);
    const known = this.#purses.get(key);
    if (known) return known;
    assert(this.#pointTypes.has(pointTypeNo), "the program issues the point type");
    const purse = emptyPurse(memberId, pointTypeNo);
    this.#purses.set(key, purse);
    return purse;
  }

  /**
   * @param movements what happens to the purse of each point type, in order
   * @throws BalanceOutOfRange when the member's points would leave the range of exact whole numbers
   */
  post(cause: Cause, movements: readonly Movement[], pointTypeNo = 1): Posted {
    const purse = this.purseOf(cause.memberId, pointTypeNo);
    refuseOverflow(purse, movements);
    const before = purse.available;
    const firstTransfer = this.#nextTransfer;
    const lots = new Map<string, LotRef>();
    for (const movement of movements) this.#apply(cause, purse, movement, lots);
    const isSpendable = pointTypeNo === 1;
    return {
      delta: isSpendable ? purse.available - before : 0,
      balanceAfter: isSpendable ? purse.available : this.purseOf(cause.memberId).available,
      lots,
      firstTransfer,
      transfers: this.#nextTransfer - firstTransfer,
    };
  }

  /** Sets points aside: pins parts of lots, which nothing else can draw then. */
  reserve(purse: Purse, slices: readonly Slice[]): void {
    for (const { lot: ref, amount } of slices) this.#pin(purse, ref, amount);
  }

  /** Gives parts of lots back that a hold had pinned. */
  release(purse: Purse, slices: readonly Slice[]): void {
    for (const { lot: ref, amount } of slices) this.#pin(purse, ref, -amount);
  }

  #pin(purse: Purse, ref: LotRef, amount: number): void {
    const lot = lotOf(purse, ref);
    assert(lot.free >= amount, "a hold pins what is free");
    lot.free -= amount;
    purse.held += amount;
    const accountId = present(purse.availableAccount, "what is held is available");
    this.#held.set(accountId, (this.#held.get(accountId) ?? 0) + amount);
    this.#reserved.set(ref.lotNo, (this.#reserved.get(ref.lotNo) ?? 0) + amount);
  }

  #apply(cause: Cause, purse: Purse, movement: Movement, opened: Map<string, LotRef>): void {
    const { kind, amount, campaignId } = movement;
    assert(Number.isSafeInteger(amount) && amount > 0, "an amount is a positive whole number");
    const transferNo = this.#nextTransfer;
    this.#nextTransfer += 1;
    const [debit, credit] = sidesOf(purse, movement);
    const debitAccount = this.#leave(purse, debit, amount);
    const creditAccount = this.#enter(purse, credit, amount);
    let lotNo: number | null = null;
    if ("terms" in movement) {
      lotNo = transferNo;
      this.#openLot(purse, cause, {
        lotNo,
        accountId: creditAccount,
        amount,
        campaignId,
        terms: movement.terms,
      });
      if (campaignId !== null) opened.set(campaignId, { lotNo });
    } else if (kind === "activate") {
      lotNo = movement.lot.lotNo;
      this.#activateLot(purse, movement, cause);
    } else if ("lot" in movement && movement.lot !== null) {
      lotNo = movement.lot.lotNo;
      if (kind === "spend" && movement.reserved) this.#pin(purse, movement.lot, -amount);
      if (isOwn(debit)) this.#draw(purse, movement.lot, amount);
      else this.#refill(purse, movement.lot, amount, kind === "reversal" ? movement.expiresOn : undefined);
    }
    if (kind === "reversal") {
      this.#reversals.push({ transferNo: movement.reverses, reversingNo: transferNo, amount });
    }
    if (isActivity(movement)) this.#slide(purse, cause.day);
    this.#transfers.push({
      transferNo,
      memberId: purse.memberId,
      debitAccount,
      creditAccount,
      pointTypeNo: purse.pointTypeNo,
      amount,
      kind,
      causeId: cause.causeId,
      campaignId,
      lotNo,
      balanceAfter: purse.available,
      occurredAt: cause.occurredAt,
    });
  }

  #leave(purse: Purse, side: Side, amount: number): string {
    return this.#move(purse, side, -amount);
  }

  #enter(purse: Purse, side: Side, amount: number): string {
    return this.#move(purse, side, amount);
  }

  /** Changes what is on one side. @returns its account */
  #move(purse: Purse, side: Side, delta: number): string {
    switch (side) {
      case "available":
        purse.available += delta;
        purse.availableAccount ??= this.#openAccount(purse, side);
        return purse.availableAccount;
      case "pending":
        purse.pending += delta;
        purse.pendingAccount ??= this.#openAccount(purse, side);
        return purse.pendingAccount;
      case "debt":
        // The account's balance is what is owed, below zero.
        purse.owed -= delta;
        purse.debtAccount ??= this.#openAccount(purse, side);
        return purse.debtAccount;
      default:
        if (purse.pointTypeNo === 1) this.#count(side, delta);
        return present(this.#accounts.get(purse.pointTypeNo), "each point type has its accounts")[side];
    }
  }

  #count(side: ProgramAccountKind, delta: number): void {
    if (side === "issued") this.#totals.issued -= delta;
    else if (side !== "clearing") this.#totals[side] += delta;
  }

  #openAccount(purse: Purse, kind: NewAccount["kind"]): string {
    const accountId = newId();
    this.#newAccounts.push({ accountId, kind, pointTypeNo: purse.pointTypeNo, party: purse.memberId });
    return accountId;
  }

  #openLot(purse: Purse, cause: Cause, { lotNo, accountId, amount, campaignId, terms }: OpenedLot): void {
    const isActive = terms.state === "active";
    this.#newLots.set(lotNo, {
      accountId,
      expiresOn: isActive ? terms.expiresOn : NEVER,
      lotNo,
      granted: amount,
      campaignId,
      causeId: cause.causeId,
      sliding: isActive && terms.sliding,
      activatedAt: isActive ? cause.occurredAt : null,
      activatesOn: isActive ? null : terms.activatesOn,
      activatesBy: isActive ? null : terms.activatesBy,
      expiry: isActive ? null : JSON.stringify(terms.expiry),
    });
    if (purse.lots === null) return;
    purse.lots.push({
      lotNo,
      expiresOn: isActive ? terms.expiresOn : NEVER,
      free: amount,
      sliding: isActive && terms.sliding,
      since: isActive ? cause.day : null,
      waiting: isActive ? null : terms,
      causeId: cause.causeId,
    });
    purse.lots.sort(bySpendOrder);
  }

  #activateLot(purse: Purse, movement: Extract<Movement, { kind: "activate" }>, { day }: Cause): void {
    const { expiresOn, sliding, activatedAt } = movement;
    const lot = lotOf(purse, movement.lot);
    assert(lot.waiting !== null && lot.free === movement.amount, "a lot becomes active once and whole");
    const accountId = present(purse.availableAccount, "the points have arrived");
    const opened = this.#newLots.get(lot.lotNo);
    if (opened) {
      const active = { activatesOn: null, activatesBy: null, expiry: null };
      Object.assign(opened, { accountId, expiresOn, sliding, activatedAt, ...active });
    } else {
      this.#movedLots.set(lot.lotNo, {
        lotNo: lot.lotNo,
        toAccount: accountId,
        toExpiresOn: expiresOn,
        sliding,
        activatedAt,
      });
    }
    Object.assign(lot, { expiresOn, sliding, since: day, waiting: null });
    purse.lots?.sort(bySpendOrder);
    if (sliding) this.#slide(purse, day);
  }

  #draw(purse: Purse, ref: LotRef, amount: number): void {
    const lot = lotOf(purse, ref);
    assert(lot.free >= amount, "a debit draws from a lot that holds it");
    lot.free -= amount;
  }

  /** @param expiresOn a last day of its own, for a lot that has lapsed, sliding or not */
  #refill(purse: Purse, ref: LotRef, amount: number, expiresOn: Day | undefined): void {
    const lot = lotOf(purse, ref);
    lot.free += amount;
    if (expiresOn === undefined || (!lot.sliding && expiresOn <= lot.expiresOn)) return;
    const accountId = present(purse.availableAccount, "a lot that is refilled lies among the available");
    const known = this.#movedLots.get(ref.lotNo);
    if (known) known.toExpiresOn = expiresOn;
    else {
      this.#movedLots.set(ref.lotNo, {
        lotNo: ref.lotNo,
        toAccount: accountId,
        toExpiresOn: expiresOn,
        sliding: false,
        activatedAt: null,
      });
    }
    Object.assign(lot, { expiresOn, sliding: false });
    purse.lots?.sort(bySpendOrder);
  }

  /** Activity moves the last day of sliding points on, unless it is over: then the end of the day settles it. */
  #slide(purse: Purse, day: Day): void {
    const { expiry } = present(this.#pointTypes.get(purse.pointTypeNo), "the program issues the point type");
    const slidesTo = slideTo(expiry, day);
    if (slidesTo === null || purse.availableAccount === null) return;
    if (purse.slidesTo !== null && (purse.slidesTo < day || purse.slidesTo >= slidesTo)) return;
    purse.slidesTo = slidesTo;
    this.#slides.set(purse.availableAccount, slidesTo);
  }

  /**
   * Ends a slide whose last day is over and of which nothing is left.
   * @param latest the day of the latest activity since, from which on what came after slides; null: nothing came
   */
  endSlide(purse: Purse, latest: Day | null): void {
    const { expiry } = present(this.#pointTypes.get(purse.pointTypeNo), "the program issues the point type");
    purse.slidesTo = latest === null ? null : slideTo(expiry, latest);
    this.#slides.set(present(purse.availableAccount, "what slides is available"), purse.slidesTo);
  }

  /** What the causes posted so far write. */
  close(): LedgerPlan {
    return {
      transfers: this.#transfers,
      newLots: [...this.#newLots.values()],
      movedLots: [...this.#movedLots.values()],
      newAccounts: this.#newAccounts,
      held: [...this.#held].map(([accountId, delta]) => ({ accountId, delta })),
      reserved: [...this.#reserved].map(([lotNo, delta]) => ({ lotNo, delta })),
      slides: [...this.#slides].map(([accountId, slidesTo]) => ({ accountId, slidesTo })),
      reversals: this.#reversals,
      totals: this.#totals,
    };
  }
}

type OpenedLot = {
  lotNo: number;
  accountId: string;
  amount: number;
  campaignId: string | null;
  terms: LotTerms;
};

function purseKey(memberId: string, pointTypeNo: number): string {
  return pointTypeNo === 1 ? memberId : `${memberId} ${pointTypeNo}`;
}

function isOwn(side: Side): side is "available" | "pending" | "debt" {
  return side === "available" || side === "pending" || side === "debt";
}

function sidesOf(purse: Purse, movement: Movement): readonly [Side, Side] {
  switch (movement.kind) {
    case "reversal":
      return [movement.debit, movement.credit];
    case "return":
      return [lotOf(purse, movement.lot).waiting === null ? "available" : "pending", "returned"];
    case "earn":
    case "credit":
      return movement.terms.state === "active" ? SIDES[movement.kind] : ["issued", "pending"];
    default:
      return SIDES[movement.kind];
  }
}

function lotOf(purse: Purse, { lotNo }: LotRef): Lot {
  return present(
    purse.lots?.find((lot) => lot.lotNo === lotNo),
    "a debit names a lot that was loaded",
  );
}

function refuseOverflow(purse: Purse, movements: readonly Movement[]): void {
  const total = movements.reduce((sum, { amount }) => sum + amount, 0);
  const highest = Math.max(purse.available, purse.pending, purse.owed);
  if (!Number.isSafeInteger(highest + total)) throw new BalanceOutOfRange();
}

/** Gives each award of a point type the lot that it opened. */
export function bookAwards(
  awards: readonly Award[],
  lots: ReadonlyMap<string, LotRef>,
  pointTypeNo: number,
): BookedAward[] {
  // Named one by one: taking over whatever an award has would cost several times as much, for every event.
  return awards.map(({ campaignId, points, lines }) => ({
    campaignId,
    points,
    lines,
    pointTypeNo,
    lot: lots.get(campaignId) ?? null,
  }));
}

export class BalanceOutOfRange extends AppError {
  constructor() {
    super({
      code: "balance_out_of_range",
      status: 422,
      message: "the points of a member would leave the range of exact whole numbers",
      publicMessage: "The points would grow beyond what the ledger can hold.",
    });
  }
}
