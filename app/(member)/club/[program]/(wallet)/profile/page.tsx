import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/member/client-messages";
import { ConsentSwitches } from "@/components/member/consent-switches";
import { DetailsForm } from "@/components/member/details-form";
import { EmailForm } from "@/components/member/email-form";
import { LocaleSelect } from "@/components/member/locale-select";
import { PasswordForm } from "@/components/member/password-form";
import { ConsentHistory } from "@/components/member/privacy/consent-history";
import { DeviceList } from "@/components/member/privacy/device-list";
import { LeaveClub } from "@/components/member/privacy/leave-club";
import { PushSettings } from "@/components/member/privacy/push-settings";
import { YourData } from "@/components/member/privacy/your-data";
import { SignOutButton } from "@/components/member/sign-out-button";
import { WalletSection } from "@/components/member/wallet-section";
import { formatTime } from "@/components/ui/format";
import { ThemeToggle } from "@/components/ui/theme-toggle";
import { requireMember } from "@/lib/auth/session";
import { listConsents } from "@/lib/consents";
import { listDevices } from "@/lib/devices";
import { MIN_PASSWORD } from "@/lib/identity/schema";
import { readMember } from "@/lib/members";
import { previewErasure } from "@/lib/privacy";
import { readPushChoices, vapidKeys } from "@/lib/push";
import { PUSH_KINDS } from "@/lib/push/schema";
import { changePassword, chooseLocale, saveProfile } from "./actions";
import { askForEmailChange, changeEmail } from "./email-actions";
import {
  choosePushKind,
  endDevice,
  endOtherDevices,
  leaveClub,
  leaveClubWithCode,
  readConsentHistory,
  saveConsent,
  sendLeaveCode,
  turnPushesOff,
  turnPushesOn,
} from "./privacy-actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("profile"))("title") };
}

/** What the club knows of the member, and what the member decides. */
export default async function ProfilePage({ params }: { params: Promise<{ program: string }> }) {
  const { ctx, program, memberId } = await requireMember((await params).program);
  const [locale, t, words, push, member] = await Promise.all([
    getLocale(),
    getTranslations("profile"),
    getTranslations("privacy"),
    getTranslations("push"),
    readMember(ctx, memberId),
  ]);
  const [consents, devices, choices, left] = await Promise.all([
    listConsents(ctx, memberId, locale),
    listDevices(ctx, memberId),
    readPushChoices(ctx.programId, memberId),
    previewErasure(ctx, memberId),
  ]);
  const keys = vapidKeys();
  const joined = formatTime(member.joinedAt, "date", { locale, timeZone: program.timeZone });
  return (
    <div className="mx-auto max-w-xl">
      <h1 className="text-2xl">{t("title")}</h1>
      <p className="mt-1 text-ink-2 text-md">{t("since", { day: joined })}</p>
      <ClientMessages namespaces={["entry", "profile", "privacy", "push"]}>
        <div className="mt-6 flex flex-col gap-8 [&>section+section]:border-t [&>section+section]:pt-7">
          <WalletSection title={t("details")}>
            <DetailsForm
              program={program.slug}
              name={member.name}
              phone={member.phone}
              birthday={member.birthday}
              save={saveProfile}
            />
            <EmailForm
              program={program.slug}
              email={member.email}
              ask={askForEmailChange}
              confirm={changeEmail}
            />
          </WalletSection>
          <WalletSection title={t("consents")}>
            <ConsentSwitches program={program.slug} consents={consents} choose={saveConsent} />
            <ConsentHistory program={program.slug} timeZone={program.timeZone} read={readConsentHistory} />
          </WalletSection>
          {keys !== null && (
            <WalletSection title={push("title")}>
              <PushSettings
                program={program.slug}
                publicKey={keys.publicKey}
                kinds={PUSH_KINDS}
                choices={choices}
                subscribe={turnPushesOn}
                unsubscribe={turnPushesOff}
                choose={choosePushKind}
              />
            </WalletSection>
          )}
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
            <PasswordForm
              program={program.slug}
              email={member.email}
              hasPassword={member.hasPassword}
              minLength={MIN_PASSWORD}
              change={changePassword}
            />
          </WalletSection>
          <WalletSection title={words("devices")}>
            <DeviceList
              program={program.slug}
              timeZone={program.timeZone}
              devices={devices}
              signOut={endDevice}
              signOutOthers={endOtherDevices}
            />
          </WalletSection>
          <WalletSection title={words("data")}>
            <YourData program={program.slug} programName={program.name} />
          </WalletSection>
          <WalletSection title={t("signOut")}>
            <p className="mt-1 mb-4 text-base text-ink-2">{t("signOutText")}</p>
            <SignOutButton program={program.slug} label={t("signOut")} />
          </WalletSection>
          <WalletSection title={words("leave")}>
            <LeaveClub
              program={program.slug}
              programName={program.name}
              pointName={program.pointType.name}
              email={member.email}
              hasPassword={member.hasPassword}
              preview={left}
              leave={leaveClub}
              sendCode={sendLeaveCode}
              leaveWithCode={leaveClubWithCode}
            />
          </WalletSection>
        </div>
      </ClientMessages>
    </div>
  );
}
