import "server-only";
import { type PostedItem, pointsPosted } from "@/lib/wallet/schema";
import { readAnnouncementRows } from "./sql";

/** What posting announced in one transaction; streams resume by its outbox id. */
export type Announcement = { outboxId: string; items: PostedItem[] };

/** The newest announcements of a program after an outbox id, oldest first, at most `limit`. */
export async function readAnnouncements(
  programId: string,
  after: string,
  limit: number,
): Promise<Announcement[]> {
  const rows = await readAnnouncementRows(programId, after, limit);
  return rows.map(({ outboxId, payload }) => ({ outboxId, items: pointsPosted.parse(payload).items }));
}
