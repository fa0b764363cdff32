import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { programChanged } from "@/lib/cache";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";

/**
 * Says whether campaigns of the program are launched by a second person only. What runs already goes on.
 * @throws Forbidden
 */
export async function setCampaignApproval(ctx: Ctx, campaignApproval: boolean): Promise<void> {
  await write(ctx, { permission: "program:manage", request: { campaignApproval } }, async (tx) => {
    await tx.program.update({ where: { programId: ctx.programId }, data: { campaignApproval } });
    await recordAudit(tx, ctx, {
      action: "campaign_approval.changed",
      target: toTypeId("prog", ctx.programId),
      detail: { campaignApproval },
    });
    programChanged(tx, ctx.programId);
    return null;
  });
}
