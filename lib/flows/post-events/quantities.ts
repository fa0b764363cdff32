import type { StoredEvent } from "@/lib/events";
import { toMilli } from "@/lib/wallet";

/** Quantity of each line in thousandths of a piece; what has no lines counts as one line of one piece. */
export function quantitiesOf(payload: StoredEvent): number[] {
  if (payload.type !== "purchase" || payload.lines.length === 0) return [1_000];
  return payload.lines.map(({ quantity }) => toMilli(quantity));
}
