import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/member/client-messages";
import { LanguageSwitch } from "@/components/member/language-switch";
import { pointWords } from "@/components/member/point-words";
import { WalletLink } from "@/components/member/wallet-link";
import { AuthFrame } from "@/components/site/auth-frame";
import { JoinForm } from "@/components/site/join-form";
import { currentMember } from "@/lib/auth/session";
import { readPurposes, wordingOf } from "@/lib/consents";
import { readPublicReferrals } from "@/lib/referrals";
import { chooseLanguage } from "../choose-language";
import { clubProgram } from "../club-program";
import { join } from "./actions";

type Props = {
  params: Promise<{ program: string }>;
  searchParams: Promise<{ ref?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await clubProgram((await params).program);
  return { title: (await getTranslations("entry"))("joinTitle", { program: name }) };
}

/** Where people become members by themselves: name, e-mail, what they agree to; the code that follows lets them in. */
export default async function JoinPage({ params, searchParams }: Props) {
  const program = await clubProgram((await params).program);
  const { ref } = await searchParams;
  const referral = typeof ref === "string" && ref !== "" ? ref.slice(0, 32) : null;
  const home = `/club/${program.slug}`;
  if ((await currentMember(program.programId)) !== null) redirect(home);
  const [t, locale, purposes, referrals] = await Promise.all([
    getTranslations("entry"),
    getLocale(),
    readPurposes(program.programId),
    referral === null ? null : readPublicReferrals(program.programId),
  ]);
  const points = pointWords(await getTranslations("common"), locale, program.pointType.name);
  const invited = referrals !== null && referrals.refereePoints > 0;
  return (
    <AuthFrame
      id={program.programId}
      hue={program.brandHue}
      logo={program.brand.logo}
      home={home}
      owner={program.name}
      title={t("joinTitle", { program: program.name })}
      description={
        invited
          ? t("invited", { points: points.amount(referrals.refereePoints) })
          : t("joinDescription", { points: points.name })
      }
      foot={
        <>
          {t.rich("memberAlready", {
            link: (words) => (
              <WalletLink
                href={`${home}/sign-in`}
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
      <ClientMessages namespaces={["common", "entry"]}>
        <JoinForm
          action={join}
          program={program.slug}
          clubName={program.name}
          referral={referral}
          purposes={purposes.map((purpose) => ({ code: purpose.code, ...wordingOf(purpose, locale) }))}
        />
      </ClientMessages>
    </AuthFrame>
  );
}
