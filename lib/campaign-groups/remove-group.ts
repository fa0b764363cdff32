import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { campaignUsing } from "@/lib/campaigns";
import { Conflict, NotFound } from "@/lib/core/errors";
import { changeGroups } from "./change-groups";
import { placeGroups } from "./sql";

/**
 * Removes a group in which no campaign stands that runs or may run again.
 * @throws Forbidden, NotFound; Conflict `group_in_use`
 */
export async function removeGroup(ctx: Ctx, code: string): Promise<{ code: string }> {
  const { programId } = ctx;
  return changeGroups(ctx, {
    action: "campaign_group.removed",
    request: { code },
    work: async (tx, codes) => {
      if (!codes.includes(code)) throw new NotFound("group");
      const campaign = await campaignUsing(tx, programId, "group", code);
      if (campaign !== null) {
        throw new Conflict("group_in_use", `The campaign “${campaign}” stands in this group. Move it first.`);
      }
      await tx.campaignGroup.delete({ where: { programId_code: { programId, code } } });
      await placeGroups(
        tx,
        programId,
        codes.filter((other) => other !== code),
      );
      return { code };
    },
  });
}
