import type { Metadata } from "next";
import { AcceptForm, JoinTeamForm } from "@/components/site/accept-form";
import { AuthFrame } from "@/components/site/auth-frame";
import { OrLine, SingleSignOnButton } from "@/components/site/single-sign-on-button";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { type CurrentUser, currentUser } from "@/lib/auth/session";
import { systemClock } from "@/lib/core/clock";
import {
  type ExpiredInvitation,
  type OpenInvitation,
  readExpiredInvitation,
  readInvitation,
  singleSignOn,
} from "@/lib/identity";
import { ROLE_MEANINGS } from "@/lib/identity/schema";
import { accept, joinInvitingTeam } from "./actions";

// The address is the secret: it is not to be told to other sites or found by search engines.
export const metadata: Metadata = { title: "Invitation", referrer: "same-origin", robots: { index: false } };

/** Where the link of an invitation leads. */
export default async function InvitePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const now = systemClock.now();
  const invitation = await readInvitation(token, now);
  if (invitation === null) return <Gone expired={await readExpiredInvitation(token, now)} />;
  const { organizationName, partnerOf, invitedByName, role } = invitation;
  const { name, meaning } = ROLE_MEANINGS[role];
  return (
    <AuthFrame
      id={organizationName}
      owner={organizationName}
      title={`Join ${organizationName}`}
      description={
        partnerOf === null ? (
          <>
            {invitedByName} invites you to the team as <strong className="font-semibold">{name}</strong>.{" "}
            {meaning}
          </>
        ) : (
          <>
            {invitedByName} invites you to look after what {organizationName} does in{" "}
            <strong className="font-semibold">{partnerOf}</strong>.
          </>
        )
      }
    >
      <Answer token={token} invitation={invitation} user={await currentUser()} />
    </AuthFrame>
  );
}

function Answer({
  token,
  invitation,
  user,
}: {
  token: string;
  invitation: OpenInvitation;
  user: CurrentUser | null;
}) {
  const { email, hasAccount } = invitation;
  if (user?.email === email) return <JoinTeamForm action={joinInvitingTeam} token={token} />;
  if (user !== null) return <SomebodyElse user={user} email={email} />;
  if (hasAccount) return <SignInFirst token={token} email={email} />;
  const provider = singleSignOn();
  return (
    <>
      {provider !== null && (
        <>
          <SingleSignOnButton name={provider.name} />
          <OrLine />
        </>
      )}
      <AcceptForm action={accept} token={token} email={email} />
    </>
  );
}

function SignInFirst({ token, email }: { token: string; email: string }) {
  return (
    <>
      <p className="mb-4 text-base text-ink-2">
        {email} has an account here already. Sign in with it, and you come back to this invitation.
      </p>
      <ButtonLink
        variant="primary"
        size="lg"
        href={`/sign-in?next=${encodeURIComponent(`/invite/${token}`)}`}
      >
        Sign in
      </ButtonLink>
    </>
  );
}

function SomebodyElse({ user, email }: { user: CurrentUser; email: string }) {
  return (
    <>
      <p className="mb-4 text-base text-ink-2">
        The invitation is for {email}, but you are signed in as {user.email}. Sign out, then open the link
        again.
      </p>
      <form method="post" action="/api/auth/sign-out">
        <Button type="submit" size="lg">
          Sign out
        </Button>
      </form>
    </>
  );
}

function Gone({ expired }: { expired: ExpiredInvitation | null }) {
  if (expired !== null) {
    const { organizationName, invitedByName } = expired;
    return (
      <AuthFrame
        id={organizationName}
        owner={organizationName}
        title="This invitation has expired"
        description={`Links are good for a week. ${invitedByName} knows and can send you a new one; ask if you are waiting.`}
      >
        <ButtonLink size="lg" href="/sign-in">
          Go to sign-in
        </ButtonLink>
      </AuthFrame>
    );
  }
  return (
    <AuthFrame
      id="tessera"
      owner="Tessera"
      home="/"
      title="This invitation is no longer valid"
      description="It was used, taken back, or replaced by a newer one. Ask the person who invited you for a new link."
    >
      <ButtonLink size="lg" href="/sign-in">
        Go to sign-in
      </ButtonLink>
    </AuthFrame>
  );
}
