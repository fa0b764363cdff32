import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { toTypeId } from "@/lib/core/ids";
import { db, type Prisma, type Tx } from "@/lib/db";
import { write } from "@/lib/write";
import { type PrivacyPolicy, type PrivacyPolicyInput, privacyPolicy } from "./schema";

/** What the program keeps of members, and for how long; what was never set has its default. */
export async function readPrivacyPolicy(programId: string, tx: Tx = db()): Promise<PrivacyPolicy> {
  const row = await tx.privacySetting.findUnique({ where: { programId } });
  return privacyPolicy.parse(row?.policy ?? {});
}

/**
 * Sets what the program keeps of members, and for how long; all of it.
 * @throws Forbidden; ZodError for a policy that is none
 */
export async function setPrivacyPolicy(ctx: Ctx, input: PrivacyPolicyInput): Promise<PrivacyPolicy> {
  const policy = privacyPolicy.parse(input);
  return write(ctx, { permission: "program:manage", request: policy }, async (tx) => {
    const { programId } = ctx;
    const stored: Prisma.InputJsonObject = policy;
    await tx.privacySetting.upsert({
      where: { programId },
      create: { programId, policy: stored, updatedAt: ctx.clock.now() },
      update: { policy: stored, updatedAt: ctx.clock.now() },
    });
    await recordAudit(tx, ctx, {
      action: "program.privacy_changed",
      target: toTypeId("prog", programId),
      detail: stored,
    });
    return policy;
  });
}
