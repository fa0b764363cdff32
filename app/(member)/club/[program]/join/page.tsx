import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { AuthFrame } from "@/components/site/auth-frame";
import { JoinForm } from "@/components/site/join-form";
import { currentMember } from "@/lib/auth/session";
import { clubProgram } from "../club-program";
import { join } from "./actions";

export const metadata: Metadata = { title: "Join" };

/** Where people become members by themselves. */
export default async function JoinPage({ params }: { params: Promise<{ program: string }> }) {
  const program = await clubProgram((await params).program);
  const home = `/club/${program.slug}`;
  if ((await currentMember(program.programId)) !== null) redirect(home);
  return (
    <AuthFrame
      id={program.programId}
      hue={program.brandHue}
      owner={program.name}
      title={`Join ${program.name}`}
      description="A card on your phone, and points for what you buy. Free."
      foot={
        <>
          A member already?{" "}
          <Link href={`${home}/sign-in`} className="font-medium text-accent-ink underline underline-offset-2">
            Sign in
          </Link>
        </>
      }
    >
      <JoinForm action={join} program={program.slug} clubName={program.name} />
    </AuthFrame>
  );
}
