import type { Day } from "@/lib/core/calendar";
import { lastDay } from "./lot-terms";
import type { Lot, Movement, Purse } from "./posting";

/**
 * Makes pending lots active. Their expiry counts from the day they were to become active, or, where they waited for
 * an event, from the day of the event.
 * @param isDue which of the purse's pending lots
 */
export function planActivation(
  purse: Purse,
  isDue: (lot: Lot) => boolean,
  activatedAt: Date,
  day: Day,
): Movement[] {
  return (purse.lots ?? []).flatMap((lot): Movement[] => {
    if (lot.waiting === null || lot.free === 0 || !isDue(lot)) return [];
    return [
      {
        kind: "activate",
        amount: lot.free,
        campaignId: null,
        lot: { lotNo: lot.lotNo },
        ...lastDay(lot.waiting.expiry, lot.waiting.activatesOn ?? day),
        activatedAt,
      },
    ];
  });
}
