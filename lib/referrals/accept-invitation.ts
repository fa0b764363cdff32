import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { newId, toTypeId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db";
import { readPolicy } from "./policy-row";

/**
 * Notes by whose link a new member came, in the transaction in which they join. A code that is nobody's, or their own,
 * or that of somebody who has left, and a program that does not reward, change nothing: whoever joins is welcome all the
 * same. A member is brought along once in their life.
 */
export async function acceptInvitation(
  tx: Tx,
  ctx: Ctx,
  { code, memberId }: { code: string; memberId: string },
): Promise<void> {
  const { programId } = ctx;
  const { enabled } = await readPolicy(tx, programId);
  if (!enabled) return;
  const owner = await tx.referralCode.findUnique({
    where: { programId_code: { programId, code: code.trim().toUpperCase() } },
    select: { memberId: true },
  });
  if (owner === null || owner.memberId === memberId) return;
  const key = { programId_memberId: { programId, memberId: owner.memberId } };
  const referrer = await tx.member.findUnique({ where: key, select: { status: true } });
  if (referrer?.status !== "active") return;
  const referralId = newId();
  const { count } = await tx.referral.createMany({
    data: [
      { programId, referralId, referrerId: owner.memberId, refereeId: memberId, joinedAt: ctx.clock.now() },
    ],
    skipDuplicates: true,
  });
  if (count === 0) return;
  await recordAudit(tx, ctx, {
    action: "referral.joined",
    target: toTypeId("ref", referralId),
    detail: { referrer: toTypeId("mem", owner.memberId), referee: toTypeId("mem", memberId) },
  });
}
