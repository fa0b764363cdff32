import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { LanguageSwitch } from "@/components/member/language-switch";
import { WalletLink } from "@/components/member/wallet-link";
import { AuthFrame } from "@/components/site/auth-frame";
import { SignInForm } from "@/components/site/sign-in-form";
import { ButtonLink } from "@/components/ui/button-link";
import { formatTime } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import { safeNext } from "@/lib/auth/safe-next";
import { currentMember } from "@/lib/auth/session";
import { chooseLanguage } from "../choose-language";
import { clubProgram } from "../club-program";
import { signInToClub } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn"))("title") };
}

type Props = {
  params: Promise<{ program: string }>;
  /** `left`: the membership ends at this instant; empty: it has ended. */
  searchParams: Promise<{ next?: string | string[]; left?: string | string[] }>;
};

/** The door of a club's wallet. */
export default async function ClubSignInPage({ params, searchParams }: Props) {
  const program = await clubProgram((await params).program);
  const { next, left } = await searchParams;
  const [t, entry] = await Promise.all([getTranslations("signIn"), getTranslations("entry")]);
  const home = `/club/${program.slug}`;
  const target = safeNext(Array.isArray(next) ? next[0] : next, home);
  if ((await currentMember(program.programId)) !== null) redirect(target);
  return (
    <AuthFrame
      id={program.programId}
      hue={program.brandHue}
      logo={program.brand.logo}
      home={home}
      owner={program.name}
      title={t("title")}
      description={t("description")}
      foot={
        <>
          {t.rich("newHere", {
            program: program.name,
            join: (words) => (
              <WalletLink
                href={`${home}/join`}
                className="font-medium text-accent-ink underline underline-offset-2"
              >
                {words}
              </WalletLink>
            ),
          })}
          <LanguageSwitch choose={chooseLanguage} className="mt-5" />
        </>
      }
    >
      {typeof left === "string" && <LeftNotice left={left} timeZone={program.timeZone} />}
      <SignInForm
        action={signInToClub}
        words={{ email: t("email"), password: t("password"), submit: t("submit") }}
        next={target}
        program={program.slug}
      />
      <ButtonLink
        href={`${home}/sign-in/code${target === home ? "" : `?next=${encodeURIComponent(target)}`}`}
        size="lg"
        className="mt-3 w-full"
      >
        {entry("byCode")}
      </ButtonLink>
    </AuthFrame>
  );
}

/** Said to whoever has just asked to be forgotten. */
async function LeftNotice({ left, timeZone }: { left: string; timeZone: string }) {
  const [t, locale] = await Promise.all([getTranslations("privacy"), getLocale()]);
  const endsAt = new Date(left);
  const isAhead = !Number.isNaN(endsAt.getTime());
  return (
    <Notice tone="good" className="mb-4">
      {isAhead ? t("left", { day: formatTime(endsAt, "dateTime", { locale, timeZone }) }) : t("leftAtOnce")}
    </Notice>
  );
}
