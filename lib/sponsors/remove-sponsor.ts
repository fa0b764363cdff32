import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { campaignUsing } from "@/lib/campaigns";
import { Conflict, NotFound } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { lockSponsors } from "./sql";

/**
 * Removes a sponsor that no campaign names which runs or may run again.
 * @throws Forbidden, NotFound; Conflict `sponsor_in_use`
 */
export async function removeSponsor(ctx: Ctx, code: string): Promise<{ code: string }> {
  const { programId } = ctx;
  return write(ctx, { permission: "program:manage", request: { code } }, async (tx) => {
    if (!(await lockSponsors(tx, programId)).includes(code)) throw new NotFound("sponsor");
    const campaign = await campaignUsing(tx, programId, "sponsor", code);
    if (campaign !== null) {
      throw new Conflict("sponsor_in_use", `The campaign “${campaign}” names this sponsor. End it first.`);
    }
    await tx.sponsor.delete({ where: { programId_code: { programId, code } } });
    await recordAudit(tx, ctx, {
      action: "sponsor.removed",
      target: toTypeId("prog", programId),
      detail: { code },
    });
    return { code };
  });
}
