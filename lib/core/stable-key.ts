import { z } from "zod";

/** What files know a thing by, whatever it is called. */
export const stableKey = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, "Small letters, digits and hyphens, at most 64.");

const MAX_LENGTH = 48;

/**
 * A key made from a name: small letters, digits and hyphens.
 * @param otherwise where the name has none of them
 */
export function keyFrom(name: string, otherwise: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, MAX_LENGTH)
    .replace(/^-+|-+$/g, "");
  return plain || otherwise;
}

/** The key itself where it is free, and else with the lowest number behind it that makes it so. */
export function freeKey(key: string, taken: ReadonlySet<string>): string {
  if (!taken.has(key)) return key;
  let number = 2;
  while (taken.has(`${key}-${number}`)) number += 1;
  return `${key}-${number}`;
}
