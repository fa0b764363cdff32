import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { requireSelfOr } from "@/lib/auth/permissions";
import { toTypeId } from "@/lib/core/ids";
import { findByContact, nameAsSeenBy, readMember } from "@/lib/members";
import type { MemberContact } from "@/lib/members/schema";
import { write } from "@/lib/write";
import { countLookUpOf } from "./count-look-up";
import { TransferRefused } from "./errors";
import { type BlockedMember, MAX_BLOCKED } from "./schema";

/**
 * A member wants no points from another one, nor to send them any. The other one is not told, and cannot tell from a
 * refusal. Blocking somebody again changes nothing.
 * @throws Forbidden, NotFound, TooManyRequests; TransferRefused
 */
export async function blockMember(
  ctx: Ctx,
  memberId: string,
  contact: MemberContact,
): Promise<BlockedMember> {
  requireSelfOr(ctx, memberId, "points:send");
  await countLookUpOf(ctx, contact);
  return write(ctx, { permission: null, request: { memberId, contact } }, async (tx) => {
    const { programId } = ctx;
    await readMember({ ...ctx, tx, actor: { kind: "member", memberId } }, memberId);
    const other = await findByContact(tx, programId, contact);
    if (other === null) {
      throw new TransferRefused(
        "unknown_member",
        "There is no member with exactly this number or address.",
        "/member",
      );
    }
    const blockedMemberId = other.memberId;
    if (blockedMemberId === memberId)
      throw new TransferRefused("own_member", "This is the same member.", "/member");
    if ((await tx.transferBlock.count({ where: { programId, memberId } })) >= MAX_BLOCKED) {
      throw new TransferRefused("too_many_blocks", `At most ${MAX_BLOCKED} members can be blocked.`);
    }
    const key = { programId, memberId, blockedMemberId };
    const { createdAt } = await tx.transferBlock.upsert({
      where: { programId_memberId_blockedMemberId: key },
      create: { ...key, createdAt: ctx.clock.now() },
      update: {},
    });
    await recordAudit(tx, ctx, {
      action: "transfers.member_blocked",
      target: toTypeId("mem", memberId),
      detail: { blocked: toTypeId("mem", blockedMemberId) },
    });
    return {
      memberId: blockedMemberId,
      name: nameAsSeenBy(ctx.actor, other.name),
      blockedAt: createdAt.toISOString(),
    };
  });
}
