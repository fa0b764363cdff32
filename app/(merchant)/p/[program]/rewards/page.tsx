import { Gift, Plus } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { listAddress } from "@/components/merchant/list-address";
import { NoAccess } from "@/components/merchant/no-access";
import { FilterSelect } from "@/components/merchant/rewards/filter-select";
import { LowStockNotice } from "@/components/merchant/rewards/low-stock-notice";
import { ProposalsNotice } from "@/components/merchant/rewards/proposals-notice";
import { RewardTable } from "@/components/merchant/rewards/reward-table";
import { STATE_WORDS } from "@/components/merchant/rewards/reward-words";
import { RewardsTabs } from "@/components/merchant/rewards/rewards-tabs";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { SearchInput } from "@/components/ui/search-input";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { fromTypeId, toTypeId } from "@/lib/core/ids";
import { listSuppliers } from "@/lib/partners";
import { listCategories, listLow, listRewards } from "@/lib/rewards";
import { REWARD_STATES } from "@/lib/rewards/schema";
import { archive, duplicate, order, publish, unpublish } from "./actions";

export const metadata: Metadata = { title: "Rewards" };

const PAGE_SIZE = 25;
/** The list has the rest. */
const SHOWN_PROPOSALS = 5;
const one = z.string().max(512).optional().catch(undefined);
const search = z.object({
  q: one,
  state: z
    .enum([...REWARD_STATES, "proposed"])
    .optional()
    .catch(undefined),
  category: one,
  partner: one,
  cursor: one,
});

type Props = {
  params: Promise<{ program: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The catalogue: what members can have for their points. */
export default async function RewardsPage({ params, searchParams }: Props) {
  const { ctx, program } = await requireMerchant((await params).program);
  if (!can(ctx.actor, "rewards:read")) return <NoAccess permission="rewards:read" />;
  const filter = search.parse(await searchParams);
  const { q, state, category, cursor } = filter;
  const partnerId =
    filter.partner === undefined ? undefined : (fromTypeId("org", filter.partner) ?? undefined);
  // What partners propose is told to those who can decide on it.
  const mayWrite = can(ctx.actor, "rewards:write");
  const stands = state === "proposed" ? { onlyWaiting: true } : { state };
  const [page, proposals, categories, partners, low] = await Promise.all([
    listRewards(ctx, { q, ...stands, category, partnerId, cursor, limit: PAGE_SIZE }),
    mayWrite ? listRewards(ctx, { onlyWaiting: true, limit: SHOWN_PROPOSALS }) : null,
    listCategories(ctx),
    listSuppliers(ctx),
    listLow(ctx),
  ]);
  const path = `/p/${program.slug}/rewards`;
  const address = (changes: Record<string, string | undefined>) => listAddress(path, filter, changes);
  const isFiltered =
    q !== undefined || state !== undefined || category !== undefined || filter.partner !== undefined;
  const newReward = mayWrite && (
    <ButtonLink href={`${path}/new`} variant="primary">
      <Plus aria-hidden="true" />
      New reward
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title="Rewards"
        description={`What ${program.pointType.name} buy in ${program.name}`}
        actions={newReward}
      />
      <RewardsTabs program={program.slug} current="catalogue" />
      <ProposalsNotice program={program.slug} proposals={proposals?.items ?? []} className="mb-4" />
      <LowStockNotice program={program} {...low} className="mb-4" />
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <SearchInput label="Search rewards" placeholder="Name of a reward" className="w-full sm:w-72" />
        <SegmentedLinks
          label="State"
          items={[
            { label: "All", href: address({ state: undefined }), current: !state },
            ...REWARD_STATES.map((value) => ({
              label: STATE_WORDS[value].label,
              href: address({ state: value }),
              current: state === value,
            })),
            ...((proposals !== null && proposals.items.length > 0) || state === "proposed"
              ? [
                  {
                    label: "Proposed",
                    href: address({ state: "proposed" }),
                    current: state === "proposed",
                  },
                ]
              : []),
          ]}
        />
        {categories.length > 0 && (
          <FilterSelect
            label="Category"
            parameter="category"
            all="All categories"
            options={categories.map(({ code, name }) => ({ value: code, label: name }))}
          />
        )}
        {partners.length > 0 && (
          <FilterSelect
            label="Partner"
            parameter="partner"
            all="All partners"
            options={partners.map(({ partnerId: id, name }) => ({ value: toTypeId("org", id), label: name }))}
          />
        )}
      </div>
      <div className="overflow-hidden rounded-lg border bg-surface">
        <RewardTable
          rewards={page.items}
          program={{ ...program, pointName: program.pointType.name }}
          categories={new Map(categories.map(({ code, name }) => [code, name]))}
          {...(mayWrite && { actions: { publish, unpublish, archive, duplicate, order } })}
          empty={
            isFiltered ? (
              <EmptyState
                title="No reward fits"
                icon={<Gift aria-hidden="true" />}
                action={<ButtonLink href={path}>Show all rewards</ButtonLink>}
              >
                The search looks for a part of the name or the summary.
              </EmptyState>
            ) : (
              <EmptyState
                title="No rewards yet"
                icon={<Gift aria-hidden="true" />}
                action={newReward}
                example={`“A coffee of your choice” for 150 ${program.pointType.name}, with a code that your tills take once`}
              >
                A reward is what members get for their {program.pointType.name}: a voucher, a thing, money
                off, a good deed. It is a draft until you publish it.
              </EmptyState>
            )
          }
        />
        <Pagination
          firstHref={cursor ? address({}) : null}
          nextHref={page.nextCursor && address({ cursor: page.nextCursor })}
        />
      </div>
    </>
  );
}
