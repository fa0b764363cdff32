import { present } from "@/lib/core/assert";
import type { Day } from "@/lib/core/calendar";
import { type ExpiryDay, type Movement, type Purse, planDraw, type Slice } from "./posting";

/** Points that go to somebody else, with the last day that they had. */
export type PassedLot = { points: number; expiresOn: ExpiryDay; sliding: boolean };

/** How points leave one party, and as what they reach another. */
export type Passing = { movements: Movement[]; lots: PassedLot[] };

/**
 * Chooses points to pass on, soonest expiry first. They keep their last day, so that passing points on never
 * prolongs them.
 * @returns null when there are not so many
 */
export function planPassing(purse: Purse, points: number, today: Day): Passing | null {
  const slices = planDraw(purse, points, today);
  return slices === null ? null : passingOf(purse, slices, today);
}

/** The same for parts of lots that were chosen. Parts with one last day arrive as one lot. */
export function passingOf(purse: Purse, slices: readonly Slice[], today: Day): Passing {
  const lots = new Map<string, PassedLot>();
  const movements = slices.map(({ lot: ref, amount }): Movement => {
    const terms = termsOf(purse, ref.lotNo, today);
    const key = `${terms.expiresOn} ${terms.sliding}`;
    lots.set(key, { ...terms, points: amount + (lots.get(key)?.points ?? 0) });
    return { kind: "transfer_out", campaignId: null, amount, lot: ref };
  });
  return { movements, lots: [...lots.values()] };
}

/**
 * A sliding lot that leaves its owner keeps the day that it has slid to: another's activity does not move it. One
 * that came after the end of a slide has no such day yet.
 */
function termsOf(
  { lots, slidesTo }: Purse,
  lotNo: number,
  today: Day,
): { expiresOn: ExpiryDay; sliding: boolean } {
  const { expiresOn, sliding } = present(
    lots?.find((lot) => lot.lotNo === lotNo),
    "points are passed on from lots that were loaded",
  );
  if (sliding && slidesTo !== null && slidesTo >= today) return { expiresOn: slidesTo, sliding: false };
  return { expiresOn, sliding };
}
