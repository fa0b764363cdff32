import "server-only";
import { recordOrganizationAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { NotFound } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { withTx } from "@/lib/db";
import { mintInvitationToken } from "./invitation-token";
import type { IssuedInvitation } from "./schema";
import { requireOwnerFor, userActor } from "./team-rules";

/**
 * Makes a new link for an invitation, expired or not; the old link stops working.
 * @throws Forbidden; NotFound for one that was accepted or revoked
 */
export async function renewInvitation(
  ctx: Ctx,
  { invitationId }: { invitationId: string },
): Promise<IssuedInvitation> {
  requirePermission(ctx, "team:manage");
  const actor = userActor(ctx);
  const { organizationId } = actor;
  const { token, tokenHash, expiresAt } = mintInvitationToken(ctx.clock.now());
  return withTx(ctx, async (tx) => {
    const where = { organizationId, invitationId, acceptedAt: null, revokedAt: null };
    const [invitation] = await tx.invitation.updateManyAndReturn({ where, data: { tokenHash, expiresAt } });
    if (!invitation) throw new NotFound("invitation");
    requireOwnerFor(actor, invitation.role);
    await recordOrganizationAudit(tx, ctx, organizationId, {
      action: "invitation.renewed",
      target: toTypeId("inv", invitationId),
    });
    return { invitationId: toTypeId("inv", invitationId), email: invitation.email, token };
  });
}
