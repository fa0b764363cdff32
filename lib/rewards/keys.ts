import type { FieldError } from "@/lib/core/errors";
import { freeKey, keyFrom } from "@/lib/core/stable-key";
import type { Tx } from "@/lib/db";
import { lockKeys } from "./key-sql";

/** What has keys of its own in a program. */
export type Keyed = "reward" | "pool";

/** A key that nothing of its kind has in the program, made from the name; it stays free until the transaction ends. */
export async function makeKey(tx: Tx, programId: string, kind: Keyed, name: string): Promise<string> {
  const key = keyFrom(name, kind);
  await lockKeys(tx, programId);
  return freeKey(key, new Set(await keysLike(tx, programId, kind, key)));
}

/** What stands against a key that somebody chose: another thing's it is. Else it stays free until the transaction ends. */
export async function takenKey(tx: Tx, programId: string, kind: Keyed, key: string): Promise<FieldError[]> {
  await lockKeys(tx, programId);
  if (!(await keysLike(tx, programId, kind, key)).includes(key)) return [];
  return [
    { pointer: "/key", code: "taken", detail: `The program has a ${kind} with the key “${key}” already.` },
  ];
}

async function keysLike(tx: Tx, programId: string, kind: Keyed, key: string): Promise<string[]> {
  const like = { where: { programId, key: { startsWith: key } }, select: { key: true } } as const;
  const rows = kind === "reward" ? await tx.reward.findMany(like) : await tx.codePool.findMany(like);
  return rows.map((row) => row.key);
}
