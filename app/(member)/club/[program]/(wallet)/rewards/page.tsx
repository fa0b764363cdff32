import { Gift } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { pointWords } from "@/components/member/point-words";
import { CatalogueFilters } from "@/components/member/rewards/catalogue-filters";
import { RewardCard } from "@/components/member/rewards/reward-card";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { requireMember } from "@/lib/auth/session";
import { browseRewards } from "@/lib/flows/browse-rewards";
import { spokenLanguage } from "@/lib/i18n/locales";
import { listOfferedCategories } from "@/lib/rewards";
import { OFFER_SORTS } from "@/lib/rewards/schema";
import { readWallet } from "@/lib/wallet";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rewards"))("title") };
}

const PAGE_SIZE = 24;
/** So many are seen when the page opens: their pictures are not put off. */
const SEEN_AT_ONCE = 4;
const one = z.string().max(512).optional().catch(undefined);
const search = z.object({
  q: one,
  category: one,
  sort: z.enum(OFFER_SORTS).optional().catch(undefined),
  only: z.enum(["ready"]).optional().catch(undefined),
  cursor: one,
});

type Props = {
  params: Promise<{ program: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** What the member can have for points, and how far off the rest is. */
export default async function RewardsPage({ params, searchParams }: Props) {
  const { ctx, program, memberId } = await requireMember((await params).program);
  const filter = search.parse(await searchParams);
  const [locale, t, common] = await Promise.all([
    getLocale(),
    getTranslations("rewards"),
    getTranslations("common"),
  ]);
  const language = spokenLanguage(locale);
  const [page, categories, wallet] = await Promise.all([
    browseRewards(ctx, { memberId, language }, { ...filter, limit: PAGE_SIZE }),
    listOfferedCategories(ctx, language),
    readWallet(ctx, memberId),
  ]);
  const { currency, timeZone, brandHue } = program;
  const formats = { locale, currency, timeZone };
  const points = pointWords(common, locale, program.pointType.name);
  const path = `/club/${program.slug}/rewards`;
  const address = (changes: Record<string, string | undefined>) => {
    const query = Object.entries({ ...filter, cursor: undefined, ...changes }).flatMap(([name, value]) =>
      value ? [[name, value]] : [],
    );
    return query.length === 0 ? path : `${path}?${new URLSearchParams(query)}`;
  };
  const isFiltered = filter.q !== undefined || filter.category !== undefined || filter.only !== undefined;
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h1 className="text-2xl">{t("title")}</h1>
        <p className="text-base text-ink-2">{t("balance", { amount: points.amount(wallet.available) })}</p>
      </div>
      {(page.items.length > 0 || isFiltered) && (
        <CatalogueFilters categories={categories} filter={filter} address={address} />
      )}
      {page.items.length === 0 ? (
        <EmptyState
          title={t(isFiltered ? "noneFound" : "none")}
          icon={<Gift aria-hidden="true" />}
          action={isFiltered && <ButtonLink href={path}>{t("showAll")}</ButtonLink>}
        >
          {isFiltered ? t("noneFoundText") : t("noneText", { name: points.name })}
        </EmptyState>
      ) : (
        <ul className="mt-4 grid grid-cols-2 gap-3 sm:grid-cols-3 sm:gap-4">
          {page.items.map((offer, place) => (
            <li key={offer.id}>
              <RewardCard
                offer={offer}
                href={`${path}/${offer.id}`}
                brandHue={brandHue}
                formats={formats}
                pointName={program.pointType.name}
                priority={place < SEEN_AT_ONCE}
              />
            </li>
          ))}
        </ul>
      )}
      <div className="mt-4">
        <Pagination
          firstHref={filter.cursor ? address({}) : null}
          nextHref={page.nextCursor && address({ cursor: page.nextCursor })}
        />
      </div>
    </>
  );
}
