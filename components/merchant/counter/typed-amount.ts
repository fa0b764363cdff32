/** As much as a till takes, in minor units. */
const MOST = 100_000_000;

export const PAD_KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "00", "0", "back"] as const;
export type PadKey = (typeof PAD_KEYS)[number] | "clear";

/** The amount after a key: digits come in from the right. @param amountMinor in minor units */
export function pressed(amountMinor: number, key: string): number {
  if (key === "clear") return 0;
  if (key === "back") return Math.floor(amountMinor / 10);
  const next = amountMinor * 10 ** key.length + Number(key);
  return next < MOST ? next : amountMinor;
}
