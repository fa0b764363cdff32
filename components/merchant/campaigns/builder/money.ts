/** Decimals that a currency is written with: 2 for EUR, 0 for JPY. */
function digitsOf(currency: string): number {
  return (
    new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2
  );
}

/** One whole unit of a currency in minor units. */
export function unitMinorOf(currency: string): number {
  return 10 ** digitsOf(currency);
}

/** Minor units as plain decimals for a text field: 1250 → "12.50", 1200 → "12". */
export function toAmountText(amountMinor: number, currency: string): string {
  const digits = digitsOf(currency);
  const unit = 10 ** digits;
  return amountMinor % unit === 0 ? String(amountMinor / unit) : (amountMinor / unit).toFixed(digits);
}

/** What somebody typed as an amount, in minor units; a comma is taken for the decimal point. Null if no amount. */
export function parseAmount(text: string, currency: string): number | null {
  const plain = text.trim().replace(",", ".");
  if (!/^\d+(\.\d*)?$|^\.\d+$/.test(plain)) return null;
  return Math.round(Number(plain) * unitMinorOf(currency));
}

/** The sign that a currency goes by: "€". */
export function currencySign(currency: string, locale: string): string {
  const parts = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
  }).formatToParts(0);
  return parts.find(({ type }) => type === "currency")?.value ?? currency;
}
