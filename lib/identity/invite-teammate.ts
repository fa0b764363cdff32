import "server-only";
import { recordOrganizationAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { Conflict } from "@/lib/core/errors";
import { withTx } from "@/lib/db";
import { issueInvitation } from "./issue-invitation";
import { type IssuedInvitation, type NewInvitation, newInvitation } from "./schema";
import { requireOwnerFor, userActor } from "./team-rules";

/**
 * Invites somebody to the team. The link goes to them by mail and is shown to the inviter, once; only its hash is kept.
 * An earlier open invitation of the same person is replaced.
 * @throws Forbidden; Conflict `already_in_team`; Invalid
 */
export async function inviteTeammate(ctx: Ctx, input: NewInvitation): Promise<IssuedInvitation> {
  requirePermission(ctx, "team:manage");
  const { email, role } = newInvitation.parse(input);
  const actor = userActor(ctx);
  requireOwnerFor(actor, role);
  const { organizationId, userId: invitedBy } = actor;
  return withTx(ctx, async (tx) => {
    const inTeam = await tx.organizationUser.count({ where: { organizationId, user: { email } } });
    if (inTeam > 0) throw new Conflict("already_in_team", `${email} is in the team already.`);
    const invitation = await issueInvitation(tx, ctx, { organizationId, email, role, invitedBy });
    await recordOrganizationAudit(tx, ctx, organizationId, {
      action: "invitation.sent",
      target: invitation.invitationId,
      detail: { role },
    });
    return invitation;
  });
}
