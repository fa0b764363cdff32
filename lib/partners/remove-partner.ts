import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { Conflict, NotFound } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { lockPartners, selectPartners } from "./sql";

/**
 * Ends a company's part in the program: its people see nothing of it from then on. What it has fulfilled stays on
 * record, and so does the sponsor that campaigns name.
 * @throws Forbidden, NotFound; Conflict `partner_in_use`
 */
export async function removePartner(ctx: Ctx, partnerId: string): Promise<{ partnerId: string }> {
  const { programId } = ctx;
  return write(ctx, { permission: "partners:manage", request: { partnerId } }, async (tx) => {
    await lockPartners(tx, programId);
    const [partner] = await selectPartners(tx, programId, partnerId);
    if (partner === undefined) throw new NotFound("partner");
    const { publishedRewards, openOrders } = partner;
    if (publishedRewards > 0 || openOrders > 0) {
      throw new Conflict(
        "partner_in_use",
        `${partner.name} has ${publishedRewards} published rewards and ${openOrders} open orders. Archive and finish them first.`,
      );
    }
    await tx.sponsor.updateMany({
      where: { programId, organizationId: partnerId },
      data: { organizationId: null },
    });
    await tx.programParticipant.deleteMany({ where: { programId, organizationId: partnerId } });
    await recordAudit(tx, ctx, { action: "partner.removed", target: toTypeId("org", partnerId) });
    return { partnerId };
  });
}
