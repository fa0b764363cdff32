import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/member/client-messages";
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
import { changePassword, chooseLocale, saveConsent, saveProfile } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("profile"))("title") };
}

/** What the club knows of the member, and what the member decides. */
export default async function ProfilePage({ params }: { params: Promise<{ program: string }> }) {
  const { ctx, program, memberId } = await requireMember((await params).program);
  const [locale, t, member] = await Promise.all([
    getLocale(),
    getTranslations("profile"),
    readMember(ctx, memberId),
  ]);
  const joined = formatTime(member.joinedAt, "date", { locale, timeZone: program.timeZone });
  return (
    <div className="mx-auto max-w-xl">
      <h1 className="text-2xl">{t("title")}</h1>
      <p className="mt-1 text-ink-2 text-md">{t("since", { day: joined })}</p>
      <ClientMessages namespaces={["profile"]}>
        <div className="mt-6 flex flex-col gap-8 [&>section+section]:border-t [&>section+section]:pt-7">
          <WalletSection title={t("details")}>
            <DetailsForm
              program={program.slug}
              programName={program.name}
              name={member.name}
              phone={member.phone}
              email={member.email}
              birthday={member.birthday}
              save={saveProfile}
            />
          </WalletSection>
          <WalletSection title={t("consents")}>
            <ConsentSwitches program={program.slug} consents={member.consents} choose={saveConsent} />
          </WalletSection>
          <WalletSection title={t("appearance")}>
            <div className="mt-4 flex items-center justify-between gap-4">
              <span className="font-medium text-sm">{t("theme")}</span>
              <ThemeToggle />
            </div>
            <div className="mt-4">
              <LocaleSelect
                program={program.slug}
                chosen={member.locale}
                timeZone={program.timeZone}
                save={chooseLocale}
              />
            </div>
          </WalletSection>
          <WalletSection title={t("password")}>
            <PasswordForm program={program.slug} email={member.email} change={changePassword} />
          </WalletSection>
          <WalletSection title={t("signOut")}>
            <p className="mt-1 mb-4 text-base text-ink-2">{t("signOutText")}</p>
            <SignOutButton program={program.slug} label={t("signOut")} />
          </WalletSection>
        </div>
      </ClientMessages>
    </div>
  );
}
