import "server-only";
import { hashPassword } from "@/lib/auth/password";
import { type Clock, systemClock } from "@/lib/core/clock";
import { Conflict } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { withTx } from "@/lib/db";
import { claimInvitation, openInvitation } from "./claim-invitation";
import { InvitationGone } from "./errors";
import { invitationHash } from "./invitation-token";
import { type Acceptance, acceptance } from "./schema";

/**
 * Makes the account of an invited person, with a password of their own, and puts them in the team.
 * @throws InvitationGone; Conflict `account_exists` when the e-mail has an account: its owner signs in and joins
 *   with `joinTeam`, for the holder of a link must not set the password of somebody else's account
 */
export async function acceptInvitation(
  token: string,
  input: Acceptance,
  clock: Clock = systemClock,
): Promise<{ userId: string }> {
  const { name, password } = acceptance.parse(input);
  const tokenHash = invitationHash(token);
  if (tokenHash === null) throw new InvitationGone();
  const passwordHash = await hashPassword(password);
  return withTx({}, async (tx) => {
    const invitation = await tx.invitation.findFirst({
      where: { tokenHash, ...openInvitation(clock.now()) },
      select: { organizationId: true, invitationId: true, email: true },
    });
    if (invitation === null) throw new InvitationGone();
    const { email, ...ref } = invitation;
    if ((await tx.user.count({ where: { email } })) > 0) {
      throw new Conflict("account_exists", "You have an account already. Sign in to join the team.");
    }
    const userId = newId();
    const now = clock.now();
    await tx.user.create({ data: { userId, email, name, passwordHash, createdAt: now, lastSignInAt: now } });
    if (!(await claimInvitation(tx, clock, { userId, name, ...ref }))) throw new InvitationGone();
    return { userId };
  });
}
