/**
 * Numbers and money as a locale writes them. Decisions are worded by the hundred thousand, and Intl takes more
 * than a microsecond a number: so its pattern is learnt once, and Intl asked again only where no simple pattern holds.
 */

export type NumberFormat = (value: number) => string;
export type MoneyFormat = (amountMinor: number) => string;

const integerFormats = new Map<string, NumberFormat>();
const moneyFormats = new Map<string, MoneyFormat>();

/** A whole number from 0 up with grouping: 1482310 → "1,482,310". */
export function integerFormat(locale: string): NumberFormat {
  let found = integerFormats.get(locale);
  if (!found) {
    const { format } = new Intl.NumberFormat(locale);
    found = learnGrouping((value) => format(value));
    integerFormats.set(locale, found);
  }
  return found;
}

/** Money in the currency's own digits: 1250 → "€12.50". Amounts are whole minor units from 0 up. */
export function moneyFormat(currency: string, locale: string): MoneyFormat {
  const key = `${currency} ${locale}`;
  let found = moneyFormats.get(key);
  if (!found) {
    found = learnMoney(new Intl.NumberFormat(locale, { style: "currency", currency }));
    moneyFormats.set(key, found);
  }
  return found;
}

function learnGrouping(ask: NumberFormat): NumberFormat {
  const separator = ask(1_234).slice(1, -3);
  const isSimple = ask(1_234_567) === `1${separator}234${separator}567` && ask(890) === "890";
  return isSimple ? (value) => grouped(value, separator) : ask;
}

function grouped(value: number, separator: string): string {
  if (value < 1_000) return String(value);
  const rest = value % 1_000;
  return `${grouped((value - rest) / 1_000, separator)}${separator}${String(rest).padStart(3, "0")}`;
}

function learnMoney(format: Intl.NumberFormat): MoneyFormat {
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  const unit = 10 ** digits;
  // A decimal text keeps the amount exact where a division would not.
  const ask: MoneyFormat = (amountMinor) => {
    const padded = String(amountMinor).padStart(digits + 1, "0");
    const whole = padded.slice(0, padded.length - digits);
    return format.format(`${whole}.${padded.slice(padded.length - digits)}0` as Intl.StringNumericLiteral);
  };
  const integer = learnGrouping((value) => numeral(format, value, ["integer", "group"]));
  const parts = format.formatToParts(0);
  const first = parts.findIndex(({ type }) => type === "integer");
  const text = (kept: Intl.NumberFormatPart[]) => kept.map(({ value }) => value).join("");
  const before = text(parts.slice(0, first));
  const decimal = text(parts.filter(({ type }) => type === "decimal"));
  const after = text(
    parts.slice(first).filter(({ type }) => !["integer", "decimal", "fraction"].includes(type)),
  );
  const learnt: MoneyFormat = (amountMinor) => {
    const fraction = amountMinor % unit;
    const cents = digits === 0 ? "" : decimal + String(fraction).padStart(digits, "0");
    return before + integer((amountMinor - fraction) / unit) + cents + after;
  };
  return [0, 7, 1_234, 123_456, 123_456_789].every((amount) => learnt(amount) === ask(amount)) ? learnt : ask;
}

function numeral(format: Intl.NumberFormat, value: number, kept: Intl.NumberFormatPartTypes[]): string {
  const parts = format.formatToParts(value).filter(({ type }) => kept.includes(type));
  return parts.map((part) => part.value).join("");
}
