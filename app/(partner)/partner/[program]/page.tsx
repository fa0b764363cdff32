import { CircleCheck } from "lucide-react";
import Link from "next/link";
import { OrderTable } from "@/components/partner/order-table";
import { SponsoredTable } from "@/components/partner/sponsored-table";
import { EmptyState } from "@/components/ui/empty-state";
import { formatMoney, formatNumber } from "@/components/ui/format";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { StatStrip } from "@/components/ui/stat-strip";
import { type PartnerCtx, requirePartner } from "@/lib/auth/session";
import { localDay } from "@/lib/core/calendar";
import { listSponsoredCampaigns } from "@/lib/flows/report-sponsor";
import { readPartner, readPartnerStatement } from "@/lib/partners";
import type { ProgramDto } from "@/lib/programs";
import { listRedemptions } from "@/lib/redemptions";
import { listLow } from "@/lib/rewards";

/** Enough for a glance; the pages have the rest. */
const SHOWN = 8;

/** What waits for a company, and how it stands. */
export default async function PartnerOverviewPage({ params }: { params: Promise<{ program: string }> }) {
  const { ctx, program } = await requirePartner((await params).program);
  const { parts } = ctx.actor;
  return (
    <>
      <PageHeader title="Overview" description={`What ${program.name} and you do together`} />
      <div className="flex flex-col gap-6">
        {parts.includes("REWARD_PARTNER") && <Supplying ctx={ctx} program={program} />}
        {parts.includes("SPONSOR") && <Sponsoring ctx={ctx} program={program} />}
      </div>
    </>
  );
}

async function Supplying({ ctx, program }: { ctx: PartnerCtx; program: ProgramDto }) {
  const { organizationId } = ctx.actor;
  const month = localDay(ctx.clock.now(), program.timeZone).slice(0, 7);
  const [partner, statement, orders, low] = await Promise.all([
    readPartner(ctx, organizationId),
    readPartnerStatement(ctx, organizationId, month),
    listRedemptions(ctx, { isOpenOrder: true, limit: SHOWN }),
    listLow(ctx),
  ]);
  const { slug, locale, currency } = program;
  const home = `/partner/${slug}`;
  const few = [
    ...low.rewards.map((reward) => ({ ...reward, href: `${home}/rewards` })),
    ...low.pools.map((pool) => ({ ...pool, href: `${home}/code-pools/${pool.id}` })),
  ];
  return (
    <>
      <StatStrip
        stats={[
          { label: "Orders that wait for you", value: formatNumber(partner.openOrders, locale) },
          { label: "Rewards in the catalogue", value: formatNumber(partner.publishedRewards, locale) },
          {
            label: "Owed to you this month",
            value: formatMoney(statement.totalMinor, currency, locale),
            note: "so far",
          },
        ]}
      />
      {few.length > 0 && (
        <Panel title="Running low">
          <ul className="flex flex-col gap-1.5">
            {few.map(({ id, name, left, href }) => (
              <li key={id} className="flex justify-between gap-4">
                <Link href={href} className="min-w-0 break-words font-medium underline underline-offset-2">
                  {name}
                </Link>
                <span className="shrink-0 text-ink-2 tabular-nums">{formatNumber(left, locale)} left</span>
              </li>
            ))}
          </ul>
          <p className="mt-3 text-ink-3 text-sm">Raise the stock, or add codes to the pool.</p>
        </Panel>
      )}
      <Panel title="Orders that wait for you" flush>
        <OrderTable
          orders={orders.items}
          formats={program}
          home={`${home}/orders`}
          empty={
            <EmptyState title="Nothing waits" icon={<CircleCheck aria-hidden="true" />}>
              When a member chooses one of your rewards, the order is here for you to fulfil.
            </EmptyState>
          }
        />
      </Panel>
    </>
  );
}

async function Sponsoring({ ctx, program }: { ctx: PartnerCtx; program: ProgramDto }) {
  const { items } = await listSponsoredCampaigns(ctx, { limit: SHOWN });
  return (
    <Panel title="Campaigns that you pay for" flush>
      <SponsoredTable
        campaigns={items}
        formats={program}
        hrefOf={(campaign) => `/partner/${program.slug}/campaigns/${campaign}`}
        shareHeader="Your share"
      />
    </Panel>
  );
}
