import "server-only";
import { isUuid } from "@/lib/core/ids";
import { type Announcement, readAnnouncements } from "./announcements";

/** How much a stream that was cut off is told at once; beyond it the newest count. */
const MAX_MISSED = 100;

/** What a stream missed since the announcement that its browser saw last; nothing for a new stream. */
export async function readMissed(programId: string, lastEventId: string | null): Promise<Announcement[]> {
  if (lastEventId === null || !isUuid(lastEventId)) return [];
  return readAnnouncements(programId, lastEventId, MAX_MISSED);
}
