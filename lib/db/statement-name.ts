import { createHash } from "node:crypto";

const DIGITS = 32;
const names = new Map<string, string>();

/**
 * A name for a statement, under which each connection prepares it once. It follows from the text alone: a build may
 * hold this module several times, and all of its copies share the connections.
 * Only for statements of which there are few texts, whatever values they come with.
 */
export function statementName(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = `tessera_${createHash("sha256").update(text).digest("hex").slice(0, DIGITS)}`;
  names.set(text, name);
  return name;
}
