import "server-only";
import { recordAudit } from "@/lib/audit";
import type { MemberCtx } from "@/lib/auth/context";
import { env } from "@/lib/config/env";
import { Conflict, Invalid } from "@/lib/core/errors";
import { newId, toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import type { PushSubscriptionInput } from "./schema";

/** More browsers than anybody is told things in. */
const MAX_SUBSCRIPTIONS = 20;

/**
 * Notes where the browser that asks can be reached. It is the browser of whoever signed in last: one that somebody else
 * used before is theirs no longer.
 * @throws Invalid for an address that is not public; Conflict `not_signed_in_here`, `too_many_devices`
 */
export async function subscribe(
  ctx: MemberCtx,
  { endpoint, keys }: PushSubscriptionInput,
): Promise<{ subscribed: true }> {
  const { memberId, sessionId } = ctx.actor;
  if (!endpoint.startsWith("https://") && !env().WEBHOOKS_ALLOW_PRIVATE) {
    throw new Invalid("A push service has an address that begins with https://.");
  }
  if (sessionId === undefined) throw new Conflict("not_signed_in_here", "Sign in on this device first.");
  const { programId } = ctx;
  return write({ ...ctx, idempotencyKey: undefined }, { permission: null }, async (tx) => {
    await tx.pushSubscription.deleteMany({ where: { programId, endpoint } });
    const count = await tx.pushSubscription.count({ where: { programId, memberId } });
    if (count >= MAX_SUBSCRIPTIONS) {
      throw new Conflict(
        "too_many_devices",
        "Notifications are on in too many places. Sign some of them out.",
      );
    }
    const createdAt = ctx.clock.now();
    await tx.pushSubscription.create({
      data: { programId, subscriptionId: newId(), memberId, sessionId, endpoint, ...keys, createdAt },
    });
    await recordAudit(tx, ctx, { action: "member.push_on", target: toTypeId("mem", memberId) });
    return { subscribed: true };
  });
}
