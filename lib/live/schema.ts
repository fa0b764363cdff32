import { z } from "zod";

/** Outbox topic that posting writes, one row a batch. */
export const POINTS_POSTED = "points.posted";
/** PostgreSQL channel on which posting says, at commit, that a program has news. The payload is the program id. */
export const LIVE_CHANNEL = "tessera_live";

/** One movement of points as posting announces it; ids are UUIDs. */
export const postedItem = z.object({
  memberId: z.string(),
  eventId: z.string(),
  /** Points added, negative when taken. */
  delta: z.number(),
  /** The member's available points afterwards. */
  balance: z.number(),
  /** ISO 8601 */
  at: z.string(),
  /** In words: which campaigns gave it, or what took it. */
  reason: z.string(),
});
export type PostedItem = z.infer<typeof postedItem>;

/** Movements that the portal's feed shows. */
export const FEED_LENGTH = 20;

export const pointsPosted = z.object({ items: z.array(postedItem) });

/** A movement as the portal's feed shows it; ids are TypeIDs. */
export const feedItem = z.object({
  eventId: z.string(),
  memberId: z.string(),
  memberName: z.string(),
  delta: z.number(),
  balance: z.number(),
  at: z.string(),
  reason: z.string(),
});
export type FeedItem = z.infer<typeof feedItem>;

/** A message of the portal's stream: how much was posted, and the newest movements of it. */
export const feedMessage = z.object({ count: z.number(), items: z.array(feedItem) });
export type FeedMessage = z.infer<typeof feedMessage>;

/** A message of a member's stream: the member's own movements, oldest first. */
export const memberMessage = z.object({
  items: z.array(
    z.object({
      eventId: z.string(),
      delta: z.number(),
      balance: z.number(),
      at: z.string(),
      reason: z.string(),
    }),
  ),
});
export type MemberMessage = z.infer<typeof memberMessage>;
