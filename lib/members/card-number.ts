import { randomInt } from "node:crypto";

/** Digits after the program's prefix, the last of them a check digit. */
const DIGITS = 10;

/**
 * Draws a card number: the program's prefix and ten digits, nine random and one check digit.
 * Random rather than counted, so that nobody can guess a neighbour's card; a clash with a card that exists
 * is for the caller to notice and draw again.
 */
export function drawCardNumber(prefix: string): string {
  const body = randomInt(10 ** (DIGITS - 1))
    .toString()
    .padStart(DIGITS - 1, "0");
  return `${prefix}${body}${checkDigit(body)}`;
}

/** Whether the digits of a typed card number carry the right check digit, whatever its prefix. */
export function hasValidCheckDigit(cardNumber: string): boolean {
  const digits = normaliseCardNumber(cardNumber).replace(/^[A-Z]+/, "");
  if (!/^\d{10}$/.test(digits)) return false;
  return checkDigit(digits.slice(0, -1)) === Number(digits.slice(-1));
}

/** A card number as it is stored: upper case, without the spaces and dashes that people type. */
export function normaliseCardNumber(typed: string): string {
  return typed.replace(/[\s-]+/g, "").toUpperCase();
}

/**
 * The check digit of ISO 7064 MOD 11,10: it catches every single wrong digit and nearly every swap of two
 * neighbours, and is always a digit itself.
 */
export function checkDigit(digits: string): number {
  let product = 10;
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10;
}
