/** How a program writes numbers and times: its BCP 47 locale, currency (ISO 4217) and IANA time zone. */
export type Formats = { locale: string; currency: string; timeZone: string };

const MINUS = "−";

/** A whole number with grouping: 1482310 → "1,482,310". */
export function formatNumber(value: number | bigint, locale: string): string {
  return new Intl.NumberFormat(locale).format(value).replace("-", MINUS);
}

/** A short number for axes and chips: 1482310 → "1.5M". */
export function formatCompact(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { notation: "compact", maximumFractionDigits: 1 })
    .format(value)
    .replace("-", MINUS);
}

/** Points with their sign, as in a statement: +36, −500, 0. */
export function formatSigned(value: number | bigint, locale: string): string {
  return new Intl.NumberFormat(locale, { signDisplay: "exceptZero" }).format(value).replace("-", MINUS);
}

/** Integer minor units as money: 3821400 EUR → "38,214.00 €" in the order of the locale. */
export function formatMoney(amountMinor: number, currency: string, locale: string): string {
  const format = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
  });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amountMinor / 10 ** digits).replace("-", MINUS);
}

const TIME_STYLES = {
  /** 22 Nov 2026 */
  date: { day: "numeric", month: "short", year: "numeric" },
  /** 22 Nov 2026, 14:05 */
  dateTime: {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  },
  /** 22 Nov, 14:05 */
  short: { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  /** 22 Nov */
  day: { day: "numeric", month: "short" },
  /** 14:05:31 */
  clock: { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" },
  /** 14:05 */
  time: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export type TimeStyle = keyof typeof TIME_STYLES;

/** An instant in the program's time zone. */
export function formatTime(
  at: Date | string,
  style: TimeStyle,
  { locale, timeZone }: Pick<Formats, "locale" | "timeZone">,
): string {
  // "en" alone means the month-first order of the United States; day before month suits more readers.
  const language = locale === "en" ? "en-GB" : locale;
  return new Intl.DateTimeFormat(language, { ...TIME_STYLES[style], timeZone }).format(new Date(at));
}

/** A calendar day ("2026-11-22") as the locale writes it, whatever the time zone. */
export function formatDay(day: string, style: "date" | "day", locale: string): string {
  return formatTime(`${day}T00:00:00Z`, style, { locale, timeZone: "UTC" });
}

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** "3 minutes ago", "in 2 days"; under a minute "just now". */
export function formatRelative(at: Date | string, now: Date, locale: string): string {
  const seconds = Math.round((new Date(at).getTime() - now.getTime()) / 1000);
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  for (const [unit, length] of STEPS) {
    if (Math.abs(seconds) >= length) return format.format(Math.trunc(seconds / length), unit);
  }
  return "just now";
}

/**
 * The change from one number to another in percent; null where a percentage would say nothing: from nothing, from what
 * is below nothing, or to more than ten times as much.
 */
export function percentChange(before: number, after: number): number | null {
  return before <= 0 || after > 10 * before ? null : ((after - before) / before) * 100;
}
