import "server-only";
import { recordOrganizationAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { toTypeId } from "@/lib/core/ids";
import { withTx } from "@/lib/db";
import { endInvitation } from "./reissue-invitation";
import { userActor } from "./team-rules";

/**
 * Takes an invitation back: its link stops working at once.
 * @throws Forbidden; NotFound for one that was accepted or revoked
 */
export async function revokeInvitation(
  ctx: Ctx,
  { invitationId }: { invitationId: string },
): Promise<{ revoked: true }> {
  requirePermission(ctx, "team:manage");
  const { organizationId } = userActor(ctx);
  return withTx(ctx, async (tx) => {
    await endInvitation(tx, ctx, { organizationId, invitationId });
    await recordOrganizationAudit(tx, ctx, organizationId, {
      action: "invitation.revoked",
      target: toTypeId("inv", invitationId),
    });
    return { revoked: true };
  });
}
