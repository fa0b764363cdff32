import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { newId, toTypeId } from "@/lib/core/ids";
import { queueArrivals } from "@/lib/events";
import { disposable, InsufficientPoints, planPassing } from "@/lib/wallet";
import { write } from "@/lib/write";
import { atPoolDesk } from "./at-pool-desk";
import { leaveForMember } from "./leave-for-member";
import { requireActiveMember, requireFreeToGet, requireRunner } from "./require-pool";
import type { PassedOn, PayOut } from "./schema";

/**
 * Whoever runs a pool pays points out to one of its members. They keep their last day.
 * @throws Forbidden, NotFound; InsufficientPoints; PoolRefused `not_in_pool`, `pool_dissolved`,
 *   `recipient_unavailable`
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
      const purse = desk.purseOf(poolId);
      const passing = planPassing(purse, points, desk.today);
      if (passing === null) throw new InsufficientPoints(points, disposable(purse, desk.today));
      const arrival = leaveForMember(desk, pool, { memberId, lane, passing, reason, causeId: newId() });
      const sender = { partyId: poolId, lane: pool.lane };
      const arrivalIds = await queueArrivals(tx, ctx.programId, [{ ...arrival, sender }], desk.now);
      await recordAudit(tx, ctx, {
        action: "pool.paid_out",
        target: toTypeId("pool", poolId),
        detail: { member: toTypeId("mem", memberId), points },
      });
      return { poolId, points, arrivalIds };
    }),
  );
}
