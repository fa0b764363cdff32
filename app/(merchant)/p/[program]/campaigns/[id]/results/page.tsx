import { ChartColumn } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { CampaignTabs } from "@/components/merchant/campaigns/campaign-tabs";
import { STATE_WORDS } from "@/components/merchant/campaigns/campaign-words";
import { type BehindSearch, NONE } from "@/components/merchant/campaigns/results/behind/look";
import { BenefitsPanel } from "@/components/merchant/campaigns/results/benefits-panel";
import { BreakdownPanel, gaveOf } from "@/components/merchant/campaigns/results/breakdown-panel";
import { BudgetPanel } from "@/components/merchant/campaigns/results/budget-panel";
import { ControlPanel } from "@/components/merchant/campaigns/results/control-panel";
import { DaysChart } from "@/components/merchant/campaigns/results/days-chart";
import { ReportStats } from "@/components/merchant/campaigns/results/report-stats";
import { listAddress } from "@/components/merchant/list-address";
import { NoAccess } from "@/components/merchant/no-access";
import { StateChip } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Time } from "@/components/ui/figures";
import { formatDay } from "@/components/ui/format";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import { can } from "@/lib/auth/permissions";
import { requireMerchant } from "@/lib/auth/session";
import { readCampaign } from "@/lib/campaigns";
import { addDays, localDay } from "@/lib/core/calendar";
import { Conflict, Invalid } from "@/lib/core/errors";
import { fromTypeId } from "@/lib/core/ids";
import { pointTypeOf, readCampaignReport } from "@/lib/flows/report-campaign";
import { notFoundInstead } from "../../../not-found-instead";

export const metadata: Metadata = { title: "Results of a campaign" };

const day = z.iso.date().optional().catch(undefined);
const search = z.object({ from: day, to: day });

/** Days that the periods to choose from look back, today included; null: since the launch. */
const PERIODS = [
  { label: "Since launch", days: null },
  { label: "30 days", days: 30 },
  { label: "7 days", days: 7 },
] as const;

export default async function CampaignResultsPage({
  params,
  searchParams,
}: {
  params: Promise<{ program: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { program: slug, id } = await params;
  const { ctx, program } = await requireMerchant(slug);
  if (!can(ctx.actor, "campaigns:read")) return <NoAccess permission="campaigns:read" />;
  const campaignId = fromTypeId("camp", id);
  if (campaignId === null) notFound();
  const asked = search.parse(await searchParams);
  const campaign = await readCampaign(ctx, campaignId).catch(notFoundInstead);
  const report = await readCampaignReport(ctx, campaignId, asked).catch((error: unknown) => {
    if (error instanceof Conflict || error instanceof Invalid) return error;
    throw error;
  });
  const path = `/p/${slug}/campaigns/${id}/results`;
  const today = localDay(ctx.clock.now(), program.timeZone);
  const head = (
    <>
      <PageHeader
        crumbs={[{ href: `/p/${slug}/campaigns`, label: "Campaigns" }]}
        title={campaign.name || "Untitled campaign"}
        state={
          <StateChip tone={STATE_WORDS[campaign.state].tone}>{STATE_WORDS[campaign.state].label}</StateChip>
        }
        description={campaign.sentence}
        actions={
          <SegmentedLinks
            label="Period"
            items={PERIODS.map(({ label, days }) => {
              const from = days === null ? undefined : addDays(today, 1 - days);
              return {
                label,
                href: listAddress(path, {}, { from }),
                current: asked.from === from && !asked.to,
              };
            })}
          />
        }
      />
      <CampaignTabs program={slug} id={id} current="results" />
    </>
  );
  if (report instanceof Error) {
    return (
      <>
        {head}
        <div className="rounded-lg border bg-surface">
          <EmptyState title="Nothing to report yet" icon={<ChartColumn aria-hidden="true" />}>
            {report instanceof Invalid
              ? report.message
              : "Results begin with the launch: points issued and redeemed, what they cost, whom they reached, and what they changed."}
          </EmptyState>
        </div>
      </>
    );
  }
  const { name: pointName } = pointTypeOf(campaign, program);
  const gave = gaveOf(report.totals);
  const days = { from: report.from, to: report.to };
  const behind = can(ctx.actor, "members:read")
    ? (changes: Partial<BehindSearch>) => listAddress(`${path}/decisions`, days, changes)
    : undefined;
  const leadTo = (changes: Partial<BehindSearch>) => behind && { href: behind(changes) };
  const exported = (table: string) => listAddress(`${path}/export`, days, { table });
  return (
    <>
      {head}
      <div className="flex flex-col gap-5">
        <ReportStats
          report={report}
          gave={gave}
          pointName={pointName}
          hrefOf={behind && ((show) => behind({ show }))}
          formats={program}
        />
        {report.budgets.length > 0 && (
          <BudgetPanel
            budgets={report.budgets}
            pointName={pointName}
            hrefOf={
              behind &&
              (({ measure, window }) =>
                behind({ show: "budget", measure, window, from: undefined, to: undefined }))
            }
            formats={program}
          />
        )}
        <Panel
          title={gave.points ? "Points per day" : "Given per day"}
          note={
            <span className="text-ink-3 text-xs">
              {formatDay(report.from, "date", program.locale)} to{" "}
              {formatDay(report.to, "date", program.locale)}, as of{" "}
              <Time at={report.asOf} formats={program} timeStyle="time" />
            </span>
          }
          flush
        >
          <DaysChart
            days={report.days}
            shows={gave.points ? "issued" : "awards"}
            locale={program.locale}
            pointName={pointName}
          />
        </Panel>
        {report.benefits.length > 0 && (
          <BenefitsPanel
            benefits={report.benefits}
            hrefOf={behind && (({ kind, what }) => behind({ show: "benefits", kind, what }))}
            formats={program}
          />
        )}
        <ControlPanel
          control={report.control}
          hrefOf={behind && ((show) => behind({ show }))}
          formats={program}
        />
        <div className="grid gap-5 xl:grid-cols-2">
          <BreakdownPanel
            title="By store"
            by="Store"
            rows={report.stores.map((row) => ({
              ...row,
              key: row.store ?? "",
              label: row.store ?? <span className="text-ink-2">No store</span>,
              ...leadTo({ store: row.store ?? NONE }),
            }))}
            gave={gave}
            formats={program}
            exportHref={exported("stores")}
            empty="Nothing was given in these days."
          />
          <BreakdownPanel
            title="By day"
            by="Day"
            rows={report.days
              .filter(({ awards, takenBack }) => awards + takenBack > 0)
              .reverse()
              .map((row) => ({
                ...row,
                key: row.day,
                label: formatDay(row.day, "date", program.locale),
                ...leadTo({ from: row.day, to: row.day }),
              }))}
            gave={gave}
            formats={program}
            exportHref={exported("days")}
            empty="Nothing was given in these days."
          />
          <BreakdownPanel
            title="By segment"
            by="Segment"
            rows={report.segments.map((row) => ({
              ...row,
              key: row.segment,
              label: row.name,
              ...leadTo({ segment: row.segment }),
            }))}
            gave={gave}
            formats={program}
            exportHref={exported("segments")}
            empty="No member whom it reached is in a segment."
          />
          <BreakdownPanel
            title="By tier"
            by="Tier"
            rows={report.tiers.map((row) => ({
              ...row,
              key: row.tier ?? "",
              label: row.name ?? <span className="text-ink-2">No tier</span>,
              ...leadTo({ tier: row.tier ?? NONE }),
            }))}
            gave={gave}
            formats={program}
            exportHref={exported("tiers")}
            empty="Nothing was given in these days."
          />
        </div>
      </div>
    </>
  );
}
