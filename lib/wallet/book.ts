import { assert } from "@/lib/core/assert";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import {
  type BookedAward,
  bySpendOrder,
  type ExpiryDay,
  type Lot,
  type LotRef,
  lotKey,
  type Movement,
  type MovementKind,
  type Purse,
} from "./posting";

export type Transfer = {
  transferNo: number;
  memberId: string;
  debitAccount: string;
  creditAccount: string;
  amount: number;
  kind: MovementKind;
  /** The event that caused it. */
  causeId: string;
  campaignId: string | null;
  /** The lot that it opened or drew from. */
  lotNo: number | null;
  /** The member's available points after it. */
  balanceAfter: number;
  occurredAt: Date;
};

export type NewLot = LotRef & {
  accountId: string;
  granted: number;
  remaining: number;
  campaignId: string | null;
  activatedAt: Date;
};

/** Everything that a batch writes to the ledger. */
export type LedgerPlan = {
  transfers: Transfer[];
  newLots: NewLot[];
  lotDebits: (LotRef & { accountId: string; amount: number })[];
  /** Changes of members' accounts that exist. */
  deltas: { accountId: string; delta: number }[];
  /** Debt accounts that the batch is first to need, with their balance. */
  newDebtAccounts: { accountId: string; memberId: string; balance: number }[];
  issued: number;
  returned: number;
};

export type ProgramAccounts = { issued: string; returned: string };
type Cause = { eventId: string; memberId: string; occurredAt: Date };
type Posted = {
  /** Change of the member's available points. */
  delta: number;
  balanceAfter: number;
  /** The lots that the event's awards opened, by campaign. */
  lots: Map<string, LotRef>;
};

/**
 * The books of one lane while a batch is planned: it numbers the transfers, keeps every balance and lot as they
 * will be, and ends as one plan to write. It does no I/O. An event is posted whole or, when it throws, not at all.
 */
export class Book {
  readonly #accounts: ProgramAccounts;
  readonly #purses: Map<string, Purse>;
  #nextTransfer: number;
  readonly #transfers: Transfer[] = [];
  readonly #newLots = new Map<string, NewLot>();
  readonly #lotDebits = new Map<string, LotRef & { accountId: string; amount: number }>();
  readonly #deltas = new Map<string, number>();
  readonly #newDebtAccounts = new Map<string, { accountId: string; memberId: string; balance: number }>();
  #issued = 0;
  #returned = 0;

  constructor(state: { nextTransfer: number; accounts: ProgramAccounts; purses: readonly Purse[] }) {
    this.#nextTransfer = state.nextTransfer;
    this.#accounts = state.accounts;
    this.#purses = new Map(
      state.purses.map((purse) => [
        purse.memberId,
        { ...purse, lots: purse.lots?.map((lot) => ({ ...lot })) ?? null },
      ]),
    );
  }

  /** The member's purse as of the events posted so far. Not to be changed. */
  purseOf(memberId: string): Purse {
    const purse = this.#purses.get(memberId);
    assert(purse, "the batch has loaded the purse of each of its members");
    return purse;
  }

  /** @throws BalanceOutOfRange when the member's points would leave the range of exact whole numbers */
  post(cause: Cause, movements: readonly Movement[]): Posted {
    const purse = this.purseOf(cause.memberId);
    const earned = movements.reduce((sum, { kind, amount }) => sum + (kind === "earn" ? amount : 0), 0);
    const indebted = movements.reduce((sum, { kind, amount }) => sum + (kind === "debt" ? amount : 0), 0);
    if (!Number.isSafeInteger(purse.available + earned) || !Number.isSafeInteger(purse.owed + indebted)) {
      throw new BalanceOutOfRange();
    }
    const before = purse.available;
    const lots = new Map<string, LotRef>();
    for (const movement of movements) {
      assert(
        Number.isSafeInteger(movement.amount) && movement.amount > 0,
        "an amount is a positive whole number",
      );
      this.#apply(cause, purse, movement, lots);
    }
    return { delta: purse.available - before, balanceAfter: purse.available, lots };
  }

  #apply(cause: Cause, purse: Purse, movement: Movement, opened: Map<string, LotRef>): void {
    const transferNo = this.#nextTransfer;
    this.#nextTransfer += 1;
    const { kind, amount, campaignId } = movement;
    const { issued, returned } = this.#accounts;
    let debitAccount: string;
    let creditAccount: string;
    let lotNo: number | null = null;
    switch (kind) {
      case "earn":
        [debitAccount, creditAccount, lotNo] = [issued, purse.availableAccount, transferNo];
        this.#issued += amount;
        this.#changeAvailable(purse, amount);
        this.#openLot(purse, { ...movement, transferNo, activatedAt: cause.occurredAt });
        if (campaignId !== null) opened.set(campaignId, { expiresOn: movement.expiresOn, lotNo: transferNo });
        break;
      case "debt_payment":
        [debitAccount, creditAccount] = [issued, this.#changeOwed(purse, -amount)];
        this.#issued += amount;
        break;
      case "return":
        [debitAccount, creditAccount, lotNo] = [purse.availableAccount, returned, movement.lot.lotNo];
        this.#returned += amount;
        this.#changeAvailable(purse, -amount);
        this.#drawLot(purse, movement.lot, amount);
        break;
      case "debt":
        [debitAccount, creditAccount] = [this.#changeOwed(purse, amount), returned];
        this.#returned += amount;
        break;
    }
    this.#transfers.push({
      transferNo,
      memberId: purse.memberId,
      debitAccount,
      creditAccount,
      amount,
      kind,
      causeId: cause.eventId,
      campaignId,
      lotNo,
      balanceAfter: purse.available,
      occurredAt: cause.occurredAt,
    });
  }

  #changeAvailable(purse: Purse, delta: number): void {
    purse.available += delta;
    this.#deltas.set(purse.availableAccount, (this.#deltas.get(purse.availableAccount) ?? 0) + delta);
  }

  /** @returns the debt account; its balance is what is owed, below zero */
  #changeOwed(purse: Purse, delta: number): string {
    purse.owed += delta;
    if (purse.debtAccount === null) {
      purse.debtAccount = newId();
      const account = { accountId: purse.debtAccount, memberId: purse.memberId, balance: 0 };
      this.#newDebtAccounts.set(purse.debtAccount, account);
    }
    const created = this.#newDebtAccounts.get(purse.debtAccount);
    if (created) created.balance -= delta;
    else this.#deltas.set(purse.debtAccount, (this.#deltas.get(purse.debtAccount) ?? 0) - delta);
    return purse.debtAccount;
  }

  #openLot(
    purse: Purse,
    lot: {
      transferNo: number;
      amount: number;
      expiresOn: ExpiryDay;
      campaignId: string | null;
      activatedAt: Date;
    },
  ): void {
    const { expiresOn, transferNo: lotNo, amount, campaignId, activatedAt } = lot;
    const accountId = purse.availableAccount;
    this.#newLots.set(`${accountId} ${lotKey({ expiresOn, lotNo })}`, {
      accountId,
      expiresOn,
      lotNo,
      granted: amount,
      remaining: amount,
      campaignId,
      activatedAt,
    });
    if (purse.lots !== null) {
      purse.lots.push({ expiresOn, lotNo, free: amount });
      purse.lots.sort(bySpendOrder);
    }
  }

  #drawLot(purse: Purse, ref: LotRef, amount: number): void {
    const lot: Lot | undefined = purse.lots?.find((candidate) => lotKey(candidate) === lotKey(ref));
    assert(lot !== undefined && lot.free >= amount, "a debit draws from a lot that holds it");
    lot.free -= amount;
    const accountId = purse.availableAccount;
    const key = `${accountId} ${lotKey(ref)}`;
    const opened = this.#newLots.get(key);
    if (opened) {
      opened.remaining -= amount;
      return;
    }
    const debit = this.#lotDebits.get(key);
    if (debit) debit.amount += amount;
    else this.#lotDebits.set(key, { accountId, expiresOn: ref.expiresOn, lotNo: ref.lotNo, amount });
  }

  /** What the events posted so far write. */
  close(): LedgerPlan {
    return {
      transfers: this.#transfers,
      newLots: [...this.#newLots.values()],
      lotDebits: [...this.#lotDebits.values()],
      deltas: [...this.#deltas]
        .filter(([, delta]) => delta !== 0)
        .map(([accountId, delta]) => ({ accountId, delta })),
      newDebtAccounts: [...this.#newDebtAccounts.values()],
      issued: this.#issued,
      returned: this.#returned,
    };
  }
}

/** Gives each award the lot that it opened. */
export function bookAwards(
  awards: readonly Omit<BookedAward, "lot">[],
  lots: ReadonlyMap<string, LotRef>,
): BookedAward[] {
  return awards.map((award) => ({ ...award, lot: lots.get(award.campaignId) ?? null }));
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
