import type { Ctx } from "@/lib/auth/context";
import { newId, toTypeId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db";
import { mintInvitationToken } from "./invitation-token";
import { mailInvitation } from "./mail-invitation";
import type { IssuedInvitation, Role } from "./schema";

/**
 * Makes an invitation to a company's team, in the place of an earlier open one of the same person, and mails its link.
 * Only the hash of its token is kept.
 */
export async function issueInvitation(
  tx: Tx,
  ctx: Pick<Ctx, "programId" | "clock">,
  {
    organizationId,
    email,
    role,
    invitedBy,
  }: { organizationId: string; email: string; role: Role; invitedBy: string },
): Promise<IssuedInvitation> {
  const now = ctx.clock.now();
  const { token, tokenHash, expiresAt } = mintInvitationToken(now);
  await tx.invitation.updateMany({
    where: { organizationId, email, acceptedAt: null, revokedAt: null },
    data: { revokedAt: now },
  });
  const invitationId = newId();
  const { programId } = ctx;
  await tx.invitation.create({
    data: {
      organizationId,
      invitationId,
      email,
      role,
      tokenHash,
      invitedBy,
      createdAt: now,
      expiresAt,
      programId,
    },
  });
  const isMailed = await mailInvitation(tx, ctx, { organizationId, email, token, invitedBy, expiresAt });
  return { invitationId: toTypeId("inv", invitationId), email, token, isMailed };
}
