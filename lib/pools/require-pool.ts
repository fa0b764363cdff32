import type { Ctx } from "@/lib/auth/context";
import { requirePermission, requireSelfOr } from "@/lib/auth/permissions";
import { Forbidden, NotFound } from "@/lib/core/errors";
import type { Tx } from "@/lib/db";
import type { MemberStatus } from "@/lib/members/schema";
import type { ProgramDto } from "@/lib/programs";
import { PoolRefused } from "./errors";
import { lockPool, type PoolRow } from "./sql";

/** A pool that is changed: locked, and still there. */
export async function requireActivePool(tx: Tx, ctx: Ctx, poolId: string): Promise<PoolRow> {
  const pool = await lockPool(tx, ctx.programId, poolId);
  if (pool === null) throw new NotFound("pool");
  if (pool.state === "dissolved") throw new PoolRefused("pool_dissolved", "This pool has been dissolved.");
  return pool;
}

/**
 * Lets the owner of a pool run it, and staff with the permission. To members who are not in it, it looks as if it
 * did not exist.
 * @throws NotFound, Forbidden
 */
export async function requireRunner(tx: Tx, ctx: Ctx, pool: PoolRow): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== "member") {
    requirePermission(ctx, "points:send");
    return;
  }
  if (actor.memberId === pool.ownerId) return;
  await requireActiveMember(tx, ctx, pool, actor.memberId, new NotFound("pool"));
  throw new Forbidden("run this pool");
}

/**
 * Lets a member act in a pool for themselves, and staff for them.
 * @throws NotFound, Forbidden; PoolRefused `not_in_pool`
 */
export async function requireOwnPart(tx: Tx, ctx: Ctx, pool: PoolRow, memberId: string): Promise<PoolPart> {
  requireSelfOr(ctx, memberId, "points:send");
  return requireActiveMember(
    tx,
    ctx,
    pool,
    memberId,
    ctx.actor.kind === "member" ? new NotFound("pool") : undefined,
  );
}

/** A member's part in a pool. */
export type PoolPart = { role: "owner" | "member"; monthlyLimit: number | null };

/** @throws `absent`, by default PoolRefused `not_in_pool`, where the member is not active in the pool */
export async function requireActiveMember(
  tx: Tx,
  { programId }: Pick<Ctx, "programId">,
  { poolId }: PoolRow,
  memberId: string,
  absent: Error = new PoolRefused("not_in_pool", "This member is not in the pool.", "/memberId"),
): Promise<PoolPart> {
  const row = await tx.poolMember.findUnique({
    where: { programId_poolId_memberId: { programId, poolId, memberId } },
    select: { role: true, state: true, monthlyLimit: true },
  });
  if (row?.state !== "active") throw absent;
  return { role: row.role, monthlyLimit: row.monthlyLimit === null ? null : Number(row.monthlyLimit) };
}

/** @throws PoolRefused `pools_off` where the program does not offer pools */
export function requirePoolsOn({ ledgerPolicy, name }: ProgramDto): void {
  if (ledgerPolicy.pools.enabled) return;
  throw new PoolRefused("pools_off", `${name} does not offer sharing.`);
}

/** @throws NotFound; PoolRefused `member_not_active` */
export async function requireInGoodStanding(
  tx: Tx,
  { programId }: Pick<Ctx, "programId">,
  memberId: string,
): Promise<void> {
  refuseUnlessActive((await readStanding(tx, programId, memberId)).status);
}

/**
 * Lets nobody get around being barred from sending points by way of a pool.
 * @throws NotFound; PoolRefused `member_not_active`, `sending_barred`
 */
export async function requireFreeToGive(
  tx: Tx,
  ctx: Pick<Ctx, "programId">,
  memberId: string,
): Promise<void> {
  const { status, isBarred } = await readStanding(tx, ctx.programId, memberId);
  refuseUnlessActive(status);
  refuseBarred(isBarred.sending);
}

/**
 * The same for whoever runs a pool and pays out of it to others.
 * @throws NotFound; PoolRefused `sending_barred`
 */
export async function requireMayGive(tx: Tx, ctx: Pick<Ctx, "programId">, memberId: string): Promise<void> {
  const { isBarred } = await readStanding(tx, ctx.programId, memberId);
  refuseBarred(isBarred.sending);
}

function refuseBarred(isBarred: boolean): void {
  if (!isBarred) return;
  throw new PoolRefused("sending_barred", "The program has stopped sending from this account.");
}

/**
 * The same for receiving. Whoever runs the pool is not told why.
 * @throws NotFound; PoolRefused `recipient_unavailable`
 */
export async function requireFreeToGet(
  tx: Tx,
  { programId }: Pick<Ctx, "programId">,
  memberId: string,
): Promise<{ lane: number }> {
  const { lane, status, isBarred } = await readStanding(tx, programId, memberId);
  if (status === "active" && !isBarred.receiving) return { lane };
  throw new PoolRefused("recipient_unavailable", "Nothing can be paid out to this member.", "/memberId");
}

function refuseUnlessActive(status: MemberStatus): void {
  if (status === "active") return;
  throw new PoolRefused("member_not_active", "Only active members can share.");
}

async function readStanding(tx: Tx, programId: string, memberId: string) {
  const where = { programId_memberId: { programId, memberId } };
  const member = await tx.member.findUnique({ where, select: { lane: true, status: true } });
  if (member === null) throw new NotFound("member");
  const bar = await tx.transferBar.findUnique({ where });
  return { ...member, isBarred: { sending: bar?.sending ?? false, receiving: bar?.receiving ?? false } };
}
