import "server-only";
import { recordOrganizationAudit } from "@/lib/audit";
import type { Actor } from "@/lib/auth/actor";
import { newRequestId } from "@/lib/auth/context";
import type { Clock } from "@/lib/core/clock";
import { toTypeId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db";

/** An invitation that can be accepted now. */
export function openInvitation(now: Date) {
  return { acceptedAt: null, revokedAt: null, expiresAt: { gt: now } };
}

type Claim = { userId: string; name: string; organizationId: string; invitationId: string };

/**
 * Makes the user a member of the inviting company's team, inside the caller's transaction. The row guards
 * itself: of two people with the same link, one gets in. Who is in the team already keeps their role.
 * @returns false when the invitation was accepted, revoked or expired in the meantime
 */
export async function claimInvitation(tx: Tx, clock: Clock, claim: Claim): Promise<boolean> {
  const { userId, name, organizationId, invitationId } = claim;
  const { count } = await tx.invitation.updateMany({
    where: { organizationId, invitationId, ...openInvitation(clock.now()) },
    data: { acceptedAt: clock.now() },
  });
  if (count === 0) return false;
  const { role } = await tx.invitation.findUniqueOrThrow({
    where: { organizationId_invitationId: { organizationId, invitationId } },
    select: { role: true },
  });
  await tx.organizationUser.createMany({
    data: [{ organizationId, userId, role, createdAt: clock.now() }],
    skipDuplicates: true,
  });
  const actor: Actor = { kind: "user", userId, organizationId, role, name };
  await recordOrganizationAudit(tx, { actor, clock, requestId: newRequestId() }, organizationId, {
    action: "invitation.accepted",
    target: toTypeId("inv", invitationId),
    detail: { role },
  });
  return true;
}
