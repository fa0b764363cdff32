import { Conflict } from "@/lib/core/errors";
import type { Tx } from "@/lib/db";
import { lockKeys, selectKeysLike } from "./key-sql";

const MAX_LENGTH = 48;

/** What files call a campaign of this name: small letters, digits and hyphens. */
export function keyOf(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, MAX_LENGTH)
    .replace(/^-+|-+$/g, "");
  return plain || "campaign";
}

/** A key that no campaign of the program has, made from the name; nobody else makes one until the transaction ends. */
export async function makeKey(tx: Tx, programId: string, name: string): Promise<string> {
  const key = keyOf(name);
  await lockKeys(tx, programId);
  const taken = new Set(await selectKeysLike(tx, programId, key));
  if (!taken.has(key)) return key;
  let number = 2;
  while (taken.has(`${key}-${number}`)) number += 1;
  return `${key}-${number}`;
}

/**
 * Makes sure that a key is free, and keeps it so until the transaction ends.
 * @throws Conflict `key_taken`
 */
export async function claimKey(tx: Tx, programId: string, key: string): Promise<string> {
  await lockKeys(tx, programId);
  if (!(await selectKeysLike(tx, programId, key)).includes(key)) return key;
  throw new Conflict("key_taken", `The program has a campaign with the key “${key}” already.`);
}
