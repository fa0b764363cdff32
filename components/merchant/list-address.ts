type Parameters = Record<string, string | undefined>;

/**
 * The address of a list with some of its parameters changed; undefined and "" leave a parameter out. The page
 * position goes unless it is given: another filter starts at the first page.
 */
export function listAddress(path: string, current: Parameters, changes: Parameters = {}): string {
  const merged = { ...current, cursor: undefined, ...changes };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(merged)) if (value) query.set(name, value);
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}
