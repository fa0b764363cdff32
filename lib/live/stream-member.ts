import "server-only";
import type { MemberCtx } from "@/lib/auth/context";
import { log } from "@/lib/config/log";
import { toTypeId } from "@/lib/core/ids";
import { readAnnounced } from "@/lib/wallet";
import type { Announcement } from "./announcements";
import { eventStream } from "./event-stream";
import { hub } from "./hub";
import { readMissed } from "./resume";
import type { MemberMessage } from "./schema";

/**
 * A member's own movements as server-sent events of MemberMessage; resumes after `Last-Event-ID`.
 * @param locale BCP 47: in whose language it is said what they were for
 */
export function streamMember(ctx: MemberCtx, request: Request, locale: string): Response {
  const { programId, actor } = ctx;
  return eventStream(request.signal, async (send) => {
    const forward = async (announcements: Announcement[]) => {
      const items = announcements.flatMap((announcement) => announcement.items);
      const own = items.filter((item) => item.memberId === actor.memberId);
      if (own.length === 0) return;
      const known = await readAnnounced(
        programId,
        own.map(({ causeId }) => causeId),
        locale,
      );
      const data: MemberMessage = {
        items: own.flatMap(({ causeId, delta, balance }) => {
          const movement = known.get(causeId);
          if (movement === undefined) return [];
          const { at, reason } = movement;
          return [{ id: toTypeId("act", causeId), delta, balance, at, reason }];
        }),
      };
      send({ id: announcements.at(-1)?.outboxId, data });
    };
    const unsubscribe = hub().subscribe(programId, (announcements) => {
      forward(announcements).catch((error: unknown) => log().error({ err: error }, "live wallet failed"));
    });
    await forward(await readMissed(programId, request.headers.get("last-event-id")));
    return unsubscribe;
  });
}
