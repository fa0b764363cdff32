import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { Conflict, NotFound } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { type SupplierChange, supplierChange } from "./schema";
import { lockPartners, selectPartners, takesPartElsewhere } from "./sql";

/**
 * Changes what a reward partner is called, or what files know it by. What a company is called that works with others
 * too is for nobody to change alone.
 * @throws Forbidden, NotFound; Conflict `key_taken`, `partner_exists`, `partner_elsewhere`
 */
export async function changeSupplier(
  ctx: Ctx,
  partnerId: string,
  input: SupplierChange,
): Promise<{ partnerId: string; key: string; name: string }> {
  const { key, name } = supplierChange.parse(input);
  const { programId } = ctx;
  return write(ctx, { permission: "partners:manage", request: { partnerId, key, name } }, async (tx) => {
    await lockPartners(tx, programId);
    const all = await selectPartners(tx, programId);
    const partner = all.find((each) => each.partnerId === partnerId);
    if (partner === undefined || partner.key === null) throw new NotFound("partner");
    const others = all.filter((each) => each !== partner);
    if (key !== undefined && key !== partner.key) {
      if (others.some((other) => other.key === key)) {
        throw new Conflict("key_taken", `The program has a reward partner with the key “${key}” already.`);
      }
      await tx.rewardPartner.update({
        where: { programId_partnerId: { programId, partnerId } },
        data: { key },
      });
    }
    if (name !== undefined && name !== partner.name) {
      if (others.some((other) => other.name.toLowerCase() === name.toLowerCase())) {
        throw new Conflict("partner_exists", `${name} takes part in the program already.`);
      }
      if (await takesPartElsewhere(tx, programId, partnerId)) {
        throw new Conflict(
          "partner_elsewhere",
          `${partner.name} works with other companies too, and is called what it is called there.`,
        );
      }
      await tx.organization.update({ where: { organizationId: partnerId }, data: { name } });
    }
    await recordAudit(tx, ctx, {
      action: "partner.changed",
      target: toTypeId("org", partnerId),
      detail: { ...(key !== undefined && { key }), ...(name !== undefined && { name }) },
    });
    return { partnerId, key: key ?? partner.key, name: name ?? partner.name };
  });
}
