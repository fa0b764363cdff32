import type { Condition } from "@/lib/campaigns/schema";

export type Group = Extract<Condition, { kind: "all" | "any" }>;
export type Leaf = Exclude<Condition, { kind: "all" | "any" | "not" }>;
export type Inner = Exclude<Condition, { kind: "not" }>;

export function isGroup(condition: Condition): condition is Group {
  return condition.kind === "all" || condition.kind === "any";
}

/** A condition, or the opposite of one: the inner one, where it stands, and whether it is turned round. */
export function unturned(condition: Condition, at: string): { inner: Inner; isTurned: boolean; at: string } {
  if (condition.kind !== "not") return { inner: condition, isTurned: false, at };
  const inside = unturned(condition.condition, `${at}/condition`);
  return { ...inside, isTurned: !inside.isTurned };
}

export function turned(inner: Inner, isTurned: boolean): Condition {
  return isTurned ? { kind: "not", condition: inner } : inner;
}

/**
 * A condition as it is edited: a group at the top, and nothing turned round twice. Nothing at all is a group without
 * conditions. Says the same as before.
 */
export function editableGroup(condition: Condition | null): Group {
  if (condition === null) return { kind: "all", conditions: [] };
  const plain = withoutDoubleTurns(condition);
  return isGroup(plain) ? plain : { kind: "all", conditions: [plain] };
}

function withoutDoubleTurns(condition: Condition): Condition {
  const { inner, isTurned } = unturned(condition, "");
  const plain = isGroup(inner) ? { ...inner, conditions: inner.conditions.map(withoutDoubleTurns) } : inner;
  return turned(plain, isTurned);
}

/** How the conditions of a group go together, as it is chosen: a group turned round is one of the last two. */
export type Joining = "all" | "any" | "none" | "not_all";

export function joiningOf({ kind }: Group, isTurned: boolean): Joining {
  if (kind === "all") return isTurned ? "not_all" : "all";
  return isTurned ? "none" : "any";
}

export function joined(conditions: Condition[], joining: Joining): Condition {
  const kind = joining === "all" || joining === "not_all" ? "all" : "any";
  return turned({ kind, conditions }, joining === "none" || joining === "not_all");
}
