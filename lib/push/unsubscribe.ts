import "server-only";
import { recordAudit } from "@/lib/audit";
import type { MemberCtx } from "@/lib/auth/context";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";

/** Forgets where a browser of the member's can be reached; one that was forgotten before is as good. */
export async function unsubscribe(
  ctx: MemberCtx,
  { endpoint }: { endpoint: string },
): Promise<{ subscribed: false }> {
  const { programId } = ctx;
  const { memberId } = ctx.actor;
  return write({ ...ctx, idempotencyKey: undefined }, { permission: null }, async (tx) => {
    const { count } = await tx.pushSubscription.deleteMany({ where: { programId, memberId, endpoint } });
    if (count > 0)
      await recordAudit(tx, ctx, { action: "member.push_off", target: toTypeId("mem", memberId) });
    return { subscribed: false };
  });
}
