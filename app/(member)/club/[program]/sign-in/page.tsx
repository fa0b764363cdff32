import { MailCheck } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { AuthFrame } from "@/components/site/auth-frame";
import { SignInForm } from "@/components/site/sign-in-form";
import { Notice } from "@/components/ui/notice";
import { safeNext } from "@/lib/auth/safe-next";
import { currentMember } from "@/lib/auth/session";
import { clubProgram } from "../club-program";
import { signInToClub } from "./actions";

export const metadata: Metadata = { title: "Sign in" };

type Props = {
  params: Promise<{ program: string }>;
  searchParams: Promise<{ next?: string | string[]; joined?: string }>;
};

/** The door of a club's wallet. */
export default async function ClubSignInPage({ params, searchParams }: Props) {
  const program = await clubProgram((await params).program);
  const { next, joined } = await searchParams;
  const home = `/club/${program.slug}`;
  const target = safeNext(Array.isArray(next) ? next[0] : next, home);
  if ((await currentMember(program.programId)) !== null) redirect(target);
  return (
    <AuthFrame
      id={program.programId}
      hue={program.brandHue}
      owner={program.name}
      title="Sign in"
      description="To see your card and your points."
      foot={
        <>
          New here?{" "}
          <Link href={`${home}/join`} className="font-medium text-accent-ink underline underline-offset-2">
            Join {program.name}
          </Link>
        </>
      }
    >
      {joined !== undefined && (
        <Notice tone="good" icon={<MailCheck aria-hidden="true" />} className="mb-5">
          Almost there: sign in with your e-mail and password. If you were a member before, your earlier
          password still applies.
        </Notice>
      )}
      <SignInForm action={signInToClub} next={target} program={program.slug} />
    </AuthFrame>
  );
}
