import "server-only";
import { recordAudit } from "@/lib/audit";
import { actorRef } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/auth/context";
import { Conflict, NotFound } from "@/lib/core/errors";
import { newId, toTypeId } from "@/lib/core/ids";
import { isUniqueViolation, type Tx } from "@/lib/db";
import { write } from "@/lib/write";
import { toErasureDto } from "./erasure-dto";
import { readPrivacyPolicy } from "./policy";
import { type ErasureDto, type ErasureRequest, erasureRequest } from "./schema";

const DAY_MS = 24 * 60 * 60_000;

/**
 * Notes that a member is to be forgotten. Until it is due, by the program's days of grace, it can be taken back; the
 * worker carries it out.
 * @throws Forbidden, NotFound; Conflict `member_closed`, `erasure_requested`
 */
export async function requestErasure(
  ctx: Ctx,
  memberId: string,
  input: ErasureRequest = {},
): Promise<ErasureDto> {
  const { atOnce } = erasureRequest.parse(input);
  try {
    return await write(ctx, { permission: "members:erase", request: { memberId, atOnce } }, async (tx) => {
      const { graceDays } = await readPrivacyPolicy(ctx.programId, tx);
      return noteErasure(tx, ctx, memberId, atOnce ? 0 : graceDays);
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw alreadyRequested();
    throw error;
  }
}

/** @throws NotFound; Conflict `member_closed` */
export async function noteErasure(
  tx: Tx,
  ctx: Ctx,
  memberId: string,
  graceDays: number,
): Promise<ErasureDto> {
  const { programId } = ctx;
  const member = await tx.member.findUnique({
    where: { programId_memberId: { programId, memberId } },
    select: { status: true },
  });
  if (member === null) throw new NotFound("member");
  if (member.status === "closed") throw new Conflict("member_closed", "The member has left the program.");
  const requestedAt = ctx.clock.now();
  const row = await tx.erasure.create({
    data: {
      programId,
      erasureId: newId(),
      memberId,
      requestedBy: actorRef(ctx.actor),
      requestedAt,
      dueAt: new Date(requestedAt.getTime() + graceDays * DAY_MS),
    },
  });
  await recordAudit(tx, ctx, {
    action: "member.erasure_requested",
    target: toTypeId("mem", memberId),
    detail: { graceDays },
  });
  return toErasureDto(row);
}

export function alreadyRequested(): Conflict {
  return new Conflict("erasure_requested", "It has already been asked that this member is erased.");
}
