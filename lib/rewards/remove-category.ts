import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { programChanged } from "@/lib/cache";
import { NotFound } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { lockCategories } from "./category-sql";

/**
 * Removes a category; its rewards stay, in none.
 * @throws Forbidden, NotFound
 */
export async function removeCategory(ctx: Ctx, code: string): Promise<{ code: string }> {
  const { programId } = ctx;
  return write(ctx, { permission: "rewards:write", request: { code } }, async (tx) => {
    if (!(await lockCategories(tx, programId)).includes(code)) throw new NotFound("category");
    const { count } = await tx.reward.updateMany({
      where: { programId, category: code },
      data: { category: null, updatedAt: ctx.clock.now() },
    });
    await tx.rewardCategory.deleteMany({ where: { programId, code } });
    programChanged(tx, programId);
    await recordAudit(tx, ctx, {
      action: "reward_category.removed",
      target: toTypeId("prog", programId),
      detail: { code, rewards: count },
    });
    return { code };
  });
}
