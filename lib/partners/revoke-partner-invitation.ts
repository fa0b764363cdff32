import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { toTypeId } from "@/lib/core/ids";
import { endInvitation } from "@/lib/identity";
import { write } from "@/lib/write";
import { permissionFor, requireParticipant } from "./participant";

/**
 * Takes an invitation of a company's person back: by the program, or by a colleague.
 * @throws Forbidden, NotFound
 */
export async function revokePartnerInvitation(
  ctx: Ctx,
  partnerId: string,
  invitationId: string,
): Promise<{ revoked: true }> {
  const permission = permissionFor(ctx, partnerId);
  return write(ctx, { permission, request: { partnerId, invitationId } }, async (tx) => {
    await requireParticipant(tx, ctx.programId, partnerId);
    await endInvitation(tx, ctx, { organizationId: partnerId, invitationId });
    await recordAudit(tx, ctx, { action: "partner.invitation_revoked", target: toTypeId("org", partnerId) });
    return { revoked: true };
  });
}
