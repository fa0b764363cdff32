import type { Ctx } from "@/lib/auth/context";
import { db } from "@/lib/db";
import { cancelRedemption } from "@/lib/flows/redeem";
import { dissolvePool, leavePool } from "@/lib/pools";
import { releaseHold } from "@/lib/wallet";

/** Ends everything that a member has under way, each piece in a transaction of its own: what is ended stays so. */
export async function settle(ctx: Ctx, memberId: string): Promise<void> {
  await endPools(ctx, memberId);
  await endRedemptions(ctx, memberId);
  await endHolds(ctx, memberId);
}

/** Pools that they run are dissolved, each member with their share; others they leave, and invitations lapse. */
async function endPools(ctx: Ctx, memberId: string): Promise<void> {
  const { programId } = ctx;
  const parts = await db().poolMember.findMany({
    where: { programId, memberId, state: { in: ["active", "invited"] }, pool: { state: "active" } },
    select: { poolId: true, pool: { select: { ownerId: true } } },
  });
  for (const { poolId, pool } of parts) {
    if (pool.ownerId === memberId) await dissolvePool(ctx, poolId);
    else await leavePool(ctx, poolId, memberId);
  }
}

/** What nobody is at work on is called off, and money goes back; the rest comes to its end first. */
async function endRedemptions(ctx: Ctx, memberId: string): Promise<void> {
  const open = await db().redemption.findMany({
    where: {
      programId: ctx.programId,
      memberId,
      state: { in: ["requested", "reserved"] },
      acceptedAt: null,
    },
    select: { redemptionId: true },
  });
  for (const { redemptionId } of open) await cancelRedemption(ctx, redemptionId);
}

async function endHolds(ctx: Ctx, memberId: string): Promise<void> {
  const holds = await db().hold.findMany({
    where: { programId: ctx.programId, memberId, state: "open", redemptionId: null },
    select: { holdId: true },
  });
  for (const { holdId } of holds) await releaseHold(ctx, holdId);
}
