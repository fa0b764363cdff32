import { Ban } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BackLink } from "@/components/member/back-link";
import { ClientMessages } from "@/components/member/client-messages";
import { pointWords } from "@/components/member/point-words";
import { SendPoints } from "@/components/member/send-points";
import { WalletLink } from "@/components/member/wallet-link";
import { EmptyState } from "@/components/ui/empty-state";
import { requireMember } from "@/lib/auth/session";
import { readTransferStanding } from "@/lib/transfers";
import { MAX_MESSAGE } from "@/lib/transfers/schema";
import { readWallet } from "@/lib/wallet";
import { titleWithPoints } from "../../title-with-points";
import { lookAtTransfer, sendToMember } from "./actions";

export async function generateMetadata({
  params,
}: {
  params: Promise<{ program: string }>;
}): Promise<Metadata> {
  return { title: await titleWithPoints("send", (await params).program) };
}

/** Points for another member: whom, how many, a look at both, and gone. */
export default async function SendPage({ params }: { params: Promise<{ program: string }> }) {
  const { ctx, program, memberId } = await requireMember((await params).program);
  const [locale, t, common, tabs, wallet, standing] = await Promise.all([
    getLocale(),
    getTranslations("send"),
    getTranslations("common"),
    getTranslations("wallet"),
    readWallet(ctx, memberId),
    readTransferStanding(ctx, memberId),
  ]);
  const { name } = pointWords(common, locale, program.pointType.name);
  const path = `/club/${program.slug}/send`;
  if (!standing.enabled || standing.bar.sending) {
    return (
      <EmptyState
        headingLevel={1}
        title={<span className="inline-block first-letter:uppercase">{t("off", { name })}</span>}
        icon={<Ban aria-hidden="true" />}
      >
        {standing.enabled
          ? t("barred", { program: program.name })
          : t("notOffered", { program: program.name, name })}
      </EmptyState>
    );
  }
  return (
    <div className="mx-auto max-w-xl">
      <BackLink href={`/club/${program.slug}`}>{tabs("tabs.card")}</BackLink>
      <h1 className="text-2xl first-letter:uppercase">{t("title", { name })}</h1>
      <p className="mt-1 text-pretty text-base text-ink-2">{t("intro", { program: program.name })}</p>
      <ClientMessages namespaces={["common", "send"]}>
        <SendPoints
          program={program.slug}
          pointName={program.pointType.name}
          available={wallet.available}
          allowance={standing.allowance}
          maxMessage={MAX_MESSAGE}
          preview={lookAtTransfer}
          send={sendToMember}
        />
      </ClientMessages>
      <p className="mt-8 border-t pt-5 text-base">
        <WalletLink href={`${path}/blocked`} className="font-medium text-accent-ink">
          {t("blocked")}
        </WalletLink>
      </p>
    </div>
  );
}
