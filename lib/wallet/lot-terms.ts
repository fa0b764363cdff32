import { addDays, addMonths, type Day, localDay, periodEnd } from "@/lib/core/calendar";
import type { Expiry, Pending } from "@/lib/programs";
import { type ExpiryDay, type LotTerms, NEVER } from "./posting";

/** The last day of use of a lot that is active since `day`; a sliding lot has none of its own. */
export function lastDay(expiry: Expiry, day: Day): { expiresOn: ExpiryDay; sliding: boolean } {
  switch (expiry.kind) {
    case "none":
      return { expiresOn: NEVER, sliding: false };
    case "rolling":
      return { expiresOn: later(day, expiry), sliding: false };
    case "calendar":
      return { expiresOn: periodEnd(day, expiry.period, expiry.keep), sliding: false };
    case "sliding":
      return { expiresOn: NEVER, sliding: true };
  }
}

/** Until when an activity on `day` keeps sliding lots usable; null where the policy is another. */
export function slideTo(expiry: Expiry, day: Day): Day | null {
  return expiry.kind === "sliding" ? later(day, expiry) : null;
}

/**
 * The terms of points earned by something that happened at `occurredAt`. Where the day of activation has come by
 * `today`, the points are active at once, and their expiry counts from that day.
 */
export function termsOf(
  policy: { expiry: Expiry; pending: Pending },
  occurredAt: Date,
  timeZone: string,
  today: Day,
): LotTerms {
  const { expiry, pending } = policy;
  const day = localDay(occurredAt, timeZone);
  if (pending.kind === "event") {
    return { state: "pending", activatesOn: null, activatesBy: pending.name, expiry };
  }
  const activatesOn = activationDay(pending, day);
  const isLater = activatesOn > day;
  return isLater && activatesOn > today
    ? { state: "pending", activatesOn, activatesBy: null, expiry }
    : { state: "active", ...lastDay(expiry, isLater ? activatesOn : day) };
}

function activationDay(pending: Exclude<Pending, { kind: "event" }>, day: Day): Day {
  switch (pending.kind) {
    case "immediate":
      return day;
    case "period":
      return addDays(day, pending.days);
    case "date":
      return pending.on;
  }
}

function later(day: Day, { unit, count }: { unit: "day" | "month"; count: number }): Day {
  return unit === "day" ? addDays(day, count) : addMonths(day, count);
}
