import "server-only";
import { present } from "@/lib/core/assert";
import { Unavailable } from "@/lib/core/errors";
import { db } from "./client";
import { isPoolExhausted, isTransientConflict } from "./errors";
import type { Prisma } from "./generated/client";

export type Tx = Prisma.TransactionClient;

export type TxOptions = {
  /** How long a statement may wait for a row lock, in milliseconds; 0 waits for ever. */
  lockTimeoutMs?: number;
  /** How long the whole transaction may take, in milliseconds. */
  timeoutMs?: number;
  /** How long to wait for a free connection, in milliseconds. */
  connectionTimeoutMs?: number;
};

const ATTEMPTS = 3;

/** What is to be done once an open transaction has committed. */
const waiting = new WeakMap<Tx, (() => Promise<void>)[]>();

/**
 * Does `work` once the transaction has committed, before withTx returns; never when it is rolled back. The commit
 * stands whatever becomes of `work`: what must not be lost belongs in the transaction.
 * @param tx a transaction that withTx opened
 */
export function afterCommit(tx: Tx, work: () => Promise<void>): void {
  present(waiting.get(tx), "withTx opened the transaction").push(work);
}

/**
 * Runs `work` in one READ COMMITTED transaction, or in the caller's when `scope.tx` is set.
 * A transaction that it opened itself is run again, at most three times in all, when PostgreSQL gave it up
 * because of a deadlock or a lock that was not to be had in time.
 * @throws Unavailable when the conflicts last, or when no connection is free in time.
 */
export async function withTx<T>(
  scope: { tx?: Tx },
  work: (tx: Tx) => Promise<T>,
  { lockTimeoutMs = 5_000, timeoutMs = 30_000, connectionTimeoutMs = 5_000 }: TxOptions = {},
): Promise<T> {
  if (scope.tx) return work(scope.tx);
  const { result, afterwards } = await retryingConflicts(async () => {
    const afterwards: (() => Promise<void>)[] = [];
    const result = await db().$transaction(
      async (tx) => {
        waiting.set(tx, afterwards);
        await tx.$executeRaw`SELECT set_config('lock_timeout', ${String(lockTimeoutMs)}, true)`;
        return work(tx);
      },
      { isolationLevel: "ReadCommitted", maxWait: connectionTimeoutMs, timeout: timeoutMs },
    );
    return { result, afterwards };
  });
  for (const step of afterwards) await step();
  return result;
}

/**
 * Makes a transaction that PostgreSQL gave up because of others up to three times.
 * @throws Unavailable when the conflicts last, or when no connection is free in time
 */
export async function retryingConflicts<T>(attempt: () => Promise<T>): Promise<T> {
  for (let made = 1; ; made += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (isPoolExhausted(error)) {
        throw new Unavailable("no connection to the database was free in time", undefined, error);
      }
      if (!isTransientConflict(error)) throw error;
      if (made === ATTEMPTS) {
        throw new Unavailable("the transaction lost its conflicts three times", undefined, error);
      }
    }
  }
}
