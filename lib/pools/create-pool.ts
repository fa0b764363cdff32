import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { requireSelfOr } from "@/lib/auth/permissions";
import { newId, toTypeId } from "@/lib/core/ids";
import { isUniqueViolation } from "@/lib/db";
import { laneOf, readMember } from "@/lib/members";
import { readProgram, SPENDABLE_POINT_TYPE } from "@/lib/programs";
import { write } from "@/lib/write";
import { PoolRefused } from "./errors";
import { requirePoolsOn } from "./require-pool";
import type { NewPool } from "./schema";

/**
 * Founds a pool, run by a member, who is its first. It gets an account and a lane of its own.
 * @throws Forbidden, NotFound; PoolRefused `pools_off`, `member_not_active`, `in_household`
 */
export async function createPool(ctx: Ctx, ownerId: string, input: NewPool): Promise<{ poolId: string }> {
  requireSelfOr(ctx, ownerId, "points:send");
  const poolId = newId();
  const { programId } = ctx;
  const now = ctx.clock.now();
  try {
    return await write(ctx, { permission: null, request: { ownerId, ...input } }, async (tx) => {
      const program = await readProgram(programId, tx);
      requirePoolsOn(program);
      const owner = await readMember({ ...ctx, tx, actor: { kind: "member", memberId: ownerId } }, ownerId);
      if (owner.status !== "active") {
        throw new PoolRefused("member_not_active", "Only active members can share.");
      }
      await tx.pool.create({
        data: { programId, poolId, ...input, lane: laneOf(poolId, program.lanes), ownerId, createdAt: now },
      });
      await tx.poolMember.create({
        data: {
          programId,
          poolId,
          memberId: ownerId,
          kind: input.kind,
          role: "owner",
          state: "active",
          invitedAt: now,
          joinedAt: now,
        },
      });
      await tx.account.create({
        data: {
          programId,
          accountId: newId(),
          kind: "available",
          pointTypeNo: SPENDABLE_POINT_TYPE,
          party: poolId,
        },
      });
      await recordAudit(tx, ctx, {
        action: "pool.created",
        target: toTypeId("pool", poolId),
        detail: { kind: input.kind, owner: toTypeId("mem", ownerId) },
      });
      return { poolId };
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw inHousehold();
    throw error;
  }
}

/** The database keeps a member to one household, whoever is faster. */
export function inHousehold(): PoolRefused {
  return new PoolRefused("in_household", "A member can be in one household only. Leave the other one first.");
}
