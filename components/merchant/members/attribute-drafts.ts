import type { AttributeValue, MemberAttributes } from "@/lib/members/schema";

/** An attribute while it is typed: its value is text until it is saved. */
export type AttributeDraft = { name: string; kind: "text" | "number" | "boolean"; value: string };

type Changes = { ok: true; value: Record<string, AttributeValue | null> } | { ok: false; message: string };

export function toDrafts(attributes: MemberAttributes): AttributeDraft[] {
  return Object.entries(attributes).map(([name, value]) => ({
    name,
    kind: typeof value === "number" ? "number" : typeof value === "boolean" ? "boolean" : "text",
    value: String(value),
  }));
}

/** What saving the drafts changes: values to set, and null for what was removed. */
export function attributeChanges(before: MemberAttributes, drafts: readonly AttributeDraft[]): Changes {
  const value: Record<string, AttributeValue | null> = Object.fromEntries(
    Object.keys(before).map((name) => [name, null]),
  );
  const seen = new Set<string>();
  for (const draft of drafts) {
    const name = draft.name.trim();
    if (name === "") return { ok: false, message: "Every attribute needs a name." };
    if (seen.has(name)) return { ok: false, message: `The attribute “${name}” is there twice.` };
    seen.add(name);
    const number = Number(draft.value);
    if (draft.kind === "number" && (draft.value.trim() === "" || !Number.isFinite(number))) {
      return { ok: false, message: `The value of “${name}” is not a number.` };
    }
    value[name] =
      draft.kind === "number" ? number : draft.kind === "boolean" ? draft.value === "true" : draft.value;
  }
  return { ok: true, value };
}
