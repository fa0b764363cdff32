import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { requirePartnerOr } from "@/lib/auth/permissions";
import { NotFound } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { type PartnerEndpoint, partnerEndpoint } from "./schema";

/**
 * Sets where the orders of a reward partner are sent; null: its people look into their portal.
 * @throws Forbidden, NotFound, Invalid
 */
export async function setPartnerEndpoint(
  ctx: Ctx,
  partnerId: string,
  input: PartnerEndpoint,
): Promise<{ orderUrl: string | null }> {
  const { orderUrl } = partnerEndpoint.parse(input);
  requirePartnerOr(ctx, { owner: partnerId, part: "REWARD_PARTNER", thing: "partner" }, "partners:manage");
  const { programId } = ctx;
  return write(ctx, { permission: null, request: { partnerId, orderUrl } }, async (tx) => {
    const { count } = await tx.rewardPartner.updateMany({
      where: { programId, partnerId },
      data: { orderUrl },
    });
    if (count === 0) throw new NotFound("partner");
    await recordAudit(tx, ctx, {
      action: "partner.endpoint_set",
      target: toTypeId("org", partnerId),
      detail: { orderUrl },
    });
    return { orderUrl };
  });
}
