import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/member/client-messages";
import { LanguageSwitch } from "@/components/member/language-switch";
import { WalletLink } from "@/components/member/wallet-link";
import { AskCodeForm } from "@/components/site/ask-code-form";
import { AuthFrame } from "@/components/site/auth-frame";
import { safeNext } from "@/lib/auth/safe-next";
import { currentMember } from "@/lib/auth/session";
import { chooseLanguage } from "../../choose-language";
import { clubProgram } from "../../club-program";
import { askForCode } from "./actions";

type Props = {
  params: Promise<{ program: string }>;
  searchParams: Promise<{ next?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("entry"))("byCodeTitle") };
}

/** The door for members without a password, or who have forgotten it. */
export default async function CodeSignInPage({ params, searchParams }: Props) {
  const program = await clubProgram((await params).program);
  const { next } = await searchParams;
  const home = `/club/${program.slug}`;
  const target = safeNext(typeof next === "string" ? next : undefined, home);
  if ((await currentMember(program.programId)) !== null) redirect(target);
  const t = await getTranslations("entry");
  const back = target === home ? "" : `?next=${encodeURIComponent(target)}`;
  return (
    <AuthFrame
      id={program.programId}
      hue={program.brandHue}
      logo={program.brand.logo}
      home={home}
      owner={program.name}
      title={t("byCodeTitle")}
      description={t("byCodeDescription")}
      foot={
        <>
          <WalletLink
            href={`${home}/sign-in${back}`}
            className="font-medium text-accent-ink underline underline-offset-2"
          >
            {t("byPassword")}
          </WalletLink>
          <LanguageSwitch choose={chooseLanguage} className="mt-5" />
        </>
      }
    >
      <ClientMessages namespaces={["common", "entry"]}>
        <AskCodeForm action={askForCode} program={program.slug} next={target} />
      </ClientMessages>
    </AuthFrame>
  );
}
