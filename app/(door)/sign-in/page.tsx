import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthFrame } from "@/components/site/auth-frame";
import { FormMessage } from "@/components/site/form-message";
import { SignInForm } from "@/components/site/sign-in-form";
import { OrLine, SingleSignOnButton } from "@/components/site/single-sign-on-button";
import { Button } from "@/components/ui/button";
import { safeNext } from "@/lib/auth/safe-next";
import { type CurrentUser, currentUser } from "@/lib/auth/session";
import { readHomePath, singleSignOn } from "@/lib/identity";
import { signIn } from "./actions";
import { refusalSentence } from "./refusals";

export const metadata: Metadata = { title: "Sign in" };

type Search = { next?: string | string[]; error?: string | string[] };

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

/** The door of the portal: e-mail and password, and the company's identity provider where one is set. */
export default async function SignInPage({ searchParams }: { searchParams: Promise<Search> }) {
  const search = await searchParams;
  const next = safeNext(single(search.next), "") || undefined;
  const user = await currentUser();
  if (user !== null) {
    const home = await readHomePath(user.userId);
    if (home === null) return <NoClub user={user} />;
    redirect(next ?? home);
  }
  const provider = singleSignOn();
  const refusal = refusalSentence(single(search.error));
  return (
    <AuthFrame id="tessera" owner="Tessera" home="/" title="Sign in" description="To run your club.">
      {refusal !== null && (
        <div className="mb-5">
          <FormMessage message={refusal} />
        </div>
      )}
      {provider !== null && (
        <>
          <SingleSignOnButton name={provider.name} next={next} />
          <OrLine />
        </>
      )}
      <SignInForm
        action={signIn}
        words={{ email: "E-mail", password: "Password", submit: "Sign in" }}
        next={next}
      />
      <p className="mt-6 text-ink-2 text-sm">
        Looking for your points? Members sign in on the page of their club. New to a team? Use the link in
        your invitation.
      </p>
    </AuthFrame>
  );
}

function NoClub({ user }: { user: CurrentUser }) {
  return (
    <AuthFrame
      id="tessera"
      owner="Tessera"
      home="/"
      title="No club yet"
      description={`You are signed in as ${user.email}, but not in the team of any club. Ask an owner to invite you.`}
    >
      <form method="post" action="/api/auth/sign-out">
        <Button type="submit" size="lg">
          Sign out
        </Button>
      </form>
    </AuthFrame>
  );
}
