import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { windowStart } from "@/lib/core/calendar";
import { newId, toTypeId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db";
import { readMember } from "@/lib/members";
import { type Desk, disposable, InsufficientPoints, type Movement, planDraw } from "@/lib/wallet";
import { write } from "@/lib/write";
import { atPoolDesk } from "./at-pool-desk";
import { PoolRefused } from "./errors";
import { requireActiveMember } from "./require-pool";
import type { PoolSpendDto, PoolSpendInput } from "./schema";
import { type PoolRow, readSpentThisMonth } from "./sql";

/**
 * Spends points of a pool for one of its members, within the member's limit of the month, soonest expiry first.
 * @throws Forbidden, NotFound; InsufficientPoints; PoolRefused `not_in_pool`, `spend_limit`, `member_not_active`,
 *   `pool_dissolved`
 */
export async function spendFromPool(
  ctx: Ctx,
  poolId: string,
  input: PoolSpendInput & { memberId: string },
): Promise<PoolSpendDto> {
  return write(ctx, { permission: "points:spend", request: { poolId, ...input } }, (tx) =>
    atPoolDesk(tx, ctx, poolId, (desk, pool) => spend(tx, ctx, { desk, pool, ...input })),
  );
}

type Spending = PoolSpendInput & { desk: Desk; pool: PoolRow; memberId: string };

async function spend(tx: Tx, ctx: Ctx, spending: Spending): Promise<PoolSpendDto> {
  const { desk, pool, memberId, points, reason, reference } = spending;
  const { poolId } = pool;
  const left = await leftThisMonth(tx, ctx, spending);
  const purse = desk.purseOf(poolId);
  const slices = planDraw(purse, points, desk.today);
  if (slices === null) throw new InsufficientPoints(points, disposable(purse, desk.today));

  const spendId = newId();
  desk.enter({
    causeId: spendId,
    memberId: poolId,
    subject: { type: "spend", reason, member: memberId, ...(reference !== undefined && { reference }) },
    movements: slices.map(
      ({ lot, amount }): Movement => ({ kind: "spend", campaignId: null, amount, lot, reserved: false }),
    ),
  });
  await tx.poolSpend.create({
    data: {
      programId: ctx.programId,
      spendId,
      poolId,
      memberId,
      points,
      spentOn: new Date(desk.today),
      createdAt: desk.now,
    },
  });
  await recordAudit(tx, ctx, {
    action: "pool.spent",
    target: toTypeId("pool", poolId),
    detail: { member: toTypeId("mem", memberId), points, activity: toTypeId("act", spendId) },
  });
  return {
    spendId,
    poolId,
    memberId,
    points,
    availableAfter: disposable(purse, desk.today),
    leftThisMonth: left === null ? null : left - points,
    reason,
    reference: reference ?? null,
    spentAt: desk.now.toISOString(),
  };
}

/** @returns what the member may still spend this month, null where there is no limit; at least `points` */
async function leftThisMonth(
  tx: Tx,
  ctx: Ctx,
  { desk, pool, memberId, points }: Spending,
): Promise<number | null> {
  const { monthlyLimit } = await requireActiveMember(tx, ctx, pool, memberId);
  const member = await readMember({ ...ctx, tx, actor: { kind: "member", memberId } }, memberId);
  if (member.status !== "active") {
    throw new PoolRefused("member_not_active", "Only active members can spend what is shared.");
  }
  if (monthlyLimit === null) return null;
  const month = windowStart(desk.now, desk.lane.timeZone, "month");
  const spent = await readSpentThisMonth(tx, ctx.programId, { poolId: pool.poolId, memberId, month });
  const left = Math.max(0, monthlyLimit - spent);
  if (points <= left) return left;
  throw new PoolRefused(
    "spend_limit",
    `The member may spend ${left.toLocaleString("en")} more of the pool this month.`,
    "/points",
  );
}
