import type { Metadata } from "next";
import { ConsentSwitches } from "@/components/member/consent-switches";
import { DetailsForm } from "@/components/member/details-form";
import { LocaleSelect } from "@/components/member/locale-select";
import { PasswordForm } from "@/components/member/password-form";
import { SignOutButton } from "@/components/member/sign-out-button";
import { WalletSection } from "@/components/member/wallet-section";
import { formatTime } from "@/components/ui/format";
import { ThemeToggle } from "@/components/ui/theme-toggle";
import { requireMember } from "@/lib/auth/session";
import { readMember } from "@/lib/members";
import { changePassword, saveConsent, saveProfile } from "./actions";

export const metadata: Metadata = { title: "Profile" };

/** What the club knows of the member, and what the member decides. */
export default async function ProfilePage({ params }: { params: Promise<{ program: string }> }) {
  const { ctx, program, memberId } = await requireMember((await params).program);
  const member = await readMember(ctx, memberId);
  const locale = member.locale ?? program.locale;
  const joined = formatTime(member.joinedAt, "date", { locale, timeZone: program.timeZone });
  return (
    <div className="mx-auto max-w-xl">
      <h1 className="text-2xl">Profile</h1>
      <p className="mt-1 text-ink-2 text-md">Member since {joined}</p>
      <div className="mt-6 flex flex-col gap-8 [&>section+section]:border-t [&>section+section]:pt-7">
        <WalletSection title="Your details">
          <DetailsForm
            program={program.slug}
            programName={program.name}
            name={member.name}
            phone={member.phone}
            email={member.email}
            birthday={member.birthday}
            locale={locale}
            save={saveProfile}
          />
        </WalletSection>
        <WalletSection title="What you agree to">
          <ConsentSwitches program={program.slug} consents={member.consents} choose={saveConsent} />
        </WalletSection>
        <WalletSection title="Appearance">
          <div className="mt-4 flex items-center justify-between gap-4">
            <span className="font-medium text-sm">Theme</span>
            <ThemeToggle />
          </div>
          <div className="mt-4">
            <LocaleSelect
              program={program.slug}
              locale={member.locale}
              programLocale={program.locale}
              timeZone={program.timeZone}
              save={saveProfile}
            />
          </div>
        </WalletSection>
        <WalletSection title="Password">
          <PasswordForm program={program.slug} email={member.email} change={changePassword} />
        </WalletSection>
        <WalletSection title="Sign out">
          <p className="mt-1 mb-4 text-base text-ink-2">Your card is then no longer kept on this device.</p>
          <SignOutButton program={program.slug} />
        </WalletSection>
      </div>
    </div>
  );
}
