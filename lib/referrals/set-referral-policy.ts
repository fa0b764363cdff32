import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import type { ReferralPolicy } from "./schema";

/**
 * Says what bringing somebody along is worth. It holds for rewards that are given from now on, also of those who have
 * joined already.
 * @throws Forbidden
 */
export async function setReferralPolicy(ctx: Ctx, policy: ReferralPolicy): Promise<ReferralPolicy> {
  return write(ctx, { permission: "program:manage", request: policy }, async (tx) => {
    const { programId } = ctx;
    const data = { ...policy, updatedAt: ctx.clock.now() };
    await tx.referralPolicy.upsert({ where: { programId }, create: { programId, ...data }, update: data });
    await recordAudit(tx, ctx, {
      action: "referral_policy.changed",
      target: toTypeId("prog", programId),
      detail: policy,
    });
    return policy;
  });
}
