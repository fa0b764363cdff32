import type { Slice } from "./posting";

/** What a capture makes of the parts of lots that a hold pins. */
export type CapturePlan = {
  /** Spent now. */
  spent: Slice[];
  /** Given back to the member. */
  released: Slice[];
  /** Still pinned. */
  kept: Slice[];
};

/**
 * Divides what a hold pins, in the order in which it is spent.
 * @param points how many are spent, at most what is pinned
 * @param final whether the rest goes back to the member
 */
export function planCapture(pinned: readonly Slice[], points: number, final: boolean): CapturePlan {
  const spent: Slice[] = [];
  const rest: Slice[] = [];
  let wanted = points;
  for (const { lot, amount } of pinned) {
    const taken = Math.min(wanted, amount);
    wanted -= taken;
    if (taken > 0) spent.push({ lot, amount: taken });
    if (amount > taken) rest.push({ lot, amount: amount - taken });
  }
  return { spent, released: final ? rest : [], kept: final ? [] : rest };
}
