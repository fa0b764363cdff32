import type { Day } from "@/lib/core/calendar";
import { hasLapsed, type Movement, type Purse } from "./posting";

/** Takes what is left, and not set aside by a hold, of active lots whose last day is before `today`. */
export function planExpiry(purse: Purse, today: Day): Movement[] {
  return (purse.lots ?? []).flatMap((lot): Movement[] => {
    if (lot.waiting !== null || lot.free === 0 || !hasLapsed(lot, purse, today)) return [];
    return [{ kind: "expire", amount: lot.free, campaignId: null, lot: { lotNo: lot.lotNo } }];
  });
}

/**
 * Whether a purse's slide can end before `today`: its last day is over, and what slid is gone. While points are held
 * their lots may come back, and then expire by the old last day.
 */
export function isSlideOver({ slidesTo, held }: Purse, today: Day): boolean {
  return slidesTo !== null && slidesTo < today && held === 0;
}

/** The day since when the latest lot that slides is active; null where nothing slides. */
export function latestSlidingDay(purse: Purse): Day | null {
  const days = (purse.lots ?? []).flatMap(({ sliding, free, since }) =>
    sliding && free > 0 && since !== null ? [since] : [],
  );
  return days.sort().at(-1) ?? null;
}
