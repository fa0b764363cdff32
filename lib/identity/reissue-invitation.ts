import type { Ctx } from "@/lib/auth/context";
import { NotFound } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db";
import { mintInvitationToken } from "./invitation-token";
import { mailInvitation } from "./mail-invitation";
import type { IssuedInvitation, Role } from "./schema";

type Ref = { organizationId: string; invitationId: string };

/**
 * Makes a new link for an invitation, expired or not, and mails it; the old link stops working.
 * @throws NotFound for one that was accepted or revoked
 */
export async function reissueInvitation(
  tx: Tx,
  ctx: Pick<Ctx, "programId" | "clock">,
  { organizationId, invitationId }: Ref,
): Promise<IssuedInvitation & { role: Role }> {
  const { token, tokenHash, expiresAt } = mintInvitationToken(ctx.clock.now());
  const [invitation] = await tx.invitation.updateManyAndReturn({
    where: { organizationId, invitationId, acceptedAt: null, revokedAt: null },
    data: { tokenHash, expiresAt, programId: ctx.programId, expiryToldAt: null },
  });
  if (!invitation) throw new NotFound("invitation");
  const { email, invitedBy, role } = invitation;
  const isMailed = await mailInvitation(tx, ctx, { organizationId, email, token, invitedBy, expiresAt });
  return { invitationId: toTypeId("inv", invitationId), email, token, isMailed, role };
}

/**
 * Takes an invitation back: its link stops working at once.
 * @throws NotFound for one that was accepted or revoked
 */
export async function endInvitation(
  tx: Tx,
  { clock }: Pick<Ctx, "clock">,
  { organizationId, invitationId }: Ref,
): Promise<void> {
  const { count } = await tx.invitation.updateMany({
    where: { organizationId, invitationId, acceptedAt: null, revokedAt: null },
    data: { revokedAt: clock.now() },
  });
  if (count === 0) throw new NotFound("invitation");
}
