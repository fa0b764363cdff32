import "server-only";
import { recordAudit } from "@/lib/audit";
import type { MemberCtx } from "@/lib/auth/context";
import { Conflict, NotFound } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { emit } from "@/lib/outbox";
import { write } from "@/lib/write";
import { MEMBER_CHANGED, type MemberChanged } from "./events";
import { searchWords } from "./search-words";
import { lockMember, replaceSearchWords } from "./sql";

/**
 * A member takes another e-mail address, which they have shown to be theirs.
 * @param email in lower case
 * @returns the address before it, or null
 * @throws NotFound; Conflict `member_exists` when somebody else has it by now
 */
export async function changeOwnEmail(ctx: MemberCtx, email: string): Promise<{ before: string | null }> {
  const { memberId } = ctx.actor;
  const { programId } = ctx;
  return write({ ...ctx, idempotencyKey: undefined }, { permission: null }, async (tx) => {
    await lockMember(tx, programId, memberId);
    const key = { programId_memberId: { programId, memberId } };
    const member = await tx.member.findUnique({ where: key });
    if (member === null) throw new NotFound("member");
    const holder = await tx.member.findUnique({
      where: { programId_email: { programId, email } },
      select: { memberId: true },
    });
    if (holder !== null && holder.memberId !== memberId) {
      throw new Conflict("member_exists", "Another member has this e-mail address.");
    }
    const data = { email, emailVerifiedAt: ctx.clock.now() };
    const after = await tx.member.update({ where: key, data });
    await replaceSearchWords(tx, programId, memberId, searchWords(after));
    await recordAudit(tx, ctx, {
      action: "member.changed",
      target: toTypeId("mem", memberId),
      detail: { fields: ["email"] },
    });
    const payload: MemberChanged = { memberId, fields: ["email"] };
    await emit(tx, ctx, MEMBER_CHANGED, payload);
    return { before: member.email };
  });
}
