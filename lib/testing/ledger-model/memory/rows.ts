import { localDay } from "@/lib/core/calendar";
import { newId } from "@/lib/core/ids";
import { type PointTypeDto, PROGRAM_ACCOUNTS, type ProgramAccountKind } from "@/lib/programs";
import {
  emptyPurse,
  type LedgerPlan,
  type Lot,
  type PostedTransfer,
  type ProgramAccounts,
  type Purse,
} from "@/lib/wallet";
import type { NewLot, Transfer } from "@/lib/wallet/ledger-plan";
import { bySpendOrder, type Side } from "@/lib/wallet/posting";

type StoredLot = NewLot & { remaining: number; reserved: number };
type StoredAccount = {
  party: string;
  pointTypeNo: number;
  kind: "available" | "pending" | "debt";
  balance: number;
  held: number;
  slidesTo: string | null;
};
const EMPTY = { balance: 0, held: 0, slidesTo: null };

/** The rows of a ledger in memory: transfers move balances and lots, and what the database refuses is refused. */
export class Rows {
  readonly programAccounts: ProgramAccounts;
  readonly #timeZone: string;
  readonly #accounts = new Map<string, StoredAccount>();
  readonly #lots: StoredLot[] = [];
  readonly #transfers: Transfer[] = [];
  readonly #reversed = new Map<number, number>();
  /** The latest day on which each party earned or spent. */
  readonly #activity = new Map<string, string>();

  constructor(timeZone: string, pointTypes: readonly PointTypeDto[], parties: readonly string[]) {
    this.#timeZone = timeZone;
    this.programAccounts = new Map(
      pointTypes.map(({ pointTypeNo }) => [
        pointTypeNo,
        Object.fromEntries(PROGRAM_ACCOUNTS.map((kind) => [kind, newId()])) as Record<
          ProgramAccountKind,
          string
        >,
      ]),
    );
    for (const party of parties) {
      this.#accounts.set(newId(), { ...EMPTY, party, pointTypeNo: 1, kind: "available" });
    }
  }

  get nextTransfer(): number {
    return this.#transfers.length + 1;
  }

  activeOn(party: string): string {
    return this.#activity.get(party) ?? "";
  }

  /** Whether anything of the account slides, or once did. */
  isSliding({ availableAccount }: Purse): boolean {
    return this.#lots.some((lot) => lot.sliding && lot.accountId === availableAccount);
  }

  purses(): Purse[] {
    const purses = new Map<string, Purse>();
    for (const [accountId, { party, pointTypeNo, kind, balance, held, slidesTo }] of this.#accounts) {
      const key = `${party} ${pointTypeNo}`;
      const purse = purses.get(key) ?? emptyPurse(party, pointTypeNo);
      purses.set(key, purse);
      if (kind === "available") {
        Object.assign(purse, { availableAccount: accountId, available: balance, held, slidesTo });
      }
      if (kind === "pending") Object.assign(purse, { pendingAccount: accountId, pending: balance });
      if (kind === "debt") Object.assign(purse, { debtAccount: accountId, owed: 0 - balance });
    }
    for (const purse of purses.values()) {
      purse.lots = this.#lotsOf(purse)
        .map((lot) => this.#asLoaded(lot))
        .sort(bySpendOrder);
    }
    return [...purses.values()];
  }

  /** Lots of a party in a point type with something left. */
  openLots(party: string, pointTypeNo: number): StoredLot[] {
    const purse = this.purses().find((own) => own.memberId === party && own.pointTypeNo === pointTypeNo);
    return purse === undefined ? [] : this.#lotsOf(purse).filter(({ remaining }) => remaining > 0);
  }

  #lotsOf({ availableAccount, pendingAccount }: Purse): StoredLot[] {
    return this.#lots.filter(
      ({ accountId }) => accountId === availableAccount || accountId === pendingAccount,
    );
  }

  #asLoaded(lot: StoredLot): Lot {
    const { lotNo, expiresOn, remaining, reserved, sliding, activatedAt, causeId } = lot;
    const { activatesOn, activatesBy, expiry } = lot;
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

  /** Transfers as they were posted, with the sides that they were between. */
  transfersOf({ firstTransfer, transfers }: { firstTransfer: number; transfers: number }): PostedTransfer[] {
    return this.#transfers
      .slice(firstTransfer - 1, firstTransfer - 1 + transfers)
      .map(({ debitAccount, creditAccount, ...transfer }) => ({
        ...transfer,
        debit: this.#sideOf(debitAccount),
        credit: this.#sideOf(creditAccount),
      }));
  }

  #sideOf(accountId: string): Side {
    const own = this.#accounts.get(accountId)?.kind;
    if (own !== undefined) return own;
    for (const accounts of this.programAccounts.values()) {
      for (const kind of PROGRAM_ACCOUNTS) if (accounts[kind] === accountId) return kind;
    }
    throw new Error("a transfer is between accounts that exist");
  }

  write(plan: LedgerPlan): void {
    for (const { accountId, ...account } of plan.newAccounts) {
      this.#accounts.set(accountId, { ...EMPTY, ...account });
    }
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
    for (const { transferNo, amount } of plan.reversals) {
      this.#reversed.set(transferNo, (this.#reversed.get(transferNo) ?? 0) + amount);
    }
    this.#refuseImpossible();
  }

  #move(transfer: Transfer): void {
    const { transferNo, debitAccount, creditAccount, amount, lotNo, kind, memberId, campaignId } = transfer;
    if (transferNo !== this.nextTransfer) throw new Error("transfers are numbered without a gap");
    this.#transfers.push(transfer);
    const debit = this.#accounts.get(debitAccount);
    const credit = this.#accounts.get(creditAccount);
    if (debit) debit.balance -= amount;
    if (credit) credit.balance += amount;
    if (kind === "earn" || kind === "spend" || (kind === "debt_payment" && campaignId !== null)) {
      const day = localDay(transfer.occurredAt, this.#timeZone);
      if (transfer.pointTypeNo === 1 && day > this.activeOn(memberId)) this.#activity.set(memberId, day);
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
    for (const [transferNo, amount] of this.#reversed) {
      const original = this.#transfers[transferNo - 1];
      if (original === undefined || amount > original.amount)
        throw new Error("more was undone than was done");
    }
  }
}
