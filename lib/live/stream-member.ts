import "server-only";
import type { MemberCtx } from "@/lib/auth/context";
import { toTypeId } from "@/lib/core/ids";
import type { Announcement } from "./announcements";
import { eventStream } from "./event-stream";
import { hub } from "./hub";
import { readMissed } from "./resume";
import type { MemberMessage } from "./schema";

/** A member's own movements as server-sent events of MemberMessage; resumes after `Last-Event-ID`. */
export function streamMember(ctx: MemberCtx, request: Request): Response {
  const { programId, actor } = ctx;
  return eventStream(request.signal, async (send) => {
    const forward = (announcements: Announcement[]) => {
      const items = announcements.flatMap((announcement) => announcement.items);
      const own = items.filter((item) => item.memberId === actor.memberId);
      if (own.length === 0) return;
      const data: MemberMessage = {
        items: own.map(({ causeId, delta, balance, at, reason }) => ({
          id: toTypeId("act", causeId),
          delta,
          balance,
          at,
          reason,
        })),
      };
      send({ id: announcements.at(-1)?.outboxId, data });
    };
    const unsubscribe = hub().subscribe(programId, forward);
    forward(await readMissed(programId, request.headers.get("last-event-id")));
    return unsubscribe;
  });
}
