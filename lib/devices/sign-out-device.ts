import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { requireSelfOr } from "@/lib/auth/permissions";
import { NotFound } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";

/**
 * Signs a member out on one device. It acts with its next request, and nothing is pushed there any more.
 * @throws Forbidden; NotFound where they are not signed in there
 */
export async function signOutDevice(
  ctx: Ctx,
  memberId: string,
  { deviceId }: { deviceId: string },
): Promise<{ deviceId: string }> {
  requireSelfOr(ctx, memberId, "members:write");
  return write(ctx, { permission: null, request: { memberId, deviceId } }, async (tx) => {
    const { count } = await tx.memberSession.deleteMany({
      where: { programId: ctx.programId, memberId, sessionId: deviceId },
    });
    if (count === 0) throw new NotFound("device");
    await recordAudit(tx, ctx, { action: "member.signed_out", target: toTypeId("mem", memberId) });
    return { deviceId };
  });
}
