import type { Condition } from "@/lib/campaigns/schema";

export type Group = Extract<Condition, { kind: "all" | "any" }>;

export function isGroup(condition: Condition): condition is Group {
  return condition.kind === "all" || condition.kind === "any";
}

/** The condition as a group, which is how it is edited; nothing at all is a group without conditions. */
export function asGroup(condition: Condition | null): Group {
  if (condition === null) return { kind: "all", conditions: [] };
  return isGroup(condition) ? condition : { kind: "all", conditions: [condition] };
}
