import "server-only";
import { recordOrganizationAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { toTypeId } from "@/lib/core/ids";
import { withTx } from "@/lib/db";
import { reissueInvitation } from "./reissue-invitation";
import type { IssuedInvitation } from "./schema";
import { requireOwnerFor, userActor } from "./team-rules";

/**
 * Makes a new link for an invitation, expired or not, and mails it; the old link stops working.
 * @throws Forbidden; NotFound for one that was accepted or revoked
 */
export async function renewInvitation(
  ctx: Ctx,
  { invitationId }: { invitationId: string },
): Promise<IssuedInvitation> {
  requirePermission(ctx, "team:manage");
  const actor = userActor(ctx);
  const { organizationId } = actor;
  return withTx(ctx, async (tx) => {
    const { role, ...issued } = await reissueInvitation(tx, ctx, { organizationId, invitationId });
    requireOwnerFor(actor, role);
    await recordOrganizationAudit(tx, ctx, organizationId, {
      action: "invitation.renewed",
      target: toTypeId("inv", invitationId),
    });
    return issued;
  });
}
