import "server-only";
import { Unavailable } from "@/lib/core/errors";
import { db } from "./client";
import { isTransientConflict } from "./errors";
import type { Prisma } from "./generated/client";

export type Tx = Prisma.TransactionClient;

type TxOptions = {
  /** How long a statement may wait for a row lock, in milliseconds; 0 waits for ever. */
  lockTimeoutMs?: number;
  /** How long the whole transaction may take, in milliseconds. */
  timeoutMs?: number;
};

const ATTEMPTS = 3;

/**
 * Runs `work` in one READ COMMITTED transaction, or in the caller's when `scope.tx` is set.
 * A transaction that it opened itself is run again, at most three times in all, when PostgreSQL gave it up
 * because of a deadlock or a lock that was not to be had in time.
 * @throws Unavailable when the conflicts last.
 */
export async function withTx<T>(
  scope: { tx?: Tx },
  work: (tx: Tx) => Promise<T>,
  { lockTimeoutMs = 5_000, timeoutMs = 30_000 }: TxOptions = {},
): Promise<T> {
  if (scope.tx) return work(scope.tx);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db().$transaction(
        async (tx) => {
          await tx.$executeRaw`SELECT set_config('lock_timeout', ${String(lockTimeoutMs)}, true)`;
          return work(tx);
        },
        { isolationLevel: "ReadCommitted", maxWait: 5_000, timeout: timeoutMs },
      );
    } catch (error) {
      if (!isTransientConflict(error)) throw error;
      if (attempt === ATTEMPTS) {
        throw new Unavailable("the transaction lost its conflicts three times", undefined, error);
      }
    }
  }
}
