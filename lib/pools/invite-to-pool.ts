import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { countLookUp } from "@/lib/auth/sign-in-limits";
import { toTypeId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db";
import { findByContact, nameAsSeenBy } from "@/lib/members";
import { readProgram } from "@/lib/programs";
import { write } from "@/lib/write";
import { PoolRefused } from "./errors";
import { requireActivePool, requirePoolsOn, requireRunner } from "./require-pool";
import type { Invitation } from "./schema";

/**
 * Asks a member into a pool. They are in it once they accept. Whoever declined, left or was removed can be asked
 * again.
 * @throws Forbidden, NotFound, TooManyRequests; PoolRefused `unknown_member`, `already_in_pool`, `pool_full`,
 *   `pools_off`, `pool_dissolved`
 */
export async function inviteToPool(
  ctx: Ctx,
  poolId: string,
  { member, monthlyLimit }: Invitation,
): Promise<{ memberId: string; name: string }> {
  if (ctx.actor.kind === "member") await countLookUp(ctx.actor.memberId);
  return write(ctx, { permission: null, request: { poolId, member, monthlyLimit } }, async (tx) => {
    const { programId } = ctx;
    const pool = await requireActivePool(tx, ctx, poolId);
    await requireRunner(tx, ctx, pool);
    const program = await readProgram(programId, tx);
    requirePoolsOn(program);
    const found = await findByContact(tx, programId, member);
    if (found?.status !== "active") {
      throw new PoolRefused(
        "unknown_member",
        "There is no active member with exactly this number or address.",
        "/member",
      );
    }
    const { memberId } = found;
    await requireRoom(tx, { programId, poolId, memberId }, program.ledgerPolicy.pools.members);
    const key = { programId, poolId, memberId };
    const asked = { state: "invited", role: "member", monthlyLimit, invitedAt: ctx.clock.now() } as const;
    await tx.poolMember.upsert({
      where: { programId_poolId_memberId: key },
      create: { ...key, ...asked, kind: pool.kind },
      update: { ...asked, endedAt: null },
    });
    await recordAudit(tx, ctx, {
      action: "pool.member_invited",
      target: toTypeId("pool", poolId),
      detail: { member: toTypeId("mem", memberId) },
    });
    return { memberId, name: nameAsSeenBy(ctx.actor, found.name) };
  });
}

/** @throws PoolRefused where the member is in the pool or asked already, or the pool has as many as it may */
async function requireRoom(
  tx: Tx,
  { programId, poolId, memberId }: { programId: string; poolId: string; memberId: string },
  most: number,
): Promise<void> {
  const present = await tx.poolMember.findMany({
    where: { programId, poolId, state: { in: ["active", "invited"] } },
    select: { memberId: true },
  });
  if (present.some((row) => row.memberId === memberId)) {
    throw new PoolRefused(
      "already_in_pool",
      "This member is in the pool or has been invited already.",
      "/member",
    );
  }
  if (present.length >= most) {
    throw new PoolRefused("pool_full", `A pool has at most ${most} members, invitations included.`);
  }
}
