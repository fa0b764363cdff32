import "server-only";
import { recordAudit } from "@/lib/audit";
import type { MemberCtx } from "@/lib/auth/context";
import { Conflict, NotFound } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { emit } from "@/lib/outbox";
import { recallProgram } from "@/lib/programs";
import { write } from "@/lib/write";
import { MEMBER_CHANGED, type MemberChanged } from "./events";
import { toMemberDto } from "./member-dto";
import { requirePastBirthday } from "./profile-rules";
import type { MemberDto, ProfileChange } from "./schema";
import { searchWords } from "./search-words";
import { lockMember, replaceSearchWords } from "./sql";

/**
 * A member changes what is theirs to change: name, phone, the way numbers and dates are written. The birthday they
 * tell once: gifts come with it, so whoever got it wrong asks the program's people.
 * @throws NotFound; Invalid for a birthday to come; Conflict `birthday_told`
 */
export async function updateOwnProfile(ctx: MemberCtx, change: ProfileChange): Promise<MemberDto> {
  const { memberId } = ctx.actor;
  return write(ctx, { permission: null, request: change }, async (tx) => {
    await lockMember(tx, ctx.programId, memberId);
    const key = { programId_memberId: { programId: ctx.programId, memberId } };
    const before = await tx.member.findUnique({ where: key });
    if (before === null) throw new NotFound("member");
    const { birthday, ...others } = change;
    const { timeZone } = await recallProgram(ctx.programId, tx);
    requirePastBirthday(birthday, ctx.clock.now(), timeZone);
    if (birthday !== undefined && before.birthday !== null && toMemberDto(before).birthday !== birthday) {
      throw new Conflict("birthday_told", "Your birthday can be set once. Ask us if it has to be corrected.");
    }
    const data = { ...others, ...(birthday !== undefined && { birthday: new Date(birthday) }) };
    const after = await tx.member.update({ where: key, data });
    await replaceSearchWords(tx, ctx.programId, memberId, searchWords(after));
    const fields = (["name", "phone", "locale", "birthday"] as const).filter(
      (field) => before[field]?.valueOf() !== after[field]?.valueOf(),
    );
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
