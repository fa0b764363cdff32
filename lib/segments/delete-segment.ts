import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { campaignNaming } from "@/lib/campaigns";
import { Conflict, NotFound } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";

/**
 * Deletes a list; nobody leaves it thereby, there is nothing left to leave.
 * @throws Forbidden, NotFound; Conflict `segment_in_use` while a running campaign names it
 */
export async function deleteSegment(ctx: Ctx, code: string): Promise<{ code: string }> {
  const { programId } = ctx;
  return write(ctx, { permission: "segments:write", request: { code } }, async (tx) => {
    const campaign = await campaignNaming(tx, programId, "segments", code);
    if (campaign !== null) {
      throw new Conflict("segment_in_use", `The campaign “${campaign}” names this segment. End it first.`);
    }
    const { count } = await tx.segment.deleteMany({ where: { programId, code } });
    if (count === 0) throw new NotFound("segment");
    await recordAudit(tx, ctx, {
      action: "segment.deleted",
      target: toTypeId("prog", programId),
      detail: { code },
    });
    return { code };
  });
}
