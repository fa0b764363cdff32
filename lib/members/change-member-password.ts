import "server-only";
import { recordAudit } from "@/lib/audit";
import type { MemberCtx } from "@/lib/auth/context";
import { hashPassword, verifyPassword } from "@/lib/auth/password";
import { Conflict, Invalid, NotFound } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { write } from "@/lib/write";

/**
 * A member sets another password, giving the one they have, and is signed out everywhere but where they do so. The slow
 * hash is reckoned outside the transaction.
 * @throws Invalid when the current password is wrong; NotFound; Conflict `password_changed`
 */
export async function changeMemberPassword(
  ctx: MemberCtx,
  { currentPassword, newPassword }: { currentPassword?: string | undefined; newPassword: string },
): Promise<{ changed: true }> {
  const { memberId, sessionId } = ctx.actor;
  const key = { programId_memberId: { programId: ctx.programId, memberId } };
  const member = await db().member.findUnique({ where: key, select: { passwordHash: true } });
  if (member === null) throw new NotFound("member");
  const { passwordHash: before } = member;
  if (before !== null && !(await verifyPassword(before, currentPassword ?? ""))) {
    throw new Invalid("The current password is not right.", [
      { pointer: "/currentPassword", code: "wrong_password", detail: "This is not your current password." },
    ]);
  }
  const passwordHash = await hashPassword(newPassword);
  return write({ ...ctx, idempotencyKey: undefined }, { permission: null }, async (tx) => {
    // Another one that was set meanwhile would have had to be given.
    const { count } = await tx.member.updateMany({
      where: { programId: ctx.programId, memberId, passwordHash: before },
      data: { passwordHash },
    });
    if (count === 0) throw new Conflict("password_changed", "The password has just been changed elsewhere.");
    await tx.memberSession.deleteMany({
      where: {
        programId: ctx.programId,
        memberId,
        ...(sessionId !== undefined && { NOT: { sessionId } }),
      },
    });
    await recordAudit(tx, ctx, { action: "member.password_changed", target: toTypeId("mem", memberId) });
    return { changed: true };
  });
}
