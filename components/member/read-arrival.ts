import type { MemberMessage } from "@/lib/live/schema";

/** A movement that the stream told of. */
export type Arrival = MemberMessage["items"][number];

/**
 * The newest movement in a message of the member's stream; null where there is none that can be read.
 *
 * Checked by hand: the schema would bring its library to every page of the wallet.
 */
export function readArrival(message: string): Arrival | null {
  const { items } = parsed(message);
  const newest: unknown = Array.isArray(items) ? items.at(-1) : undefined;
  return isArrival(newest) ? newest : null;
}

function parsed(message: string): { items?: unknown } {
  try {
    const value: unknown = JSON.parse(message);
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}

function isArrival(value: unknown): value is Arrival {
  if (typeof value !== "object" || value === null) return false;
  const { id, delta, balance, at, reason } = value as Record<keyof Arrival, unknown>;
  const areTexts = [id, at, reason].every((each) => typeof each === "string");
  return areTexts && Number.isSafeInteger(delta) && Number.isSafeInteger(balance);
}
