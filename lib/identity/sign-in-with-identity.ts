import "server-only";
import { type Clock, systemClock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { type Tx, withTx } from "@/lib/db";
import { claimInvitation, openInvitation } from "./claim-invitation";
import { decideLink, type KnownPerson, type LinkRefusal, type ProvenIdentity } from "./link-decision";

export type IdentitySignIn = { ok: true; userId: string } | { ok: false; reason: LinkRefusal };

/**
 * Signs in the person whom an identity provider vouches for: the user linked to issuer and subject, else the
 * user with the same verified e-mail (linked from now on), else an invited person, whose account this makes.
 */
export async function signInWithIdentity(
  identity: ProvenIdentity,
  clock: Clock = systemClock,
): Promise<IdentitySignIn> {
  return withTx({}, async (tx) => {
    const decision = decideLink(identity, await readPerson(tx, identity, clock.now()));
    if (decision.kind === "refuse") return { ok: false, reason: decision.reason };
    const userId = decision.kind === "create" ? newId() : decision.userId;
    if (decision.kind === "create") await createInvitedUser(tx, clock, userId, decision.email, identity.name);
    if (decision.kind !== "signIn") {
      const { issuer, subject } = identity;
      await tx.userIdentity.create({ data: { issuer, subject, userId } });
    }
    await tx.user.update({ where: { userId }, data: { lastSignInAt: clock.now() } });
    return { ok: true, userId };
  });
}

async function readPerson(
  tx: Tx,
  { issuer, subject, email }: ProvenIdentity,
  now: Date,
): Promise<KnownPerson> {
  const select = { userId: true, disabledAt: true } as const;
  const linked = await tx.userIdentity.findUnique({
    where: { issuer_subject: { issuer, subject } },
    select: { user: { select } },
  });
  const sameEmail = email === null ? null : await tx.user.findUnique({ where: { email }, select });
  const invited =
    email !== null && (await tx.invitation.count({ where: { email, ...openInvitation(now) } })) > 0;
  return { linked: linked && known(linked.user), sameEmail: sameEmail && known(sameEmail), invited };
}

function known({ userId, disabledAt }: { userId: string; disabledAt: Date | null }) {
  return { userId, disabled: disabledAt !== null };
}

/** A provider's verified e-mail proves as much as the link that the invitation was sent with. */
async function createInvitedUser(
  tx: Tx,
  clock: Clock,
  userId: string,
  email: string,
  givenName: string | null,
): Promise<void> {
  const name = givenName ?? email.slice(0, email.indexOf("@"));
  await tx.user.create({ data: { userId, email, name, createdAt: clock.now() } });
  const invitations = await tx.invitation.findMany({
    where: { email, ...openInvitation(clock.now()) },
    select: { organizationId: true, invitationId: true },
  });
  for (const invitation of invitations) await claimInvitation(tx, clock, { userId, name, ...invitation });
}
