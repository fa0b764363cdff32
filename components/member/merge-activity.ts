import type { Page } from "@/lib/core/cursor";
import type { ActivityEntry } from "@/lib/wallet/schema";

type Activity = Page<ActivityEntry>;

/** What tells two entries apart: each cause has one. */
function keyOf(entry: ActivityEntry): string {
  return entry.causeId;
}

/**
 * The list after its first page was read anew: new entries join on top and what was loaded below stays. Where the
 * two do not meet any more, the new page starts the list again.
 */
export function withFirstPage(shown: Activity, first: Activity): Activity {
  const keys = new Set(first.items.map(keyOf));
  const older = shown.items.filter((entry) => !keys.has(keyOf(entry)));
  if (older.length === shown.items.length && shown.items.length > 0) return first;
  return older.length === 0 ? first : { items: [...first.items, ...older], nextCursor: shown.nextCursor };
}

/** The list with a further page at its end. */
export function withNextPage(shown: Activity, next: Activity): Activity {
  const keys = new Set(shown.items.map(keyOf));
  const added = next.items.filter((entry) => !keys.has(keyOf(entry)));
  return { items: [...shown.items, ...added], nextCursor: next.nextCursor };
}
