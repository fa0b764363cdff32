import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { requireSelfOr } from "@/lib/auth/permissions";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";

/**
 * Signs a member out everywhere but on the device that asks; everywhere, where somebody else asks.
 * @returns on how many devices
 * @throws Forbidden
 */
export async function signOutOthers(ctx: Ctx, memberId: string): Promise<{ signedOut: number }> {
  requireSelfOr(ctx, memberId, "members:write");
  const own = ctx.actor.kind === "member" ? ctx.actor.sessionId : undefined;
  return write(ctx, { permission: null, request: { memberId } }, async (tx) => {
    const { count } = await tx.memberSession.deleteMany({
      where: {
        programId: ctx.programId,
        memberId,
        ...(own !== undefined && { NOT: { sessionId: own } }),
      },
    });
    if (count > 0) {
      await recordAudit(tx, ctx, {
        action: "member.signed_out_elsewhere",
        target: toTypeId("mem", memberId),
        detail: { devices: count },
      });
    }
    return { signedOut: count };
  });
}
