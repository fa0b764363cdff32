import { z } from "zod";

/** Movements that the portal's feed shows. */
export const FEED_LENGTH = 20;

/** A movement as the portal's feed shows it; ids are TypeIDs. */
export const feedItem = z.object({
  id: z.string(),
  /** The event that caused it; null for everything else that moves points. */
  eventId: z.string().nullable(),
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
      id: z.string(),
      delta: z.number(),
      balance: z.number(),
      at: z.string(),
      reason: z.string(),
    }),
  ),
});
export type MemberMessage = z.infer<typeof memberMessage>;
