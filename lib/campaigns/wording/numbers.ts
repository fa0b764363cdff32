import { type NumberPattern, writeNumber } from "@/lib/core/phrase";

/**
 * Numbers and money as a locale writes them. Decisions are worded by the hundred thousand, and Intl takes more
 * than a microsecond a number: so its pattern is learnt once, and Intl asked again only where no simple pattern holds.
 */

/** Writes whole numbers from 0 up. */
export type NumberFormat = (value: number) => string;
/** Writes whole minor units from 0 up. */
export type MoneyFormat = NumberFormat;

/** How numbers are written; the pattern is null where only Intl knows. */
export type NumberStyle = { write: NumberFormat; pattern: NumberPattern | null };

const integerStyles = new Map<string, NumberStyle>();
const moneyStyles = new Map<string, NumberStyle>();

/** A whole number from 0 up with grouping: 1482310 → "1,482,310". */
export function integerFormat(locale: string): NumberFormat {
  return integerStyle(locale).write;
}

export function integerStyle(locale: string): NumberStyle {
  return recalled(integerStyles, locale, () => {
    const { format } = new Intl.NumberFormat(locale);
    const ask: NumberFormat = (value) => format(value);
    return tried({ before: "", group: groupOf(ask), decimal: "", digits: 0, after: "" }, ask);
  });
}

/** Money in the currency's own digits: 1250 → "€12.50". Amounts are whole minor units from 0 up. */
export function moneyFormat(currency: string, locale: string): MoneyFormat {
  return moneyStyle(currency, locale).write;
}

export function moneyStyle(currency: string, locale: string): NumberStyle {
  return recalled(moneyStyles, `${currency} ${locale}`, () =>
    learnMoney(new Intl.NumberFormat(locale, { style: "currency", currency })),
  );
}

function recalled(known: Map<string, NumberStyle>, key: string, learn: () => NumberStyle): NumberStyle {
  const found = known.get(key) ?? learn();
  known.set(key, found);
  return found;
}

function learnMoney(format: Intl.NumberFormat): NumberStyle {
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  // A decimal text keeps the amount exact where a division would not.
  const ask: MoneyFormat = (amountMinor) => {
    const padded = String(amountMinor).padStart(digits + 1, "0");
    const whole = padded.slice(0, padded.length - digits);
    return format.format(`${whole}.${padded.slice(padded.length - digits)}0` as Intl.StringNumericLiteral);
  };
  const parts = format.formatToParts(0);
  const first = parts.findIndex(({ type }) => type === "integer");
  const text = (kept: Intl.NumberFormatPart[]) => kept.map(({ value }) => value).join("");
  const isNumeral = ({ type }: Intl.NumberFormatPart) => ["integer", "decimal", "fraction"].includes(type);
  const pattern = {
    before: text(parts.slice(0, first)),
    group: groupOf((value) => text(format.formatToParts(value).filter(({ type }) => GROUPED.has(type)))),
    decimal: text(parts.filter(({ type }) => type === "decimal")),
    digits,
    after: text(parts.slice(first).filter((part) => !isNumeral(part))),
  };
  return tried(pattern, ask);
}

const GROUPED: ReadonlySet<string> = new Set(["integer", "group"]);

/** What stands between thousands. */
function groupOf(ask: NumberFormat): string {
  return ask(1_234).slice(1, -3);
}

const TRIALS = [0, 7, 890, 1_234, 123_456, 1_234_567, 123_456_789];

/** The pattern if it writes as Intl does. */
function tried(pattern: NumberPattern, ask: NumberFormat): NumberStyle {
  const holds = TRIALS.every((value) => writeNumber(pattern, value) === ask(value));
  return holds ? { write: (value) => writeNumber(pattern, value), pattern } : { write: ask, pattern: null };
}
