import "server-only";
import { log } from "@/lib/config/log";
import { db } from "@/lib/db";
import { listAllHeads } from "@/lib/wallet";

/**
 * Writes where the ledgers' chains end to the log, a line for each program. Logs are usually kept somewhere else than
 * the database, and so become an anchor that costs nothing: what was sealed by then cannot be rewritten unnoticed.
 */
export async function anchorHeads(): Promise<void> {
  const heads = new Map<string, string[]>();
  for (const { programId, lane, blockNo, hash } of await listAllHeads(db())) {
    heads.set(programId, [...(heads.get(programId) ?? []), `${lane} ${blockNo} ${hash}`]);
  }
  for (const [programId, lines] of heads) log().info({ programId, heads: lines }, "ledger heads");
}
