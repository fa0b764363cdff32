import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { programChanged } from "@/lib/cache";
import { NotFound } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { type CategoryChange, categoryChange } from "./catalogue-input";

/**
 * Changes what a category is called; its code stays.
 * @throws Forbidden, NotFound
 */
export async function changeCategory(
  ctx: Ctx,
  code: string,
  input: CategoryChange,
): Promise<{ code: string }> {
  const { name, names } = categoryChange.parse(input);
  const { programId } = ctx;
  return write(ctx, { permission: "rewards:write", request: { code, name, names } }, async (tx) => {
    const { count } = await tx.rewardCategory.updateMany({
      where: { programId, code },
      data: { ...(name === undefined ? {} : { name }), ...(names === undefined ? {} : { names }) },
    });
    if (count === 0) throw new NotFound("category");
    programChanged(tx, programId);
    await recordAudit(tx, ctx, {
      action: "reward_category.changed",
      target: toTypeId("prog", programId),
      detail: { code, ...(name === undefined ? {} : { name }) },
    });
    return { code };
  });
}
