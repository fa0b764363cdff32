import "server-only";
import { recordAudit } from "@/lib/audit";
import type { MemberCtx } from "@/lib/auth/context";
import { NotFound } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { emit } from "@/lib/outbox";
import { write } from "@/lib/write";
import { MEMBER_CHANGED, type MemberChanged } from "./events";
import { toMemberDto } from "./member-dto";
import type { MemberDto, ProfileChange } from "./schema";
import { searchWords } from "./search-words";
import { lockMember, replaceSearchWords } from "./sql";

/**
 * A member changes what is theirs to change: name, phone, the way numbers and dates are written.
 * @throws NotFound
 */
export async function updateOwnProfile(ctx: MemberCtx, change: ProfileChange): Promise<MemberDto> {
  const { memberId } = ctx.actor;
  return write(ctx, { permission: null, request: change }, async (tx) => {
    await lockMember(tx, ctx.programId, memberId);
    const key = { programId_memberId: { programId: ctx.programId, memberId } };
    const before = await tx.member.findUnique({ where: key });
    if (before === null) throw new NotFound("member");
    const after = await tx.member.update({ where: key, data: change });
    await replaceSearchWords(tx, ctx.programId, memberId, searchWords(after));
    const fields = (["name", "phone", "locale"] as const).filter((field) => before[field] !== after[field]);
    await recordAudit(tx, ctx, {
      action: "member.changed",
      target: toTypeId("mem", memberId),
      detail: { fields },
    });
    const payload: MemberChanged = { memberId, fields };
    await emit(tx, ctx, MEMBER_CHANGED, payload);
    return toMemberDto(after);
  });
}
