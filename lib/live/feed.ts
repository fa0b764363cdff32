import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { toTypeId } from "@/lib/core/ids";
import { readAnnounced } from "@/lib/wallet";
import { isEventKind } from "@/lib/wallet/schema";
import { type Announcement, readAnnouncements } from "./announcements";
import { FEED_LENGTH, type FeedItem, type FeedMessage } from "./schema";
import { readMemberNames } from "./sql";
import { uuidFloor } from "./uuid-time";

/** How many announcements are read to fill a feed: one of them may hold a single movement. */
const RECENT_ANNOUNCEMENTS = FEED_LENGTH;

/** Turns announcements into one message of the feed: all are counted, the newest are shown, newest first. */
export async function toFeedMessage(programId: string, announcements: Announcement[]): Promise<FeedMessage> {
  // What moves neither points nor benefits, such as a parcel on its way, is for its member alone.
  const items = announcements.flatMap(({ items: all }) =>
    all.filter(({ delta, benefits }) => delta !== 0 || benefits),
  );
  const newest = items.slice(-FEED_LENGTH).reverse();
  const names = await readMemberNames(programId, [...new Set(newest.map((item) => item.memberId))]);
  const known = await readAnnounced(
    programId,
    newest.map(({ causeId }) => causeId),
  );
  return {
    count: items.length,
    items: newest.flatMap(({ causeId, memberId, delta, balance }): FeedItem[] => {
      const movement = known.get(causeId);
      if (movement === undefined) return [];
      const { kind, at, reason } = movement;
      return [
        {
          id: toTypeId("act", causeId),
          eventId: isEventKind(kind) ? toTypeId("evt", causeId) : null,
          memberId: toTypeId("mem", memberId),
          memberName: names.get(memberId) ?? "Member who has left",
          delta,
          balance,
          at,
          reason,
        },
      ];
    }),
  };
}

/**
 * The latest movements of the program, newest first.
 * @throws Forbidden
 */
export async function readFeed(ctx: Ctx): Promise<FeedItem[]> {
  requirePermission(ctx, "wallet:read");
  const announcements = await readAnnouncements(ctx.programId, uuidFloor(new Date(0)), RECENT_ANNOUNCEMENTS);
  return (await toFeedMessage(ctx.programId, announcements)).items;
}
