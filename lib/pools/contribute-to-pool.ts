import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { newId, toTypeId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db";
import { queueArrivals } from "@/lib/events";
import { readProgram } from "@/lib/programs";
import { limitPooling } from "@/lib/transfers";
import { atDesk, type Desk, disposable, InsufficientPoints, planPassing } from "@/lib/wallet";
import { write } from "@/lib/write";
import { requireActivePool, requireFreeToGive, requireOwnPart, requirePoolsOn } from "./require-pool";
import type { PassedOn } from "./schema";
import { addContribution, notePassing } from "./sql";

/**
 * A member gives points to a pool, soonest expiry first. They keep their last day and belong to everybody in it:
 * leaving does not bring them back. They reach the pool through the queue, within moments.
 * @throws Forbidden, NotFound; InsufficientPoints; PoolRefused `pools_off`, `not_in_pool`, `pool_dissolved`,
 *   `member_not_active`, `sending_barred`;
 *   TransferRefused `above_largest`, `daily_limit`, `monthly_limit`
 */
export async function contributeToPool(
  ctx: Ctx,
  poolId: string,
  { memberId, points }: { memberId: string; points: number },
): Promise<PassedOn & { availableAfter: number }> {
  return write(ctx, { permission: null, request: { poolId, memberId, points } }, (tx) =>
    atDesk(tx, ctx, { memberId }, (desk) => contribute(tx, ctx, desk, { poolId, memberId, points })),
  );
}

type Gift = { poolId: string; memberId: string; points: number };

async function contribute(tx: Tx, ctx: Ctx, desk: Desk, { poolId, memberId, points }: Gift) {
  const pool = await requireActivePool(tx, ctx, poolId);
  await requireOwnPart(tx, ctx, pool, memberId);
  await requireFreeToGive(tx, ctx, memberId);
  const program = await readProgram(ctx.programId, tx);
  requirePoolsOn(program);
  await limitPooling(tx, program, { way: "gift", memberId, points, now: desk.now, today: desk.today });
  const purse = desk.purseOf(memberId);
  const passing = planPassing(purse, points, desk.today);
  if (passing === null) throw new InsufficientPoints(points, disposable(purse, desk.today));

  const causeId = newId();
  const { name } = pool;
  desk.enter({
    causeId,
    memberId,
    subject: { type: "pool_out", pool: poolId, name },
    movements: passing.movements,
  });
  const arrival = {
    id: toTypeId("act", causeId),
    to: { partyId: poolId, lane: pool.lane },
    subject: { type: "pool_in", pool: poolId, name, member: memberId } as const,
    lots: passing.lots,
    sender: { partyId: memberId, lane: desk.lane.lane },
  };
  const arrivalIds = await queueArrivals(tx, ctx.programId, [arrival], desk.now);
  await notePassing(tx, ctx.programId, {
    passingId: causeId,
    kind: "gift",
    poolId,
    memberId,
    points,
    today: desk.today,
  });
  await addContribution(tx, ctx.programId, { poolId, memberId, points });
  await recordAudit(tx, ctx, {
    action: "pool.contributed",
    target: toTypeId("pool", poolId),
    detail: { member: toTypeId("mem", memberId), points },
  });
  return { poolId, points, arrivalIds, availableAfter: disposable(purse, desk.today) };
}
