import { randomBytes } from "node:crypto";
import { Conflict } from "@/lib/core/errors";
import { freeKey, keyFrom } from "@/lib/core/stable-key";
import type { Tx } from "@/lib/db";
import { BLANK_CAMPAIGN } from "../templates";
import { lockKeys, selectKeysLike } from "./key-sql";

/**
 * A key that no campaign of the program has, made from the name; nobody else makes one until the transaction ends. A
 * campaign that has no name of its own yet has a key that no campaign of any program has: files of one program are
 * brought into another, where the same key means the same campaign.
 */
export async function makeKey(tx: Tx, programId: string, name: string): Promise<string> {
  if (name === BLANK_CAMPAIGN.name) return `campaign-${randomBytes(5).toString("hex")}`;
  const key = keyFrom(name, "campaign");
  await lockKeys(tx, programId);
  return freeKey(key, new Set(await selectKeysLike(tx, programId, key)));
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
