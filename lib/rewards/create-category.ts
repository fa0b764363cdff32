import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { Conflict } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { MAX_CATEGORIES, type NewCategory, newCategory } from "./catalogue-input";
import { lockCategories } from "./category-sql";
import type { CategoryDto } from "./reward-dto";

/**
 * Adds a category behind the others.
 * @throws Forbidden; Conflict `category_exists`, `too_many_categories`
 */
export async function createCategory(ctx: Ctx, input: NewCategory): Promise<CategoryDto> {
  const category = newCategory.parse(input);
  const { programId } = ctx;
  return write(ctx, { permission: "rewards:write", request: category }, async (tx) => {
    const codes = await lockCategories(tx, programId);
    if (codes.includes(category.code)) {
      throw new Conflict("category_exists", `There is a category “${category.code}” already.`);
    }
    if (codes.length >= MAX_CATEGORIES) {
      throw new Conflict("too_many_categories", `A catalogue has at most ${MAX_CATEGORIES} categories.`);
    }
    await tx.rewardCategory.create({ data: { programId, ...category, position: codes.length + 1 } });
    await recordAudit(tx, ctx, {
      action: "reward_category.created",
      target: toTypeId("prog", programId),
      detail: { code: category.code, name: category.name },
    });
    return { ...category, rewards: 0 };
  });
}
