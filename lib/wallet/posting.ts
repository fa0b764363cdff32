import { assert } from "@/lib/core/assert";
import type { Day } from "@/lib/core/calendar";

/**
 * What postings do to points: pure planning. Points are whole numbers of the point type's smallest unit and
 * never above 2^53, which `Book` sees to.
 */

/** Text that sorts after every day: the expiry of points that do not expire. */
export const NEVER = "infinity";
export type ExpiryDay = Day | typeof NEVER;

export type LotRef = { expiresOn: ExpiryDay; lotNo: number };
/** A lot as a debit sees it; `free` is what remains and is not reserved. */
export type Lot = LotRef & { free: number };

/** What a member owns while a batch is planned. */
export type Purse = {
  memberId: string;
  availableAccount: string;
  available: number;
  held: number;
  /** Null until the member first owes something. */
  debtAccount: string | null;
  /** Points owed, zero or more. */
  owed: number;
  /** Live lots, soonest expiry first and then the oldest; null where the batch needs none. */
  lots: Lot[] | null;
};

/** Points that a campaign gave for an event, with the share of each line, so that a return takes back its own. */
export type Award = {
  campaignId: string;
  points: number;
  lines: { line: number; points: number }[];
};
/** An award with the lot that it opened; null when a debt swallowed all of it. */
export type BookedAward = Award & { lot: LotRef | null };

export type MovementKind = "earn" | "debt_payment" | "return" | "debt";
/**
 * One transfer to be: `earn` issued → available, `debt_payment` issued → debt, `return` available → returned,
 * `debt` debt → returned.
 */
export type Movement = { kind: MovementKind; campaignId: string | null; amount: number } & (
  | { kind: "earn"; expiresOn: ExpiryDay }
  | { kind: "return"; lot: LotRef }
  | { kind: "debt_payment" | "debt" }
);

/**
 * Credits awards. What the member owes is paid first, by the awards in their order.
 * @param owed points owed before
 */
export function planEarning(owed: number, awards: readonly Award[], expiresOn: ExpiryDay): Movement[] {
  let debt = owed;
  return awards.flatMap(({ campaignId, points }) => {
    const paid = Math.min(debt, points);
    debt -= paid;
    const movements: Movement[] = [];
    if (paid > 0) movements.push({ kind: "debt_payment", campaignId, amount: paid });
    if (points > paid) movements.push({ kind: "earn", campaignId, amount: points - paid, expiresOn });
    return movements;
  });
}

export type TakeBack = { campaignId: string; points: number; lot: LotRef | null };

/**
 * Takes points back: from the lot that each award opened as far as it still holds, then from the member's other
 * lots, soonest expiry first. What has been spent already becomes a debt.
 */
export function planTakeBack(purse: Purse, takeBacks: readonly TakeBack[]): Movement[] {
  assert(purse.lots !== null, "lots are loaded for members who return something");
  const free = new Map(purse.lots.map((lot) => [lotKey(lot), lot.free]));
  let within = Math.max(0, purse.available - purse.held);
  const movements: Movement[] = [];
  const draw = (campaignId: string, lot: LotRef, wanted: number): number => {
    const left = free.get(lotKey(lot)) ?? 0;
    const amount = Math.min(wanted, left, within);
    if (amount <= 0) return 0;
    free.set(lotKey(lot), left - amount);
    within -= amount;
    const { expiresOn, lotNo } = lot;
    movements.push({ kind: "return", campaignId, amount, lot: { expiresOn, lotNo } });
    return amount;
  };

  const missing = takeBacks.map(({ campaignId, points, lot }) => ({
    campaignId,
    points: points - (lot === null ? 0 : draw(campaignId, lot, points)),
  }));
  for (const { campaignId, points } of missing) {
    let rest = points;
    for (const lot of purse.lots) {
      if (rest === 0 || within === 0) break;
      rest -= draw(campaignId, lot, rest);
    }
    if (rest > 0) movements.push({ kind: "debt", campaignId, amount: rest });
  }
  return movements;
}

export function lotKey({ expiresOn, lotNo }: LotRef): string {
  return `${expiresOn} ${lotNo}`;
}

/** The order in which lots are spent: soonest expiry first, then the oldest. */
export function bySpendOrder(one: LotRef, other: LotRef): number {
  if (one.expiresOn !== other.expiresOn) return one.expiresOn < other.expiresOn ? -1 : 1;
  return one.lotNo - other.lotNo;
}
