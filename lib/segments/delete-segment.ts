import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { campaignNaming } from "@/lib/campaigns";
import { Conflict, NotFound } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db";
import { write } from "@/lib/write";

/**
 * Deletes a list; nobody leaves it thereby, there is nothing left to leave.
 * @param rewardNaming the name of a reward that is for the segment, null where none is: rewards are built on segments,
 *   so that whoever knows both tells
 * @throws Forbidden, NotFound; Conflict `segment_in_use` while a running campaign or a reward names it
 */
export async function deleteSegment(
  ctx: Ctx,
  code: string,
  rewardNaming: (tx: Tx) => Promise<string | null>,
): Promise<{ code: string }> {
  const { programId } = ctx;
  return write(ctx, { permission: "segments:write", request: { code } }, async (tx) => {
    const campaign = await campaignNaming(tx, programId, "segments", code);
    if (campaign !== null) {
      throw new Conflict("segment_in_use", `The campaign “${campaign}” names this segment. End it first.`);
    }
    const reward = await rewardNaming(tx);
    if (reward !== null) {
      throw new Conflict(
        "segment_in_use",
        `The reward “${reward}” is for this segment. Take the segment out of the reward, or archive the reward, first.`,
      );
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
