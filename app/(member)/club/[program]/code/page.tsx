import { MailWarning } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/member/client-messages";
import { LanguageSwitch } from "@/components/member/language-switch";
import { WalletLink } from "@/components/member/wallet-link";
import { AuthFrame } from "@/components/site/auth-frame";
import { CodeForm } from "@/components/site/code-form";
import { Notice } from "@/components/ui/notice";
import { safeNext } from "@/lib/auth/safe-next";
import { currentMember } from "@/lib/auth/session";
import { fromTypeId, toTypeId } from "@/lib/core/ids";
import { readPendingCode } from "@/lib/email-codes";
import { mailIsSent } from "@/lib/mail";
import { chooseLanguage } from "../choose-language";
import { clubProgram } from "../club-program";
import { enter, resend } from "./actions";

type Props = {
  params: Promise<{ program: string }>;
  searchParams: Promise<{ id?: string | string[]; next?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("entry"))("codeTitle"), robots: { index: false } };
}

/** Where the code from the mail is typed, whatever it was asked for. */
export default async function CodePage({ params, searchParams }: Props) {
  const program = await clubProgram((await params).program);
  const { id, next } = await searchParams;
  const home = `/club/${program.slug}`;
  const target = safeNext(typeof next === "string" ? next : undefined, home);
  if ((await currentMember(program.programId)) !== null) redirect(target);
  const codeId = typeof id === "string" ? fromTypeId("code", id) : null;
  const pending = codeId === null ? null : await readPendingCode(program.programId, codeId);
  if (pending === null || pending.purpose === "change_email") redirect(`${home}/sign-in`);
  const t = await getTranslations("entry");
  const start = pending.purpose === "join" ? `${home}/join` : `${home}/sign-in/code`;
  return (
    <AuthFrame
      id={program.programId}
      hue={program.brandHue}
      logo={program.brand.logo}
      home={home}
      owner={program.name}
      title={t("codeTitle")}
      description={t.rich("codeDescription", {
        email: pending.email,
        address: (words) => (
          <bdi dir="ltr" className="wrap-anywhere font-medium text-ink">
            {words}
          </bdi>
        ),
      })}
      foot={
        <>
          <WalletLink href={start} className="font-medium text-accent-ink underline underline-offset-2">
            {t("startAgain")}
          </WalletLink>
          <LanguageSwitch choose={chooseLanguage} className="mt-5" />
        </>
      }
    >
      {!mailIsSent() && (
        <Notice icon={<MailWarning aria-hidden="true" />} className="mb-5">
          {t("keptNotice")}
        </Notice>
      )}
      <ClientMessages namespaces={["common", "entry"]}>
        <CodeForm
          enter={enter}
          resend={resend}
          program={program.slug}
          codeId={toTypeId("code", pending.codeId)}
          next={target}
          resendAt={pending.resendAt}
        />
      </ClientMessages>
    </AuthFrame>
  );
}
