import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { programChanged } from "@/lib/cache";
import { Invalid } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { type CategoryOrder, categoryOrder } from "./catalogue-input";
import { lockCategories, placeCategories } from "./category-sql";

/**
 * Puts the categories into an order.
 * @param input all codes, the first in the catalogue first
 * @throws Forbidden; Invalid when it does not name each category once
 */
export async function orderCategories(ctx: Ctx, input: CategoryOrder): Promise<{ codes: string[] }> {
  const { codes } = categoryOrder.parse(input);
  const { programId } = ctx;
  return write(ctx, { permission: "rewards:write", request: { codes } }, async (tx) => {
    const kept = await lockCategories(tx, programId);
    if (codes.length !== kept.length || !kept.every((code) => codes.includes(code))) {
      const detail = "Name each category of the catalogue once.";
      throw new Invalid(detail, [{ pointer: "/codes", code: "incomplete", detail }]);
    }
    await placeCategories(tx, programId, codes);
    programChanged(tx, programId);
    await recordAudit(tx, ctx, {
      action: "reward_category.ordered",
      target: toTypeId("prog", programId),
      detail: { codes },
    });
    return { codes };
  });
}
