/** Why a text cannot be kept, and where it is: a JSON pointer (RFC 6901) into what was sent. */
export type Unstorable = { code: "nul_character" | "broken_unicode"; pointer: string; detail: string };

/** The first text below `value` that PostgreSQL cannot keep: with a NUL character or half a surrogate pair. */
export function findUnstorable(value: unknown, pointer = ""): Unstorable | null {
  if (typeof value === "string") return unstorableText(value, pointer);
  if (value === null || typeof value !== "object") return null;
  for (const [key, member] of Object.entries(value)) {
    const found = findUnstorable(member, `${pointer}/${key}`);
    if (found !== null) return found;
  }
  return null;
}

function unstorableText(value: string, pointer: string): Unstorable | null {
  if (value.includes("\u0000")) {
    return { code: "nul_character", pointer, detail: "The text contains a NUL character." };
  }
  if (!value.isWellFormed()) {
    return {
      code: "broken_unicode",
      pointer,
      detail: "The text contains half of a character (a lone surrogate).",
    };
  }
  return null;
}
