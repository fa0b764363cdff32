import { Download, PackageCheck } from "lucide-react";
import type { Metadata } from "next";
import { listAddress } from "@/components/merchant/list-address";
import { NoAccess } from "@/components/merchant/no-access";
import { RedemptionTable } from "@/components/merchant/redemptions/redemption-table";
import { REDEMPTION_WORDS } from "@/components/merchant/redemptions/redemption-words";
import { FilterSelect } from "@/components/merchant/rewards/filter-select";
import { RewardsTabs } from "@/components/merchant/rewards/rewards-tabs";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { SearchInput } from "@/components/ui/search-input";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { toTypeId } from "@/lib/core/ids";
import { readMembers } from "@/lib/members";
import { listSuppliers } from "@/lib/partners";
import { listRedemptions } from "@/lib/redemptions";
import { REDEMPTION_STAGES } from "@/lib/redemptions/schema";
import { listRewards } from "@/lib/rewards";
import { filterOf, redemptionSearch } from "./filter";

export const metadata: Metadata = { title: "Redemptions" };

const PAGE_SIZE = 25;
/** Rewards to choose from; more are found by the search. */
const REWARDS_SHOWN = 100;

type Props = {
  params: Promise<{ program: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** What members have redeemed, and what is still to be fulfilled. */
export default async function RedemptionsPage({ params, searchParams }: Props) {
  const { ctx, program } = await requireMerchant((await params).program);
  if (!can(ctx.actor, "redemptions:read")) return <NoAccess permission="redemptions:read" />;
  const search = redemptionSearch.parse(await searchParams);
  const { q, stage, reward, partner, cursor } = search;
  const [page, rewards, suppliers] = await Promise.all([
    listRedemptions(ctx, { ...filterOf(search), cursor, limit: PAGE_SIZE }),
    listRewards(ctx, { limit: REWARDS_SHOWN }),
    listSuppliers(ctx),
  ]);
  const memberIds = page.items.flatMap(({ memberId }) => memberId ?? []);
  const members = can(ctx.actor, "members:read") ? await readMembers(ctx, [...new Set(memberIds)]) : [];
  const path = `/p/${program.slug}/rewards/redemptions`;
  const address = (changes: Record<string, string | undefined>) => listAddress(path, search, changes);
  const isFiltered = [q, stage, reward, partner].some((value) => value !== undefined);
  return (
    <>
      <PageHeader
        title="Redemptions"
        description={`What members have had for their ${program.pointType.name}`}
        actions={
          <ButtonLink href={listAddress(`${path}/csv`, { q, stage, reward, partner })} prefetch={false}>
            <Download aria-hidden="true" />
            CSV
          </ButtonLink>
        }
      />
      <RewardsTabs program={program.slug} current="redemptions" />
      <SegmentedLinks
        label="State"
        className="mb-2"
        items={[
          { label: "All", href: address({ stage: undefined }), current: !stage },
          ...REDEMPTION_STAGES.map((value) => ({
            label: REDEMPTION_WORDS[value].label,
            href: address({ stage: value }),
            current: stage === value,
          })),
        ]}
      />
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <SearchInput
          label="Search redemptions"
          placeholder="Member, code or reference"
          className="w-full sm:w-60"
        />
        <FilterSelect
          label="Reward"
          parameter="reward"
          all="All rewards"
          options={rewards.items.map(({ id, name }) => ({ value: id, label: name }))}
        />
        {suppliers.length > 0 && (
          <FilterSelect
            label="Partner"
            parameter="partner"
            all="All partners"
            options={suppliers.map(({ partnerId, name }) => ({
              value: toTypeId("org", partnerId),
              label: name,
            }))}
          />
        )}
      </div>
      <div className="overflow-hidden rounded-lg border bg-surface">
        <RedemptionTable
          redemptions={page.items}
          names={new Map(members.map(({ memberId, name }) => [memberId, name]))}
          path={path}
          formats={program}
          empty={
            isFiltered ? (
              <EmptyState
                title="No redemption fits"
                icon={<PackageCheck aria-hidden="true" />}
                action={<ButtonLink href={path}>Show all redemptions</ButtonLink>}
              >
                The search looks for members, for codes of vouchers, and for references as they were given.
              </EmptyState>
            ) : (
              <EmptyState title="Nothing redeemed yet" icon={<PackageCheck aria-hidden="true" />}>
                When members redeem their {program.pointType.name}, it is here within the second, with
                everything that is still to be fulfilled.
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
