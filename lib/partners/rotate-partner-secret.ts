import "server-only";
import { randomBytes } from "node:crypto";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { requirePartnerOr } from "@/lib/auth/permissions";
import { NotFound } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { withTx } from "@/lib/db";

const SECRET_BYTES = 32;

/**
 * Draws the secret that orders to a partner, and its answers, are signed with; one before it stops working at once.
 * It is shown this once, so no repeated request brings it back.
 * @returns as Standard Webhooks prints it: `whsec_` and base64
 * @throws Forbidden, NotFound
 */
export async function rotatePartnerSecret(ctx: Ctx, partnerId: string): Promise<{ secret: string }> {
  requirePartnerOr(ctx, { owner: partnerId, part: "REWARD_PARTNER", thing: "partner" }, "partners:manage");
  const { programId } = ctx;
  return withTx(ctx, async (tx) => {
    const secret = new Uint8Array(randomBytes(SECRET_BYTES));
    const { count } = await tx.rewardPartner.updateMany({
      where: { programId, partnerId },
      data: { secret },
    });
    if (count === 0) throw new NotFound("partner");
    await recordAudit(tx, ctx, { action: "partner.secret_rotated", target: toTypeId("org", partnerId) });
    return { secret: `whsec_${Buffer.from(secret).toString("base64")}` };
  });
}
