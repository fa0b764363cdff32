import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { Conflict } from "@/lib/core/errors";
import { changeGroups } from "./change-groups";
import { groupOrder } from "./schema";
import { placeGroups } from "./sql";

/**
 * Puts the groups into this order.
 * @throws Forbidden; Conflict `groups_changed` when these are not all the groups that there are
 */
export async function orderGroups(ctx: Ctx, input: { codes: string[] }): Promise<{ codes: string[] }> {
  const { codes } = groupOrder.parse(input);
  return changeGroups(ctx, {
    action: "campaign_groups.ordered",
    request: { codes },
    work: async (tx, known) => {
      if (known.toSorted().join(" ") !== codes.toSorted().join(" ")) {
        throw new Conflict("groups_changed", "The groups have changed meanwhile. Look at them again.");
      }
      await placeGroups(tx, ctx.programId, codes);
      return { codes };
    },
  });
}
