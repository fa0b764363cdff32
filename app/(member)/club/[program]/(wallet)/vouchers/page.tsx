import { Ticket } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BackLink } from "@/components/member/back-link";
import { soonestFirst } from "@/components/member/benefits/soonest-first";
import { PastVouchers, VoucherList } from "@/components/member/benefits/voucher-list";
import { WalletLink } from "@/components/member/wallet-link";
import { WalletSection } from "@/components/member/wallet-section";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { requireMember } from "@/lib/auth/session";
import { listVouchers } from "@/lib/benefits";
import { nameInLanguage } from "@/lib/redemptions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("vouchers"))("title") };
}

/** As many as anybody has at once; of those that are over, the latest. */
const USABLE = 100;
const OVER = 50;

/** The member's vouchers: those that can be used with their codes, then what became of the others. */
export default async function VouchersPage({ params }: { params: Promise<{ program: string }> }) {
  const { ctx, program, memberId } = await requireMember((await params).program);
  const [locale, t, wallet, orders, rewards, usable, latest] = await Promise.all([
    getLocale(),
    getTranslations("vouchers"),
    getTranslations("wallet"),
    getTranslations("redemptions"),
    getTranslations("rewards"),
    listVouchers(ctx, memberId, { state: "issued", limit: USABLE }),
    listVouchers(ctx, memberId, { limit: OVER }),
  ]);
  const formats = { locale, timeZone: program.timeZone };
  const path = `/club/${program.slug}/vouchers`;
  const [toUse, over] = await Promise.all([
    nameInLanguage(ctx, soonestFirst(usable.items), locale),
    nameInLanguage(
      ctx,
      latest.items.filter(({ state }) => state !== "issued"),
      locale,
    ),
  ]);
  return (
    <div className="mx-auto max-w-xl">
      <BackLink href={`/club/${program.slug}`}>{wallet("tabs.card")}</BackLink>
      <div className="flex items-baseline justify-between gap-4">
        <h1 className="text-2xl">{t("title")}</h1>
        <WalletLink
          href={`/club/${program.slug}/orders`}
          className="inline-flex min-h-11 items-center font-medium text-accent-ink text-base"
        >
          {orders("orders")}
        </WalletLink>
      </div>
      <p className="mt-1 text-pretty text-base text-ink-2">{t("intro")}</p>
      {toUse.length === 0 ? (
        <EmptyState
          title={t("none")}
          icon={<Ticket aria-hidden="true" />}
          action={
            <ButtonLink href={`/club/${program.slug}/rewards`} prefetch={false}>
              {rewards("back")}
            </ButtonLink>
          }
        >
          {t("noneText")}
        </EmptyState>
      ) : (
        <WalletSection title={t("toUse")} className="mt-6">
          <VoucherList vouchers={toUse} formats={formats} path={path} />
        </WalletSection>
      )}
      {over.length > 0 && (
        <WalletSection title={t("over")} className="mt-8">
          <PastVouchers vouchers={over} formats={formats} path={path} />
        </WalletSection>
      )}
    </div>
  );
}
