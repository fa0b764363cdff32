import type { Part } from "@/lib/partners/schema";

export const PART_WORDS: Record<Part, { name: string; meaning: string }> = {
  REWARD_PARTNER: {
    name: "Reward partner",
    meaning: "Supplies rewards and codes, fulfils orders, and is owed for what it fulfilled.",
  },
  SPONSOR: { name: "Sponsor", meaning: "Pays for campaigns, and sees what became of them." },
};

export function partsInWords(parts: readonly Part[]): string {
  return parts.map((part) => PART_WORDS[part].name).join(", ");
}

/** `2026-11` → `November 2026`. */
export function monthInWords(month: string, locale: string): string {
  const words = new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" });
  return words.format(new Date(`${month}-01T00:00:00Z`));
}

const MOST_MONTHS = 24;

/** The months that can be asked for, the latest first: back to the one that the partner joined in, two years at most. */
export function monthsSince(from: string, to: string): string[] {
  const [year = 0, month = 1] = to.split("-").map(Number);
  const months = Array.from({ length: MOST_MONTHS }, (_, back) => {
    const first = new Date(Date.UTC(year, month - 1 - back, 1));
    return first.toISOString().slice(0, 7);
  });
  return months.filter((name) => name >= from || name === to);
}
