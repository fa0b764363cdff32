/** Arabic-Indic, Extended Arabic-Indic and Devanagari digits as 0 to 9: phones with those keyboards type them. */
export function westernDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹०-९]/g, (digit) => {
    const point = digit.codePointAt(0) ?? 0;
    const zero = [0x0660, 0x06f0, 0x0966].findLast((first) => point >= first) ?? point;
    return String(point - zero);
  });
}

/**
 * A whole number as people type it, in any of their digits, plain or in groups: 1284, 1.284, 1 284, 1,00,000. Anything
 * else is NaN, and so is what could be meant otherwise: 1.5, 12.84.
 */
export function readWholeNumber(typed: string): number {
  const text = westernDigits(typed.trim());
  const isWhole = /^\d+$/.test(text) || THOUSANDS.test(text) || LAKHS.test(text);
  return isWhole ? Number(text.replace(/\D/g, "")) : Number.NaN;
}

/** `\s` holds the narrow and the fixed space of French, `٬` is Arabic, the apostrophes are Swiss. */
const THOUSANDS = /^\d{1,3}(?:([.,٬'’\s])\d{3})(?:\1\d{3})*$/;
const LAKHS = /^\d{1,2}(?:,\d{2})+,\d{3}$/;
