import { createHmac, randomInt, timingSafeEqual } from "node:crypto";

/** Digits of a code: few enough to type from memory; tries, time and the limits of sign-ins make guessing hopeless. */
export const CODE_DIGITS = 6;
export const CODE_MINUTES = 10;
export const TRIES = 5;
/** Seconds before a code is sent once more. */
export const RESEND_PAUSE_SECONDS = 30;
/** How often one request is answered with a mail. */
export const MAX_SENDS = 4;

export function drawCode(): string {
  return randomInt(10 ** CODE_DIGITS)
    .toString()
    .padStart(CODE_DIGITS, "0");
}

/** What is kept of a code: of six digits a plain hash would tell the code to whoever reads the table. */
export function hashCode(codeId: string, code: string, secret: string): Buffer {
  return createHmac("sha256", secret).update(`${codeId}:${code}`).digest();
}

export function isSameHash(one: Uint8Array, other: Uint8Array): boolean {
  return one.byteLength === other.byteLength && timingSafeEqual(one, other);
}
