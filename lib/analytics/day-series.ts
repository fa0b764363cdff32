import { addDays, type Day } from "@/lib/core/calendar";
import type { DayTotalDto } from "./schema";

type Sums = Omit<DayTotalDto, "day">;

/** One entry a day from `from` to `to` inclusive; days without a total are zero. */
export function fillDays(totals: readonly DayTotalDto[], from: Day, to: Day): DayTotalDto[] {
  const byDay = new Map(totals.map((total) => [total.day, total]));
  const days: DayTotalDto[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    days.push(byDay.get(day) ?? { day, issued: 0, returned: 0, redeemed: 0, events: 0 });
  }
  return days;
}

/** The sums over a series of days. */
export function sumSeries(days: readonly DayTotalDto[]): Sums {
  const sums: Sums = { issued: 0, returned: 0, redeemed: 0, events: 0 };
  for (const day of days) {
    sums.issued += day.issued;
    sums.returned += day.returned;
    sums.redeemed += day.redeemed;
    sums.events += day.events;
  }
  return sums;
}
