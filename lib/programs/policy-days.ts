import { addDays, addMonths, type Day, periodEnd } from "@/lib/core/calendar";
import type { Expiry, Pending } from "./policies";

/**
 * The last day of use of points that are active since `day`, of sliding points as long as nothing else happens; null
 * where they do not expire.
 */
export function lastDayOfUse(expiry: Expiry, day: Day): Day | null {
  switch (expiry.kind) {
    case "none":
      return null;
    case "rolling":
    case "sliding":
      return expiry.unit === "day" ? addDays(day, expiry.count) : addMonths(day, expiry.count);
    case "calendar":
      return periodEnd(day, expiry.period, expiry.keep);
  }
}

/** From which day on points can be used that are earned on `day`; null where they wait for an event. */
export function firstDayOfUse(pending: Pending, day: Day): Day | null {
  switch (pending.kind) {
    case "immediate":
      return day;
    case "period":
      return addDays(day, pending.days);
    case "date":
      return pending.on > day ? pending.on : day;
    case "event":
      return null;
  }
}
