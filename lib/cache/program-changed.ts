import "server-only";
import { afterCommit, type Tx } from "@/lib/db";
import { caching } from "./caching";

/**
 * To be called by whatever changes the settings of a program or its rules in force: whoever reads through this process
 * after the commit reads what was written. All others hear of the change from the database, which announces it by
 * itself with the commit.
 */
export function programChanged(tx: Tx, programId: string): void {
  afterCommit(tx, async () => caching()?.store.forget(programId));
}
