import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { NotFound } from "@/lib/core/errors";
import { changeGroups } from "./change-groups";
import { type GroupChange, groupChange } from "./schema";

/**
 * Renames a group, or changes how its campaigns go together; the code stays.
 * @throws Forbidden, NotFound
 */
export async function changeGroup(ctx: Ctx, code: string, input: GroupChange): Promise<{ code: string }> {
  const change = groupChange.parse(input);
  return changeGroups(ctx, {
    action: "campaign_group.changed",
    request: { code, ...change },
    work: async (tx) => {
      const { count } = await tx.campaignGroup.updateMany({
        where: { programId: ctx.programId, code },
        data: change,
      });
      if (count === 0) throw new NotFound("group");
      return { code };
    },
  });
}
