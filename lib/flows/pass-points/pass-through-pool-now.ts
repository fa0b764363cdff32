import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { contributeToPool, dissolvePool, type PassedOn, type PayOut, payFromPool } from "@/lib/pools";
import { deliver } from "./deliver";

/** Gives points to a pool, and sees to it that they are in it when this returns. @throws as contributeToPool */
export async function contributeNow(
  ctx: Ctx,
  poolId: string,
  gift: { memberId: string; points: number },
): Promise<PassedOn & { availableAfter: number }> {
  return delivered(ctx, await contributeToPool(ctx, poolId, gift));
}

/** Pays points out of a pool, and sees to it that the member has them when this returns. @throws as payFromPool */
export async function payOutNow(
  ctx: Ctx,
  poolId: string,
  payment: PayOut & { memberId: string },
): Promise<PassedOn> {
  return delivered(ctx, await payFromPool(ctx, poolId, payment));
}

/** Dissolves a pool, and sees to it that its members have their shares when this returns. @throws as dissolvePool */
export async function dissolveNow(ctx: Ctx, poolId: string): Promise<PassedOn> {
  return delivered(ctx, await dissolvePool(ctx, poolId));
}

async function delivered<T extends PassedOn>(ctx: Ctx, passed: T): Promise<T> {
  await deliver(ctx, passed.arrivalIds);
  return passed;
}
