import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { Conflict, Invalid, NotFound } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { fieldErrors } from "@/lib/core/schema";
import { isUniqueViolation } from "@/lib/db";
import { queueOccasions } from "@/lib/occasions";
import { emit } from "@/lib/outbox";
import { recallProgram } from "@/lib/programs";
import { write } from "@/lib/write";
import { MEMBER_CHANGED, type MemberChanged } from "./events";
import { toMemberDto } from "./member-dto";
import { requirePastBirthday, requireTiers } from "./profile-rules";
import { type MemberAttributes, type MemberChange, type MemberDto, memberAttributes } from "./schema";
import { searchWords } from "./search-words";
import { lockMember, replaceSearchWords } from "./sql";

/**
 * Changes a member's details, attributes, tier, tags or status. What is not named stays.
 * @throws Forbidden, NotFound, Invalid, Conflict `member_exists`; Conflict `member_closed` for a member who left
 */
export async function updateMember(ctx: Ctx, memberId: string, change: MemberChange): Promise<MemberDto> {
  try {
    return await write(ctx, { permission: "members:write", request: { memberId, change } }, async (tx) => {
      await lockMember(tx, ctx.programId, memberId);
      const key = { programId_memberId: { programId: ctx.programId, memberId } };
      const before = await tx.member.findUnique({ where: key });
      if (before === null) throw new NotFound("member");
      if (before.status === "closed")
        throw new Conflict("member_closed", "This member has left the program.");
      const now = ctx.clock.now();
      const { timeZone } = await recallProgram(ctx.programId, tx);
      requirePastBirthday(change.birthday, now, timeZone, "/birthday");
      await requireTiers(tx, ctx.programId, [change.tier]);
      const { attributes, birthday, ...fields } = change;
      const data = {
        ...fields,
        ...(birthday !== undefined && { birthday: birthday === null ? null : new Date(birthday) }),
        ...(attributes && { attributes: mergeAttributes(before.attributes as MemberAttributes, attributes) }),
      };
      const after = await tx.member.update({ where: key, data });
      await replaceSearchWords(tx, ctx.programId, memberId, searchWords(after));
      const changed = Object.keys(data);
      await recordAudit(tx, ctx, {
        action: "member.changed",
        target: toTypeId("mem", memberId),
        detail: {
          fields: changed,
          ...(change.status && { status: change.status }),
          ...(change.tier !== undefined && { tier: change.tier }),
        },
      });
      if (after.tier !== before.tier) {
        const attributes = { tier: after.tier ?? "", from: before.tier ?? "" };
        const { lane } = after;
        await queueOccasions(
          tx,
          ctx.programId,
          [{ name: "tier.changed", memberId, lane, occurredAt: now, attributes }],
          now,
        );
      }
      const payload: MemberChanged = { memberId, fields: changed };
      await emit(tx, ctx, MEMBER_CHANGED, payload);
      return toMemberDto(after);
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new Conflict("member_exists", "Another member has this number or e-mail address.");
  }
}

/** null removes an attribute; one that is not named stays. */
function mergeAttributes(
  before: MemberAttributes,
  change: NonNullable<MemberChange["attributes"]>,
): MemberAttributes {
  const merged = Object.fromEntries(
    Object.entries({ ...before, ...change }).filter(([, value]) => value !== null),
  );
  const parsed = memberAttributes.safeParse(merged);
  if (parsed.success) return parsed.data;
  throw new Invalid("The attributes cannot be stored.", fieldErrors(parsed.error, "/attributes"));
}
