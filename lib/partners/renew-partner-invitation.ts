import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { toTypeId } from "@/lib/core/ids";
import { reissueInvitation } from "@/lib/identity";
import type { IssuedInvitation } from "@/lib/identity/schema";
import { write } from "@/lib/write";
import { permissionFor, requireParticipant } from "./participant";

/**
 * Sends an invitation of a company's person again, with a new link: by the program, or by a colleague.
 * @throws Forbidden, NotFound
 */
export async function renewPartnerInvitation(
  ctx: Ctx,
  partnerId: string,
  invitationId: string,
): Promise<IssuedInvitation> {
  const permission = permissionFor(ctx, partnerId);
  return write(ctx, { permission, request: { partnerId, invitationId } }, async (tx) => {
    await requireParticipant(tx, ctx.programId, partnerId);
    const { role: _, ...issued } = await reissueInvitation(tx, ctx, {
      organizationId: partnerId,
      invitationId,
    });
    await recordAudit(tx, ctx, { action: "partner.invitation_renewed", target: toTypeId("org", partnerId) });
    return issued;
  });
}
