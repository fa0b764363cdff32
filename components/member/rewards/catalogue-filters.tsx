import { useTranslations } from "next-intl";
import { SearchInput } from "@/components/ui/search-input";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import { OFFER_SORTS, type OfferSort } from "@/lib/rewards/schema";

type Filter = { category?: string | undefined; sort?: OfferSort | undefined; only?: "ready" | undefined };

/** Search, categories and order of the catalogue; all of it lives in the address. */
export function CatalogueFilters({
  categories,
  filter: { category, sort = "recommended", only },
  address,
}: {
  categories: { code: string; name: string }[];
  filter: Filter;
  /** The same page with some of its parameters changed. */
  address: (changes: Record<string, string | undefined>) => string;
}) {
  const t = useTranslations("rewards");
  return (
    <div className="mt-3 flex flex-col gap-2.5">
      <SearchInput label={t("search")} clearLabel={t("clearSearch")} className="w-full sm:w-80" />
      <div className="flex flex-wrap gap-2">
        <SegmentedLinks
          label={t("categories")}
          items={[
            {
              href: address({ category: undefined, only: undefined }),
              label: t("all"),
              current: category === undefined && only === undefined,
            },
            {
              href: address({ only: only === undefined ? "ready" : undefined }),
              label: t("onlyReady"),
              current: only === "ready",
            },
            ...categories.map(({ code, name }) => ({
              href: address({ category: category === code ? undefined : code }),
              label: name,
              current: category === code,
            })),
          ]}
        />
        <SegmentedLinks
          label={t("sort")}
          items={OFFER_SORTS.map((each) => ({
            href: address({ sort: each === "recommended" ? undefined : each }),
            label: t(`sorts.${each}`),
            current: sort === each,
          }))}
        />
      </div>
    </div>
  );
}
