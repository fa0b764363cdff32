import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { requireSelfOr } from "@/lib/auth/permissions";
import { Conflict } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db";
import { write } from "@/lib/write";
import { toErasureDto } from "./erasure-dto";
import type { ErasureDto } from "./schema";

/**
 * Takes back the wish that a member be forgotten, before it is carried out: the member by signing in, or somebody who
 * may erase.
 * @throws Forbidden; Conflict `nothing_to_withdraw` where it was not asked for or is being carried out
 */
export async function withdrawErasure(ctx: Ctx, memberId: string): Promise<ErasureDto> {
  requireSelfOr(ctx, memberId, "members:erase");
  return write(ctx, { permission: null, request: { memberId } }, async (tx) => {
    const withdrawn = await withdraw(tx, ctx, memberId);
    if (withdrawn === null) {
      throw new Conflict(
        "nothing_to_withdraw",
        "No erasure of this member is waiting: it was not asked for, was taken back, or is being carried out.",
      );
    }
    return withdrawn;
  });
}

/** A member who signs in stays. @returns whether they had asked to be forgotten */
export async function stayMember(ctx: Ctx, memberId: string): Promise<boolean> {
  const stays = await write({ ...ctx, idempotencyKey: undefined }, { permission: null }, (tx) =>
    withdraw(tx, ctx, memberId),
  );
  return stays !== null;
}

async function withdraw(tx: Tx, ctx: Ctx, memberId: string): Promise<ErasureDto | null> {
  const [row] = await tx.erasure.updateManyAndReturn({
    where: { programId: ctx.programId, memberId, state: "waiting" },
    data: { state: "withdrawn", finishedAt: ctx.clock.now() },
  });
  if (row === undefined) return null;
  await recordAudit(tx, ctx, { action: "member.erasure_withdrawn", target: toTypeId("mem", memberId) });
  return toErasureDto(row);
}
