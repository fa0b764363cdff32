import type { Day } from "@/lib/core/calendar";
import type { Expiry, Pending, ReturnPolicy } from "./policies";
import { firstDayOfUse, lastDayOfUse } from "./policy-days";

/**
 * What becomes of points that are earned today, in a sentence: from when on they can be used, and until when.
 * @param today the program's day
 * @param locale BCP 47
 */
export function lifeInWords(
  { pending, expiry }: { pending: Pending; expiry: Expiry },
  today: Day,
  locale: string,
): string {
  const from = firstDayOfUse(pending, today);
  if (from === null && pending.kind === "event") {
    return `Points wait for the event “${pending.name}” of the member, and ${expiryFromThen(expiry)}.`;
  }
  const start = from ?? today;
  const usable = start > today ? `from ${inWords(start, locale)}` : "at once";
  const end = lastDayOfUse(expiry, start);
  if (end === null) return `Points earned today can be used ${usable} and never expire.`;
  const until = `until ${inWords(end, locale)}`;
  return expiry.kind === "sliding"
    ? `Points earned today can be used ${usable} ${until}; whatever the member earns or spends moves that day on.`
    : `Points earned today can be used ${usable} ${until}.`;
}

/** The same of points whose first day nobody knows yet. */
function expiryFromThen(expiry: Expiry): string {
  switch (expiry.kind) {
    case "none":
      return "never expire";
    case "rolling":
      return `can be used for ${spanInWords(expiry)} from then on`;
    case "sliding":
      return `can be used for ${spanInWords(expiry)} after the member’s latest activity`;
    case "calendar":
      return `can be used until the end of ${periodInWords(expiry)}`;
  }
}

/** How long points last, in a few words: `12 months`, `until the end of the next year`. */
export function expiryInWords(expiry: Expiry): string {
  switch (expiry.kind) {
    case "none":
      return "no expiry";
    case "rolling":
      return spanInWords(expiry);
    case "sliding":
      return `${spanInWords(expiry)} after the latest activity`;
    case "calendar":
      return `until the end of ${periodInWords(expiry)}`;
  }
}

/** When earned points can be used, in a few words: `at once`, `after 14 days`. */
export function pendingInWords(pending: Pending, locale: string): string {
  switch (pending.kind) {
    case "immediate":
      return "at once";
    case "period":
      return `after ${pending.days} ${pending.days === 1 ? "day" : "days"}`;
    case "date":
      return `from ${inWords(pending.on, locale)}`;
    case "event":
      return `after the event “${pending.name}”`;
  }
}

/** What a return does about points, in a sentence. */
export const RETURN_WORDS: Readonly<Record<ReturnPolicy, string>> = {
  debt: "A return takes back what its goods earned. What is spent by then becomes a debt, which the next points pay.",
  within_balance:
    "A return takes back what its goods earned as far as the member still has it. The rest is forgiven.",
  only_pending:
    "A return takes back points that are still pending. Points that can be used stay with the member.",
};

function spanInWords({ unit, count }: { unit: "day" | "month"; count: number }): string {
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

function periodInWords({ period, keep }: Extract<Expiry, { kind: "calendar" }>): string {
  if (keep === 0) return `the ${period}`;
  return keep === 1 ? `the next ${period}` : `the ${period} ${keep} ${period}s later`;
}

function inWords(day: Day, locale: string): string {
  // "en" alone means the month-first order of the United States; day before month suits more readers.
  const format = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
    timeZone: "UTC",
    dateStyle: "long",
  });
  return format.format(new Date(`${day}T00:00:00Z`));
}
