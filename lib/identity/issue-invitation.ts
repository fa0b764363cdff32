import { newId, toTypeId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db";
import { mintInvitationToken } from "./invitation-token";
import type { IssuedInvitation, Role } from "./schema";

/**
 * Makes an invitation to a company's team, in the place of an earlier open one of the same person. Only the hash of
 * its token is kept.
 */
export async function issueInvitation(
  tx: Tx,
  {
    organizationId,
    email,
    role,
    invitedBy,
    now,
  }: { organizationId: string; email: string; role: Role; invitedBy: string; now: Date },
): Promise<IssuedInvitation> {
  const { token, tokenHash, expiresAt } = mintInvitationToken(now);
  await tx.invitation.updateMany({
    where: { organizationId, email, acceptedAt: null, revokedAt: null },
    data: { revokedAt: now },
  });
  const invitationId = newId();
  await tx.invitation.create({
    data: { organizationId, invitationId, email, role, tokenHash, invitedBy, createdAt: now, expiresAt },
  });
  return { invitationId: toTypeId("inv", invitationId), email, token };
}
