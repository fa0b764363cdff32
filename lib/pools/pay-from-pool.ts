import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { newId, toTypeId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db";
import { queueArrivals } from "@/lib/events";
import { readProgram } from "@/lib/programs";
import { limitPooling } from "@/lib/transfers";
import { type Desk, disposable, InsufficientPoints, planPassing } from "@/lib/wallet";
import { write } from "@/lib/write";
import { atPoolDesk } from "./at-pool-desk";
import { leaveForMember } from "./leave-for-member";
import { requireActiveMember, requireFreeToGet, requireMayGive, requireRunner } from "./require-pool";
import type { PassedOn, PayOut } from "./schema";
import { notePassing, type PoolRow } from "./sql";

/**
 * Whoever runs a pool pays points out to one of its members. They keep their last day. What goes to somebody else
 * counts as sent by whoever runs it, also where staff pay it out.
 * @throws Forbidden, NotFound; InsufficientPoints; PoolRefused `not_in_pool`, `pool_dissolved`,
 *   `recipient_unavailable`, `sending_barred`; TransferRefused `above_largest`, `daily_limit`, `monthly_limit`
 */
export async function payFromPool(
  ctx: Ctx,
  poolId: string,
  { memberId, points, reason }: PayOut & { memberId: string },
): Promise<PassedOn> {
  return write(ctx, { permission: null, request: { poolId, memberId, points, reason } }, (tx) =>
    atPoolDesk(tx, ctx, poolId, async (desk, pool) => {
      await requireRunner(tx, ctx, pool);
      await requireActiveMember(tx, ctx, pool, memberId);
      const { lane } = await requireFreeToGet(tx, ctx, memberId);
      if (memberId !== pool.ownerId) await requireWithinLimits(tx, ctx, desk, pool, points);
      const purse = desk.purseOf(poolId);
      const passing = planPassing(purse, points, desk.today);
      if (passing === null) throw new InsufficientPoints(points, disposable(purse, desk.today));
      const causeId = newId();
      const arrival = leaveForMember(desk, pool, { memberId, lane, passing, reason, causeId });
      const sender = { partyId: poolId, lane: pool.lane };
      const arrivalIds = await queueArrivals(tx, ctx.programId, [{ ...arrival, sender }], desk.now);
      if (memberId !== pool.ownerId) {
        const { ownerId } = pool;
        const passing = { passingId: causeId, kind: "payout", poolId, memberId: ownerId, points } as const;
        await notePassing(tx, ctx.programId, { ...passing, today: desk.today });
      }
      await recordAudit(tx, ctx, {
        action: "pool.paid_out",
        target: toTypeId("pool", poolId),
        detail: { member: toTypeId("mem", memberId), points },
      });
      return { poolId, points, arrivalIds };
    }),
  );
}

async function requireWithinLimits(
  tx: Tx,
  ctx: Ctx,
  { now, today }: Desk,
  { ownerId }: PoolRow,
  points: number,
): Promise<void> {
  await requireMayGive(tx, ctx, ownerId);
  const program = await readProgram(ctx.programId, tx);
  await limitPooling(tx, program, { way: "payout", memberId: ownerId, points, now, today });
}
