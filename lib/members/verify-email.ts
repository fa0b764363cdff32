import "server-only";
import type { Ctx } from "@/lib/auth/context";
import type { Tx } from "@/lib/db";

/**
 * Notes that a member has shown to read what is sent to their address, which is as good as signing in.
 * @param locale what they are written to in from now on (BCP 47); absent: as it was
 */
export async function verifyEmail(
  tx: Tx,
  ctx: Pick<Ctx, "programId" | "clock">,
  memberId: string,
  locale?: string | null,
): Promise<void> {
  const now = ctx.clock.now();
  const { programId } = ctx;
  await tx.member.updateMany({
    where: { programId, memberId, emailVerifiedAt: null },
    data: { emailVerifiedAt: now },
  });
  await tx.member.update({
    where: { programId_memberId: { programId, memberId } },
    data: { lastSignInAt: now, ...(locale !== undefined && { locale }) },
  });
}
