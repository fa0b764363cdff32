import "server-only";
import { db, type Tx, withTx } from "@/lib/db";
import type { ImportState } from "./schema";
import { claimImport, type ImportCheckpoint, type ImportKey, lockImport, releaseImport } from "./sql";

/** One process's right to work on an import, for as long as it shows signs of life. */
export type Lease = ImportKey & { holder: string };

/** How long a process may be silent before another takes its import over. */
export const LEASE_SECONDS = 30;

/** Somebody cancelled the import, or another process took it over: this one stops, and nothing is wrong. */
export class LeaseLost extends Error {}

/** Takes an import to work on; `only` limits the choice to one. Null when there is nothing to do. */
export async function takeLease(holder: string, only: ImportKey | null = null): Promise<Lease | null> {
  const key = await withTx({}, (tx) => claimImport(tx, holder, LEASE_SECONDS, only));
  return key && { ...key, holder };
}

export async function releaseLease(lease: Lease, afterSeconds = 0): Promise<void> {
  await releaseImport(db(), lease, lease.holder, afterSeconds);
}

/**
 * One step of work on an import: a transaction that holds its row, and therefore its checkpoint.
 * @throws LeaseLost when the import is in another state or in other hands
 */
export async function stepUnderLease<T>(
  lease: Lease,
  state: ImportState,
  work: (tx: Tx, checkpoint: ImportCheckpoint) => Promise<T>,
  options: { timeoutMs?: number } = {},
): Promise<T> {
  return withTx(
    {},
    async (tx) => {
      const checkpoint = await lockImport(tx, lease, LEASE_SECONDS);
      if (checkpoint === null || checkpoint.leaseHolder !== lease.holder || checkpoint.state !== state) {
        throw new LeaseLost();
      }
      return work(tx, checkpoint);
    },
    options,
  );
}
