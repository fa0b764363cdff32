import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { Conflict } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { tierOrder } from "./schema";
import { lockTiers, rankTiers } from "./sql";

/**
 * Puts the tiers into this order, the lowest first.
 * @throws Forbidden; Conflict `tiers_changed` when these are not all the tiers that there are
 */
export async function orderTiers(ctx: Ctx, input: { codes: string[] }): Promise<{ codes: string[] }> {
  const { codes } = tierOrder.parse(input);
  const { programId } = ctx;
  return write(ctx, { permission: "program:manage", request: { codes } }, async (tx) => {
    const known = await lockTiers(tx, programId);
    if (known.toSorted().join(" ") !== codes.toSorted().join(" ")) {
      throw new Conflict("tiers_changed", "The tiers have changed meanwhile. Look at them again.");
    }
    await rankTiers(tx, programId, codes);
    await recordAudit(tx, ctx, {
      action: "tiers.ordered",
      target: toTypeId("prog", programId),
      detail: { codes },
    });
    return { codes };
  });
}
