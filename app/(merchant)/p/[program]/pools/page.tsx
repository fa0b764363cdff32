import { HandCoins } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { listAddress } from "@/components/merchant/list-address";
import { NoAccess } from "@/components/merchant/no-access";
import { POOL_KIND_WORDS, POOL_STATE_WORDS } from "@/components/merchant/pools/pool-words";
import { StateChip } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Figure, Time } from "@/components/ui/figures";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { SearchInput } from "@/components/ui/search-input";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { toTypeId } from "@/lib/core/ids";
import { listPools } from "@/lib/pools";
import { POOL_STATES } from "@/lib/pools/schema";

export const metadata: Metadata = { title: "Pools" };

const PAGE_SIZE = 50;
const one = z.string().max(200).optional().catch(undefined);
const search = z.object({ q: one, state: z.enum(POOL_STATES).optional().catch(undefined), cursor: one });

export default async function PoolsPage({
  params,
  searchParams,
}: {
  params: Promise<{ program: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { ctx, program } = await requireMerchant((await params).program);
  if (!can(ctx.actor, "wallet:read")) return <NoAccess permission="wallet:read" />;
  const filter = search.parse(await searchParams);
  const { q, state, cursor } = filter;
  const page = await listPools(ctx, { q, state, cursor, limit: PAGE_SIZE });
  const path = `/p/${program.slug}/pools`;
  const address = (changes: Record<string, string | undefined>) => listAddress(path, filter, changes);
  const { locale } = program;
  return (
    <>
      <PageHeader
        title="Pools"
        description={`Households and teams that share their ${program.pointType.name}`}
      />
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <SearchInput label="Search pools" placeholder="Beginning of a name" className="w-full sm:w-72" />
        <SegmentedLinks
          label="State"
          items={[
            { label: "All", href: address({ state: undefined }), current: !state },
            ...POOL_STATES.map((value) => ({
              label: POOL_STATE_WORDS[value].label,
              href: address({ state: value }),
              current: state === value,
            })),
          ]}
        />
      </div>
      <div className="overflow-hidden rounded-lg border bg-surface">
        <DataTable
          caption="Pools"
          rows={page.items}
          rowKey={(pool) => pool.poolId}
          rowHref={(pool) => `${path}/${toTypeId("pool", pool.poolId)}`}
          columns={[
            {
              key: "name",
              header: "Pool",
              cell: (pool) => (
                <span className="block min-w-0">
                  <span className="block max-w-[44vw] truncate font-medium sm:max-w-80">{pool.name}</span>
                  <span className="block text-ink-3 text-xs">
                    {POOL_KIND_WORDS[pool.kind]} · run by {pool.ownerName}
                  </span>
                </span>
              ),
            },
            {
              key: "members",
              header: "Members",
              align: "end",
              hideBelow: "sm",
              cell: (pool) => <Figure value={pool.members} locale={locale} />,
            },
            {
              key: "created",
              header: "Founded",
              hideBelow: "md",
              cell: (pool) => (
                <Time at={pool.createdAt} formats={program} timeStyle="date" className="text-ink-2" />
              ),
            },
            {
              key: "state",
              header: "State",
              hideBelow: "sm",
              cell: (pool) => (
                <StateChip tone={POOL_STATE_WORDS[pool.state].tone}>
                  {POOL_STATE_WORDS[pool.state].label}
                </StateChip>
              ),
            },
            {
              key: "available",
              header: "Balance",
              align: "end",
              cell: (pool) => <Figure value={pool.available} locale={locale} className="font-semibold" />,
            },
          ]}
          empty={
            q || state ? (
              <EmptyState
                title="No pool fits"
                icon={<HandCoins aria-hidden="true" />}
                action={<ButtonLink href={path}>Show all pools</ButtonLink>}
              >
                The search looks at the beginnings of names.
              </EmptyState>
            ) : (
              <EmptyState title="No pools yet" icon={<HandCoins aria-hidden="true" />}>
                {program.ledgerPolicy.pools.enabled
                  ? "Members found them in their wallet, and invite each other by card number or e-mail."
                  : "The program’s settings decide whether members may share points in pools."}
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
