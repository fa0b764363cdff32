import { Gift, Plus } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { listAddress } from "@/components/merchant/list-address";
import { supplierState } from "@/components/partner/proposal-words";
import { StockDialog } from "@/components/partner/stock-dialog";
import { StateChip } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { formatNumber } from "@/components/ui/format";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { SearchInput } from "@/components/ui/search-input";
import { requirePartner } from "@/lib/auth/session";
import { listRewards } from "@/lib/rewards";
import type { RewardSummary } from "@/lib/rewards/schema";
import { changeStock } from "./actions";

export const metadata: Metadata = { title: "Rewards" };

const PAGE_SIZE = 50;
const search = z.object({
  q: z.string().max(200).optional().catch(undefined),
  cursor: z.string().max(200).optional().catch(undefined),
});

/** What the company supplies, and how many of each are left. */
export default async function PartnerRewardsPage({
  params,
  searchParams,
}: {
  params: Promise<{ program: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { ctx, program } = await requirePartner((await params).program);
  if (!ctx.actor.parts.includes("REWARD_PARTNER")) notFound();
  const { q, cursor } = search.parse(await searchParams);
  const page = await listRewards(ctx, { q, cursor, limit: PAGE_SIZE });
  const path = `/partner/${program.slug}/rewards`;
  const propose = (
    <ButtonLink href={`${path}/new`} variant="primary">
      <Plus aria-hidden="true" />
      Propose a reward
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title="Rewards"
        description="What you supply, and how many are left"
        actions={
          <>
            <SearchInput label="Search rewards" className="w-full sm:w-64" />
            {propose}
          </>
        }
      />
      <Panel flush>
        <DataTable<RewardSummary>
          caption="Rewards that you supply"
          rows={page.items}
          rowKey={({ id }) => id}
          rowHref={({ id }) => `${path}/${id}`}
          empty={
            <EmptyState
              title={q ? "No reward fits" : "No rewards yet"}
              icon={<Gift aria-hidden="true" />}
              action={!q && propose}
            >
              {q
                ? "Try other words."
                : `Propose what members could have of you. ${program.name} puts it into the catalogue; you keep its stock and codes here.`}
            </EmptyState>
          }
          columns={[
            {
              key: "name",
              header: "Reward",
              cell: (reward) => (
                <>
                  <span className="block break-words font-medium">{reward.name}</span>
                  {reward.summary && (
                    <span className="line-clamp-1 text-ink-3 text-xs">{reward.summary}</span>
                  )}
                  <span className="mt-1 block sm:hidden">
                    <Standing reward={reward} />
                  </span>
                </>
              ),
            },
            {
              key: "state",
              header: "State",
              hideBelow: "sm",
              cell: (reward) => <Standing reward={reward} />,
            },
            {
              key: "left",
              header: "Left",
              align: "end",
              cell: ({ left, isLow }) =>
                left === null ? (
                  <span className="text-ink-3">Not counted</span>
                ) : (
                  <span className={isLow ? "font-semibold text-bad-ink" : undefined}>
                    {formatNumber(left, program.locale)}
                    {isLow && <span className="sr-only"> left, which is low</span>}
                  </span>
                ),
            },
            {
              key: "actions",
              header: <span className="sr-only">Actions</span>,
              align: "end",
              cell: ({ id, name, stock }) =>
                stock !== null && (
                  <StockDialog
                    program={program.slug}
                    reward={{ id, name, stock }}
                    changeStock={changeStock}
                    trigger={
                      <Button size="sm" aria-label={`Set the stock of ${name}`}>
                        Set stock
                      </Button>
                    }
                  />
                ),
            },
          ]}
        />
        <Pagination
          firstHref={cursor ? listAddress(path, { q }) : null}
          nextHref={page.nextCursor ? listAddress(path, { q }, { cursor: page.nextCursor }) : null}
        />
      </Panel>
    </>
  );
}

function Standing({ reward }: { reward: RewardSummary }) {
  const { label, tone } = supplierState(reward);
  return <StateChip tone={tone}>{label}</StateChip>;
}
