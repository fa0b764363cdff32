import type { DecimalSeparator } from "./schema";

const PLAIN = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;
/** Thousands in groups of three, by comma, point, apostrophe or any space; the decimal sign is a point here. */
const GROUPED = {
  point: /^[+-]?\d{1,3}(?:[,'’\s]\d{3})+(?:\.\d*)?$/,
  comma: /^[+-]?\d{1,3}(?:[.'’\s]\d{3})+(?:,\d*)?$/,
} as const;
const MAX_LENGTH = 40;

/**
 * The integer `value × 10^scale` of a decimal number written as text, by digits alone: no floating point takes
 * part, so 1.15 at scale 2 is 115. More digits than the scale carries round half away from zero.
 * Accepts thousands groups and exponents (4.44e-16). Returns null for anything that is not a number.
 */
export function decimalToInteger(text: string, scale: number, separator: DecimalSeparator): bigint | null {
  let plain = text.trim();
  if (plain.length === 0 || plain.length > MAX_LENGTH) return null;
  if (GROUPED[separator].test(plain)) {
    plain = plain.replace(separator === "point" ? /[,'’\s]/g : /[.'’\s]/g, "");
  }
  if (separator === "comma") {
    if (plain.includes(".")) return null;
    plain = plain.replace(",", ".");
  }
  const match = PLAIN.exec(plain);
  if (!match) return null;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  const digits = whole + fraction;
  if (digits === "") return null;

  const shift = scale - fraction.length + Number(exponent);
  const unsigned = BigInt(digits);
  let magnitude: bigint;
  if (shift >= 0) {
    magnitude = unsigned * 10n ** BigInt(shift);
  } else {
    const divisor = 10n ** BigInt(-shift);
    magnitude = (unsigned * 2n + divisor) / (divisor * 2n);
  }
  return sign === "-" ? -magnitude : magnitude;
}
