import { assert } from "@/lib/core/assert";
import type { Day } from "@/lib/core/calendar";
import type { Expiry, ProgramAccountKind, ReturnPolicy } from "@/lib/programs";

/**
 * What postings do to points: pure planning. Points are whole numbers of the point type's smallest unit and
 * never above 2^53, which `Book` sees to.
 */

/** Text that sorts after every day: the expiry of points that do not expire. */
export const NEVER = "infinity";
export type ExpiryDay = Day | typeof NEVER;

export type LotRef = { lotNo: number };

/** What a lot is opened with. */
export type LotTerms =
  | { state: "active"; expiresOn: ExpiryDay; sliding: boolean }
  | {
      state: "pending";
      /** The day it becomes active by itself; null: it waits for an event. */
      activatesOn: Day | null;
      /** The custom event that it waits for. */
      activatesBy: string | null;
      /** Applied when it becomes active. */
      expiry: Expiry;
    };

/** A lot as a debit sees it. */
export type Lot = LotRef & {
  expiresOn: ExpiryDay;
  /** What remains and is not reserved by holds. */
  free: number;
  /** Usable until the purse's `slidesTo`, if it was active by then. */
  sliding: boolean;
  /** The day since when it is active; null while it is pending. */
  since: Day | null;
  /** What a pending lot waits for and how it will expire; null once it is active. */
  waiting: { activatesOn: Day | null; activatesBy: string | null; expiry: Expiry } | null;
  /** What earned it. */
  causeId: string;
};

/** What a member or a pool owns of one point type while a batch is planned. */
export type Purse = {
  /** The member, or the pool. */
  memberId: string;
  pointTypeNo: number;
  /** Accounts are null until they are first needed. */
  availableAccount: string | null;
  available: number;
  /** Set aside by holds, out of what is available. */
  held: number;
  pendingAccount: string | null;
  pending: number;
  debtAccount: string | null;
  /** Points owed, zero or more. */
  owed: number;
  /** The last day of use of sliding lots. */
  slidesTo: Day | null;
  /** Lots with something free, soonest expiry first and then the oldest; null where the batch needs none. */
  lots: Lot[] | null;
};

/** Points that a campaign gave for an event, with the share of each line, so that a return takes back its own. */
export type Award = {
  campaignId: string;
  points: number;
  lines: { line: number; points: number }[];
};
/** An award with the lot that it opened; null when a debt swallowed all of it. */
export type BookedAward = Award & {
  lot: LotRef | null;
  pointTypeNo: number;
  returns?: ReturnPolicy | undefined;
};

/**
 * One transfer to be:
 *
 * | kind | from → to | lot |
 * | --- | --- | --- |
 * | `earn`, `credit` | issued → available or pending | opens one |
 * | `debt_payment` | issued → debt | |
 * | `activate` | pending → available | moves it |
 * | `return` | available or pending → returned | draws |
 * | `debt` | debt → returned | |
 * | `spend` | available → redeemed | draws, of what a hold reserved or of what is free |
 * | `expire` | available → expired | draws |
 * | `debit` | available → adjusted | draws |
 * | `transfer_out` | available → clearing | draws |
 * | `transfer_in` | clearing → available | opens one |
 * | `reversal` | the reverse of another transfer | draws or refills; opens one where a debt was paid |
 */
export type Movement = { amount: number; campaignId: string | null } & (
  | { kind: "earn" | "credit"; terms: LotTerms }
  | { kind: "transfer_in"; terms: ActiveTerms }
  | { kind: "debt_payment" | "debt" }
  | { kind: "return" | "expire" | "debit" | "transfer_out"; lot: LotRef }
  | { kind: "spend"; lot: LotRef; reserved: boolean }
  | { kind: "activate"; lot: LotRef; expiresOn: ExpiryDay; sliding: boolean; activatedAt: Date }
  | {
      kind: "reversal";
      debit: Side;
      credit: Side;
      /** The transfer that it undoes, all or a part of. */
      reverses: number;
      /** The lot to draw from or to refill. */
      lot: LotRef | null;
      /** A later last day for a lot that is refilled after its own. */
      expiresOn?: Day;
    }
  | {
      kind: "reversal";
      debit: "returned";
      credit: "available";
      reverses: number;
      /** Of a lot of its own: the debt that it undoes has been paid, and no lot is left to refill. */
      terms: ActiveTerms;
    }
);
export type MovementKind = Movement["kind"];
type ActiveTerms = Extract<LotTerms, { state: "active" }>;

/** Where points are: with the member, or in one of the program's own accounts. */
export type Side = "available" | "pending" | "debt" | ProgramAccountKind;

/** The purse of a member who has nothing in the point type yet. */
export function emptyPurse(memberId: string, pointTypeNo: number): Purse {
  return {
    memberId,
    pointTypeNo,
    availableAccount: null,
    available: 0,
    held: 0,
    pendingAccount: null,
    pending: 0,
    debtAccount: null,
    owed: 0,
    slidesTo: null,
    lots: [],
  };
}

/** What the member can dispose of on a day: active, not held, not past its last day. */
export function disposable(purse: Purse, today: Day): number {
  const usable = lotsOf(purse).reduce((sum, lot) => sum + (isUsable(lot, purse, today) ? lot.free : 0), 0);
  return Math.max(0, Math.min(usable, purse.available - purse.held));
}

export function isUsable(lot: Lot, purse: Purse, today: Day): boolean {
  if (lot.waiting !== null || lot.free === 0) return false;
  return !hasLapsed(lot, purse, today);
}

/** Whether the last day of an active lot is over. What came after the end of a slide starts another one. */
export function hasLapsed(lot: Lot, { slidesTo }: Purse, today: Day): boolean {
  if (!lot.sliding) return lot.expiresOn < today;
  return slidesTo !== null && slidesTo < today && (lot.since === null || lot.since <= slidesTo);
}

/** Part of a lot that a debit draws. */
export type Slice = { lot: LotRef; amount: number };

/**
 * Chooses what a debit draws: of the lots usable today, soonest expiry first and then the oldest.
 * @returns null when there is not so much, and then nothing is to be drawn
 */
export function planDraw(purse: Purse, points: number, today: Day): Slice[] | null {
  if (disposable(purse, today) < points) return null;
  const slices: Slice[] = [];
  let rest = points;
  for (const lot of lotsOf(purse)) {
    if (rest === 0) break;
    if (!isUsable(lot, purse, today)) continue;
    const amount = Math.min(rest, lot.free);
    slices.push({ lot: { lotNo: lot.lotNo }, amount });
    rest -= amount;
  }
  return slices;
}

/**
 * Credits points. What the member owes in this point type is paid first, by the credits in their order.
 * @param owed points owed before
 */
export function planEarning(
  owed: number,
  credits: readonly { campaignId: string | null; points: number; terms: LotTerms }[],
  kind: "earn" | "credit" = "earn",
): Movement[] {
  let debt = owed;
  return credits.flatMap(({ campaignId, points, terms }) => {
    const paid = Math.min(debt, points);
    debt -= paid;
    const movements: Movement[] = [];
    if (paid > 0) movements.push({ kind: "debt_payment", campaignId, amount: paid });
    if (points > paid) movements.push({ kind, campaignId, amount: points - paid, terms });
    return movements;
  });
}

export type TakeBack<Campaign = string> = { campaignId: Campaign; points: number; lot: LotRef | null };

/**
 * Takes points back: from the lot that each award opened as far as it still holds, pending or active, then from
 * the member's other active lots, soonest expiry first. What is missing then becomes a debt or is forgiven, as the
 * policy says; under `only_pending` only what the award's own lot still has pending is taken at all.
 * @returns the movements, and for each take-back the points that were forgiven
 */
export function planTakeBack(
  purse: Purse,
  takeBacks: readonly TakeBack<string | null>[],
  policy: ReturnPolicy = "debt",
): { movements: Movement[]; forgiven: number } {
  const lots = lotsOf(purse);
  const free = new Map(lots.map((lot) => [lot.lotNo, lot.free]));
  let within = Math.max(0, purse.available - purse.held);
  const movements: Movement[] = [];
  const draw = (campaignId: string | null, lot: Lot, wanted: number): number => {
    const left = free.get(lot.lotNo) ?? 0;
    const amount = Math.min(wanted, left, lot.waiting === null ? within : left);
    if (amount <= 0) return 0;
    free.set(lot.lotNo, left - amount);
    if (lot.waiting === null) within -= amount;
    movements.push({ kind: "return", campaignId, amount, lot: { lotNo: lot.lotNo } });
    return amount;
  };

  const missing = takeBacks.map(({ campaignId, points, lot: ref }) => {
    const own = ref === null ? undefined : lots.find(({ lotNo }) => lotNo === ref.lotNo);
    const mayDraw = own !== undefined && (policy !== "only_pending" || own.waiting !== null);
    return { campaignId, points: points - (mayDraw ? draw(campaignId, own, points) : 0) };
  });
  let forgiven = 0;
  for (const { campaignId, points } of missing) {
    let rest = points;
    if (policy !== "only_pending") {
      for (const lot of lots) {
        if (rest === 0 || within === 0) break;
        if (lot.waiting === null) rest -= draw(campaignId, lot, rest);
      }
    }
    if (rest === 0) continue;
    if (policy === "debt") movements.push({ kind: "debt", campaignId, amount: rest });
    else forgiven += rest;
  }
  return { movements, forgiven };
}

function lotsOf(purse: Purse): Lot[] {
  assert(purse.lots !== null, "lots are loaded for members whose points are drawn");
  return purse.lots;
}

/** The order in which lots are spent: soonest expiry first, then the oldest. */
export function bySpendOrder(
  one: { expiresOn: ExpiryDay; lotNo: number },
  other: { expiresOn: ExpiryDay; lotNo: number },
): number {
  if (one.expiresOn !== other.expiresOn) return one.expiresOn < other.expiresOn ? -1 : 1;
  return one.lotNo - other.lotNo;
}
