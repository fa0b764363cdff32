import type { CampaignDefinition, Condition, LineFilter } from "@/lib/campaigns/schema";
import { isGroup, type Leaf } from "../conditions/groups";

/** The single conditions of a tree, but for those that must not hold. */
export function leavesOf(condition: Condition | null): Leaf[] {
  if (condition === null || condition.kind === "not") return [];
  return isGroup(condition) ? condition.conditions.flatMap(leavesOf) : [condition];
}

/** The filters that lines of a basket should pass for the campaign to give something. */
export function filtersOf({ effects, condition }: CampaignDefinition): LineFilter[] {
  return [
    ...leavesOf(condition).flatMap((leaf) => {
      if (leaf.kind === "lines") return leaf.quantifier === "none" ? [] : [leaf.filter];
      return leaf.kind === "basket" && leaf.op === "at_least" && leaf.filter ? [leaf.filter] : [];
    }),
    ...effects.flatMap((effect) => ("filter" in effect && effect.filter ? [effect.filter] : [])),
    ...effects.flatMap((effect) =>
      effect.kind === "per_quantity" ? (effect.together ?? []).map(({ filter }) => filter) : [],
    ),
  ];
}
