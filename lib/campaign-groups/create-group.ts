import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { Conflict } from "@/lib/core/errors";
import { changeGroups } from "./change-groups";
import { type GroupDto, MAX_GROUPS, type NewGroup, newGroup } from "./schema";

/**
 * Adds a group of campaigns after the others; campaigns stand in it once they name it.
 * @throws Forbidden; Conflict `group_exists`, `too_many_groups`
 */
export async function createGroup(ctx: Ctx, input: NewGroup): Promise<GroupDto> {
  const group = newGroup.parse(input);
  return changeGroups(ctx, {
    action: "campaign_group.created",
    request: group,
    work: async (tx, codes) => {
      if (codes.includes(group.code)) {
        throw new Conflict("group_exists", `There is a group “${group.code}” already.`);
      }
      if (codes.length >= MAX_GROUPS) {
        throw new Conflict("too_many_groups", `A program has at most ${MAX_GROUPS} groups.`);
      }
      await tx.campaignGroup.create({
        data: { programId: ctx.programId, ...group, position: codes.length + 1 },
      });
      return group;
    },
  });
}
