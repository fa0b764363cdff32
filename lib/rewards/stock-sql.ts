import type { SqlTx } from "@/lib/db";

/**
 * Takes one of a reward out of stock. The row stays locked until the transaction is over: whoever else wants one waits.
 * @returns false where none is left; true as well where the reward is not counted
 */
export async function takeStock(tx: SqlTx, programId: string, rewardId: string): Promise<boolean> {
  const taken = await tx.$executeRaw`
    UPDATE reward SET stock = stock - 1
    WHERE program_id = ${programId}::uuid AND reward_id = ${rewardId}::uuid AND stock > 0`;
  if (taken > 0) return true;
  const uncounted = await tx.$queryRaw<unknown[]>`
    SELECT FROM reward
    WHERE program_id = ${programId}::uuid AND reward_id = ${rewardId}::uuid AND stock IS NULL`;
  return uncounted.length > 0;
}

/** Puts one of a reward back into stock, where it is counted. */
export async function giveStockBack(tx: SqlTx, programId: string, rewardId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE reward SET stock = stock + 1
    WHERE program_id = ${programId}::uuid AND reward_id = ${rewardId}::uuid AND stock IS NOT NULL`;
}
