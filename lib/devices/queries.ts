import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requireSelfOr } from "@/lib/auth/permissions";
import { sessionMaxAgeSeconds } from "@/lib/auth/session-token";
import { db } from "@/lib/db";
import type { DeviceDto } from "./schema";

/** More devices than anybody has. */
const MAX_DEVICES = 100;

/**
 * Where a member is signed in: the device that asks first, then the ones that were used last. Members may see their own.
 * @throws Forbidden, NotFound
 */
export async function listDevices(ctx: Ctx, memberId: string): Promise<DeviceDto[]> {
  requireSelfOr(ctx, memberId, "members:read");
  const since = new Date(ctx.clock.now().getTime() - sessionMaxAgeSeconds("member") * 1_000);
  const sessions = await (ctx.tx ?? db()).memberSession.findMany({
    where: { programId: ctx.programId, memberId, startedAt: { gt: since } },
    orderBy: [{ seenAt: "desc" }, { sessionId: "desc" }],
    take: MAX_DEVICES,
    select: {
      sessionId: true,
      browser: true,
      system: true,
      startedAt: true,
      seenAt: true,
      subscriptions: { select: { subscriptionId: true }, take: 1 },
    },
  });
  const own = ctx.actor.kind === "member" ? ctx.actor.sessionId : undefined;
  const devices = sessions.map(({ sessionId, startedAt, seenAt, subscriptions, ...names }) => ({
    deviceId: sessionId,
    ...names,
    signedInAt: startedAt.toISOString(),
    seenAt: seenAt.toISOString(),
    isThis: sessionId === own,
    isPushed: subscriptions.length > 0,
  }));
  return [...devices.filter(({ isThis }) => isThis), ...devices.filter(({ isThis }) => !isThis)];
}
