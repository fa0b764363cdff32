import "server-only";
import type { MemberCtx } from "@/lib/auth/context";
import { verifyPassword } from "@/lib/auth/password";
import { Invalid, NotFound } from "@/lib/core/errors";
import { db, isUniqueViolation, type Tx } from "@/lib/db";
import { write } from "@/lib/write";
import { readPrivacyPolicy } from "./policy";
import { alreadyRequested, noteErasure } from "./request-erasure";
import type { ErasureDto } from "./schema";

/**
 * A member asks to be forgotten, and gives their password once more, so that a borrowed phone cannot.
 * @throws Invalid where the password is wrong; NotFound; Conflict `erasure_requested`
 */
export async function requestOwnErasure(
  ctx: MemberCtx,
  { password }: { password: string },
): Promise<ErasureDto> {
  const { programId } = ctx;
  const { memberId } = ctx.actor;
  const member = await db().member.findUnique({
    where: { programId_memberId: { programId, memberId } },
    select: { passwordHash: true },
  });
  if (member === null) throw new NotFound("member");
  if (!(await verifyPassword(member.passwordHash, password))) {
    throw new Invalid("The password is not right.", [
      { pointer: "/password", code: "wrong_password", detail: "This is not your password." },
    ]);
  }
  return noteOwnErasure(ctx);
}

/**
 * The same for a member who has proven otherwise who they are. They are signed out everywhere: whoever signs in again
 * stays.
 * @param prove what is to commit with it
 * @throws Conflict `erasure_requested`; what `prove` throws
 */
export async function noteOwnErasure(
  ctx: MemberCtx,
  prove: (tx: Tx) => Promise<void> = async () => undefined,
): Promise<ErasureDto> {
  const { programId } = ctx;
  const { memberId } = ctx.actor;
  try {
    return await write({ ...ctx, idempotencyKey: undefined }, { permission: null }, async (tx) => {
      await prove(tx);
      const { graceDays } = await readPrivacyPolicy(programId, tx);
      const erasure = await noteErasure(tx, ctx, memberId, graceDays);
      await tx.memberSession.deleteMany({ where: { programId, memberId } });
      return erasure;
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw alreadyRequested();
    throw error;
  }
}
