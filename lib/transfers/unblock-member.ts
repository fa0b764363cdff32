import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { requireSelfOr } from "@/lib/auth/permissions";
import { NotFound } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";

/**
 * Lifts a block that a member has set.
 * @throws Forbidden; NotFound where there is no such block
 */
export async function unblockMember(
  ctx: Ctx,
  memberId: string,
  blockedMemberId: string,
): Promise<{ memberId: string }> {
  requireSelfOr(ctx, memberId, "points:send");
  return write(ctx, { permission: null, request: { memberId, blockedMemberId } }, async (tx) => {
    const { count } = await tx.transferBlock.deleteMany({
      where: { programId: ctx.programId, memberId, blockedMemberId },
    });
    if (count === 0) throw new NotFound("block");
    await recordAudit(tx, ctx, {
      action: "transfers.member_unblocked",
      target: toTypeId("mem", memberId),
      detail: { blocked: toTypeId("mem", blockedMemberId) },
    });
    return { memberId: blockedMemberId };
  });
}
