/** Adds numbers to others of the same names. */
export function addCounts<Key>(to: Map<Key, number>, more: ReadonlyMap<Key, number>): void {
  for (const [key, count] of more) to.set(key, (to.get(key) ?? 0) + count);
}

/** Adds the numbers of a record to those of another; what is no number stays. */
export function addNumbers<Name extends string>(
  to: Record<Name, number>,
  more: Readonly<Record<Name, number>>,
  names: readonly Name[],
): void {
  for (const name of names) to[name] += more[name];
}
