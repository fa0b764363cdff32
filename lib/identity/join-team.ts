import "server-only";
import { type Clock, systemClock } from "@/lib/core/clock";
import { Conflict } from "@/lib/core/errors";
import { withTx } from "@/lib/db";
import { claimInvitation, openInvitation } from "./claim-invitation";
import { InvitationGone } from "./errors";
import { invitationHash } from "./invitation-token";

/**
 * Puts a signed-in person in the team that invited them.
 * @throws InvitationGone; Conflict `invited_someone_else` when the invitation is for another e-mail
 */
export async function joinTeam(
  token: string,
  user: { userId: string; name: string; email: string },
  clock: Clock = systemClock,
): Promise<{ organizationId: string }> {
  const tokenHash = invitationHash(token);
  if (tokenHash === null) throw new InvitationGone();
  return withTx({}, async (tx) => {
    const invitation = await tx.invitation.findFirst({
      where: { tokenHash, ...openInvitation(clock.now()) },
      select: { organizationId: true, invitationId: true, email: true },
    });
    if (invitation === null) throw new InvitationGone();
    const { email, ...ref } = invitation;
    if (email !== user.email) {
      throw new Conflict("invited_someone_else", "This invitation is for another e-mail address.");
    }
    const { userId, name } = user;
    if (!(await claimInvitation(tx, clock, { userId, name, ...ref }))) throw new InvitationGone();
    return { organizationId: ref.organizationId };
  });
}
