import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { CampaignsPanel } from "@/components/merchant/overview/campaigns-panel";
import { FirstSteps } from "@/components/merchant/overview/first-steps";
import { LiveFeed } from "@/components/merchant/overview/live-feed";
import { OverviewStats } from "@/components/merchant/overview/overview-stats";
import { PointsChart } from "@/components/merchant/overview/points-chart";
import { LowStockNotice } from "@/components/merchant/rewards/low-stock-notice";
import { ButtonLink } from "@/components/ui/button-link";
import { formatDay } from "@/components/ui/format";
import { PageHeader } from "@/components/ui/page-header";
import { type OverviewDto, readOverview } from "@/lib/analytics";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { listCampaigns } from "@/lib/campaigns";
import { toTypeId } from "@/lib/core/ids";
import { readFeed } from "@/lib/live";
import { listLow } from "@/lib/rewards";

export const metadata: Metadata = { title: "Overview" };

const CAMPAIGNS_SHOWN = 6;

const isNew = (overview: OverviewDto) => overview.members === 0 && overview.outstanding === 0;

export default async function OverviewPage({
  params,
  searchParams,
}: {
  params: Promise<{ program: string }>;
  searchParams: Promise<{ view?: string | string[] }>;
}) {
  const { ctx, program } = await requireMerchant((await params).program);
  const readsCampaigns = can(ctx.actor, "campaigns:read");
  const [overview, feed, campaigns, low, { view }] = await Promise.all([
    readOverview(ctx),
    readFeed(ctx),
    readsCampaigns ? listCampaigns(ctx, { limit: CAMPAIGNS_SHOWN }) : null,
    can(ctx.actor, "rewards:read") ? listLow(ctx) : null,
    searchParams,
  ]);
  const recent = new Map(overview.campaigns.map(({ campaignId, points }) => [campaignId, points]));
  const day = (value: string) => formatDay(value, "day", program.locale);
  return (
    <>
      <PageHeader
        title="Overview"
        description={`${day(overview.from)} – ${day(overview.to)}, ${program.timeZone}`}
        actions={
          can(ctx.actor, "campaigns:write") && (
            <ButtonLink href={`/p/${program.slug}/campaigns/new`} variant="primary">
              <Plus aria-hidden="true" />
              New campaign
            </ButtonLink>
          )
        }
      />
      {isNew(overview) ? (
        <FirstSteps program={program} />
      ) : (
        <div className="flex flex-col gap-4">
          {low && <LowStockNotice program={program} {...low} />}
          <OverviewStats initial={overview} />
          <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
            <PointsChart initial={overview} view={view === "table" ? "table" : "chart"} />
            <LiveFeed initial={feed} today={overview.to} />
          </div>
          {campaigns && (
            <CampaignsPanel
              campaigns={campaigns.items.map(({ campaignId, name, sentence, state, points }) => {
                const id = toTypeId("camp", campaignId);
                return { id, name, sentence, state, points, recentPoints: recent.get(id) ?? 0 };
              })}
              program={program}
            />
          )}
        </div>
      )}
    </>
  );
}
