import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { log } from "@/lib/config/log";
import type { Announcement } from "./announcements";
import { eventStream } from "./event-stream";
import { toFeedMessage } from "./feed";
import { hub } from "./hub";
import { readMissed } from "./resume";

/**
 * The live feed of a program's postings as server-sent events of FeedMessage; resumes after `Last-Event-ID`.
 * @throws Forbidden
 */
export function streamProgram(ctx: Ctx, request: Request): Response {
  requirePermission(ctx, "wallet:read");
  const { programId } = ctx;
  return eventStream(request.signal, async (send) => {
    const forward = async (announcements: Announcement[]) => {
      const last = announcements.at(-1);
      if (last) send({ id: last.outboxId, data: await toFeedMessage(programId, announcements) });
    };
    // Subscribed before the missed ones are read, so that nothing falls between.
    const unsubscribe = hub().subscribe(programId, (announcements) => {
      forward(announcements).catch((error: unknown) => log().error({ err: error }, "live feed failed"));
    });
    await forward(await readMissed(programId, request.headers.get("last-event-id")));
    return unsubscribe;
  });
}
