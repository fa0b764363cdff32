import { ChevronRight, PackageOpen } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { BackLink } from "@/components/member/back-link";
import { pointWords } from "@/components/member/point-words";
import { OrderBadge } from "@/components/member/redemptions/order-badge";
import { WalletLink } from "@/components/member/wallet-link";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { formatMoney, formatTime } from "@/components/ui/format";
import { Pagination } from "@/components/ui/pagination";
import { requireMember } from "@/lib/auth/session";
import { readFromCursor } from "@/lib/core/cursor";
import { toTypeId } from "@/lib/core/ids";
import { listRedemptions } from "@/lib/redemptions";
import { nameFor } from "@/lib/redemptions/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("redemptions"))("orders") };
}

const PAGE_SIZE = 20;
const search = z.object({ after: z.string().max(512).optional().catch(undefined) });

type Props = {
  params: Promise<{ program: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Everything that the member has redeemed points for, the newest first. */
export default async function OrdersPage({ params, searchParams }: Props) {
  const { ctx, program } = await requireMember((await params).program);
  const { after } = search.parse(await searchParams);
  const locale = await getLocale();
  const [t, vouchers, rewards, common, page] = await Promise.all([
    getTranslations("redemptions"),
    getTranslations("vouchers"),
    getTranslations("rewards"),
    getTranslations("common"),
    readFromCursor(after, (cursor) => listRedemptions(ctx, { limit: PAGE_SIZE, cursor })),
  ]);
  const points = pointWords(common, locale, program.pointType.name);
  const path = `/club/${program.slug}/orders`;
  return (
    <div className="mx-auto max-w-xl">
      <BackLink href={`/club/${program.slug}/vouchers`}>{vouchers("title")}</BackLink>
      <h1 className="text-2xl">{t("orders")}</h1>
      <p className="mt-1 text-pretty text-base text-ink-2">{t("ordersIntro")}</p>
      {page.items.length === 0 ? (
        <EmptyState
          title={t("noOrders")}
          icon={<PackageOpen aria-hidden="true" />}
          action={
            <ButtonLink href={`/club/${program.slug}/rewards`} prefetch={false}>
              {rewards("back")}
            </ButtonLink>
          }
        >
          {t("noOrdersText")}
        </EmptyState>
      ) : (
        <ul className="mt-4 divide-y border-y">
          {page.items.map((order) => (
            <li key={order.redemptionId}>
              <WalletLink
                href={`${path}/${toTypeId("red", order.redemptionId)}`}
                className="flex items-center gap-4 py-3.5 hover:bg-hover"
              >
                <span className="min-w-0 flex-1">
                  <span className="block break-words font-medium text-md">
                    <bdi>{nameFor(order.reward, locale)}</bdi>
                  </span>
                  <span className="mt-0.5 block text-ink-3 text-sm">
                    {[
                      formatTime(order.createdAt, "date", { locale, timeZone: program.timeZone }),
                      order.points > 0 && points.amount(order.points),
                      order.amountMinor > 0 && formatMoney(order.amountMinor, program.currency, locale),
                    ]
                      .filter(Boolean)
                      .join(" · ")}
                  </span>
                </span>
                <OrderBadge order={order} />
                <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-ink-3 rtl:-scale-x-100" />
              </WalletLink>
            </li>
          ))}
        </ul>
      )}
      <Pagination
        firstHref={after === undefined ? null : path}
        nextHref={page.nextCursor === null ? null : `${path}?after=${page.nextCursor}`}
      />
    </div>
  );
}
