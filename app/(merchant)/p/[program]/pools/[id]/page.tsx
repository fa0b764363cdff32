import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { listAddress } from "@/components/merchant/list-address";
import { ActivityTimeline } from "@/components/merchant/members/activity-timeline";
import { NoAccess } from "@/components/merchant/no-access";
import { DissolvePool } from "@/components/merchant/pools/dissolve-pool";
import { PoolMemberTable } from "@/components/merchant/pools/pool-member-table";
import { POOL_KIND_WORDS, POOL_STATE_WORDS } from "@/components/merchant/pools/pool-words";
import { StateChip } from "@/components/ui/badge";
import { formatNumber, formatTime } from "@/components/ui/format";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { StatStrip } from "@/components/ui/stat-strip";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { NotFound } from "@/lib/core/errors";
import { fromTypeId, toTypeId } from "@/lib/core/ids";
import { readPool, readPoolActivity } from "@/lib/pools";
import { dissolve, handOver, lookAtDissolution, removeMember } from "../actions";

export const metadata: Metadata = { title: "Pool" };

const PAGE_SIZE = 25;
const search = z.object({ cursor: z.string().max(512).optional().catch(undefined) });

type Props = {
  params: Promise<{ program: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** A pool: its balance, its members and its statement. */
export default async function PoolPage({ params, searchParams }: Props) {
  const { program: slug, id } = await params;
  const { ctx, program } = await requireMerchant(slug);
  if (!can(ctx.actor, "wallet:read")) return <NoAccess permission="wallet:read" />;
  const poolId = fromTypeId("pool", id);
  if (poolId === null) notFound();
  const pool = await readPool(ctx, poolId).catch((error: unknown) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
  const { cursor } = search.parse(await searchParams);
  const activity = await readPoolActivity(ctx, poolId, { cursor, limit: PAGE_SIZE });
  const path = `/p/${slug}/pools/${id}`;
  const mayRun = can(ctx.actor, "points:send") && pool.state === "active";
  const pointName = program.pointType.name;
  const sum = (field: "contributed" | "spentThisMonth") =>
    formatNumber(
      pool.membership.reduce((total, member) => total + member[field], 0),
      program.locale,
    );
  return (
    <>
      <PageHeader
        crumbs={[{ href: `/p/${slug}/pools`, label: "Pools" }]}
        title={pool.name}
        state={
          <StateChip tone={POOL_STATE_WORDS[pool.state].tone}>{POOL_STATE_WORDS[pool.state].label}</StateChip>
        }
        description={`${POOL_KIND_WORDS[pool.kind]}, founded ${formatTime(pool.createdAt, "date", program)}`}
        actions={
          mayRun && (
            <DissolvePool
              program={slug}
              pool={id}
              name={pool.name}
              locale={program.locale}
              pointName={pointName}
              preview={lookAtDissolution}
              dissolve={dissolve}
            />
          )
        }
      />
      <StatStrip
        stats={[
          { label: "Balance", value: formatNumber(pool.available, program.locale) },
          { label: "Members", value: formatNumber(pool.members, program.locale) },
          { label: "Contributed in all", value: sum("contributed") },
          { label: "Spent this month", value: sum("spentThisMonth") },
        ]}
      />
      <Panel title="Members" flush className="mt-4">
        <PoolMemberTable
          program={slug}
          pool={id}
          members={pool.membership.map((member) => ({ ...member, id: toTypeId("mem", member.memberId) }))}
          formats={program}
          manage={mayRun ? { remove: removeMember, handOver } : null}
        />
      </Panel>
      <Panel title="Statement" flush className="mt-4">
        {activity.items.length === 0 ? (
          <p className="border-t px-4.5 py-10 text-center text-ink-2">
            Nothing has moved this pool’s {pointName} yet.
          </p>
        ) : (
          <ActivityTimeline
            entries={activity.items.map((entry) => ({
              ...entry,
              id: toTypeId("act", entry.causeId),
              eventId: null,
            }))}
            formats={program}
            eventsHref={null}
          />
        )}
        <Pagination
          firstHref={cursor ? path : null}
          nextHref={activity.nextCursor && listAddress(path, {}, { cursor: activity.nextCursor })}
        />
      </Panel>
    </>
  );
}
