import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { campaignNaming } from "@/lib/campaigns";
import { Conflict, NotFound } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db";
import { write } from "@/lib/write";
import { lockTiers, rankTiers } from "./sql";

/**
 * Removes a tier that nobody has and that no running campaign and no reward names; the ranks close up.
 * @param rewardNaming the name of a reward that names the tier, null where none does: rewards are built on tiers, so
 *   that whoever knows both tells
 * @throws Forbidden, NotFound; Conflict `tier_in_use`
 */
export async function removeTier(
  ctx: Ctx,
  code: string,
  rewardNaming: (tx: Tx) => Promise<string | null>,
): Promise<{ code: string }> {
  const { programId } = ctx;
  return write(ctx, { permission: "program:manage", request: { code } }, async (tx) => {
    const codes = await lockTiers(tx, programId);
    if (!codes.includes(code)) throw new NotFound("tier");
    const member = await tx.member.findFirst({
      where: { programId, tier: code },
      select: { memberId: true },
    });
    if (member !== null) {
      throw new Conflict("tier_in_use", "Members have this tier. Give them another one first.");
    }
    const campaign = await campaignNaming(tx, programId, "tiers", code);
    if (campaign !== null) {
      throw new Conflict("tier_in_use", `The campaign “${campaign}” names this tier. End it first.`);
    }
    const reward = await rewardNaming(tx);
    if (reward !== null) {
      throw new Conflict(
        "tier_in_use",
        `The reward “${reward}” is for this tier, or has a price for it. Take the tier out of the reward, or archive the reward, first.`,
      );
    }
    await tx.tier.delete({ where: { programId_code: { programId, code } } });
    await rankTiers(
      tx,
      programId,
      codes.filter((other) => other !== code),
    );
    await recordAudit(tx, ctx, {
      action: "tier.removed",
      target: toTypeId("prog", programId),
      detail: { code },
    });
    return { code };
  });
}
