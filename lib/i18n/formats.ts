import { DEFAULT_LOCALE, languageOf } from "./locales";

/** How a locale writes what stands between words. */
export type Formats = {
  number: (value: number) => string;
  /** Whole minor units of an ISO 4217 currency: 1250 EUR → `12,50 €`. */
  money: (amountMinor: number, currency: string) => string;
  /** Whole metres: 1500 → `1,500 m`. */
  metres: (value: number) => string;
  /** A calendar day, `2026-11-30` → `30. November 2026`; `yearless` without its year. */
  day: (iso: string, style?: "full" | "yearless") => string;
  /** The day of an instant in a time zone. */
  dayOf: (instant: number, timeZone: string) => string;
  /** A moment in a time zone, with its day. */
  momentOf: (instant: number, timeZone: string) => string;
  /** A time of day, `07:00` → `7:00 a.m.` where that is the custom. */
  clock: (time: string) => string;
  list: (items: readonly string[], last: "and" | "or") => string;
};

/** Browsers can ask for any tag: the oldest goes first. */
const MAX_KNOWN = 200;
const known = new Map<string, Formats>();

/**
 * Making an Intl format takes a hundred times as long as using it: each is made once in the life of the process.
 * @param locale BCP 47; one whose language is not spoken is written as English
 */
export function formatsOf(locale: string): Formats {
  const found = known.get(locale);
  if (found) return found;
  const [oldest] = known.keys();
  if (known.size >= MAX_KNOWN && oldest !== undefined) known.delete(oldest);
  const made = makeFormats(writtenLocale(locale));
  known.set(locale, made);
  return made;
}

/** "en" alone means the customs of the United States; day before month suits more readers. */
function writtenLocale(locale: string): string {
  const spoken = languageOf(locale) === null ? DEFAULT_LOCALE : locale;
  return spoken === "en" ? "en-GB" : spoken;
}

function makeFormats(locale: string): Formats {
  const numbers = new Intl.NumberFormat(locale);
  const metres = new Intl.NumberFormat(locale, { style: "unit", unit: "meter" });
  const moneys = new Map<string, (amountMinor: number) => string>();
  const days = { day: "numeric", month: "long", timeZone: "UTC" } as const;
  const full = new Intl.DateTimeFormat(locale, { ...days, year: "numeric" });
  const yearless = new Intl.DateTimeFormat(locale, days);
  const clock = new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit", timeZone: "UTC" });
  const zoned = new Map<string, Intl.DateTimeFormat>();
  const inZone = (timeZone: string, time: Intl.DateTimeFormatOptions) => {
    const key = `${timeZone} ${time.hour ?? ""}`;
    const format =
      zoned.get(key) ?? new Intl.DateTimeFormat(locale, { ...days, year: "numeric", ...time, timeZone });
    zoned.set(key, format);
    return format;
  };
  const lists = {
    and: new Intl.ListFormat(locale, { type: "conjunction" }),
    or: new Intl.ListFormat(locale, { type: "disjunction" }),
  };
  return {
    number: (value) => numbers.format(value),
    money: (amountMinor, currency) => {
      const write = moneys.get(currency) ?? moneyWriter(locale, currency);
      moneys.set(currency, write);
      return write(amountMinor);
    },
    metres: (value) => metres.format(value),
    // A draft may hold what is no day yet.
    day: (iso, style = "full") => {
      const at = Date.parse(`${iso}T00:00:00Z`);
      return Number.isNaN(at) ? iso : (style === "full" ? full : yearless).format(at);
    },
    dayOf: (instant, timeZone) => (Number.isNaN(instant) ? "…" : inZone(timeZone, {}).format(instant)),
    momentOf: (instant, timeZone) =>
      Number.isNaN(instant) ? "…" : inZone(timeZone, { hour: "numeric", minute: "2-digit" }).format(instant),
    clock: (time) => clock.format(Date.parse(`2000-01-01T${time}:00Z`)),
    list: (items, last) => lists[last].format(items),
  };
}

function moneyWriter(locale: string, currency: string): (amountMinor: number) => string {
  const format = new Intl.NumberFormat(locale, { style: "currency", currency });
  const unit = 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2);
  return (amountMinor) => format.format(amountMinor / unit);
}
