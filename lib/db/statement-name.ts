const names = new Map<string, string>();

/**
 * A name for a statement, under which each connection prepares it once: the same for the same text, in this process.
 * Only for statements of which there are few texts, whatever values they come with.
 */
export function statementName(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = `tessera_${names.size + 1}`;
  names.set(text, name);
  return name;
}
