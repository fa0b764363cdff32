import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { STATE_WORDS } from "@/components/merchant/campaigns/campaign-words";
import { BreakdownPanel, gaveOf } from "@/components/merchant/campaigns/results/breakdown-panel";
import { BudgetPanel } from "@/components/merchant/campaigns/results/budget-panel";
import { ControlPanel } from "@/components/merchant/campaigns/results/control-panel";
import { DaysChart } from "@/components/merchant/campaigns/results/days-chart";
import { SponsorStats } from "@/components/partner/sponsor-stats";
import { StateChip } from "@/components/ui/badge";
import { formatDay } from "@/components/ui/format";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { requirePartner } from "@/lib/auth/session";
import { NotFound } from "@/lib/core/errors";
import { fromTypeId } from "@/lib/core/ids";
import { readSponsoredCampaign } from "@/lib/flows/report-sponsor";

export const metadata: Metadata = { title: "Results of a campaign" };

/** What became of a campaign that the company pays for. */
export default async function SponsoredCampaignPage({
  params,
}: {
  params: Promise<{ program: string; id: string }>;
}) {
  const { program: slug, id } = await params;
  const { ctx, program } = await requirePartner(slug);
  const campaignId = fromTypeId("camp", id);
  if (campaignId === null || !ctx.actor.parts.includes("SPONSOR")) notFound();
  const { campaign, report } = await readSponsoredCampaign(ctx, campaignId).catch((error: unknown) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
  const pointName =
    program.pointTypes.find(({ code }) => code === campaign.liveDefinition?.terms?.pointType)?.name ??
    program.pointType.name;
  const gave = gaveOf(report.totals);
  const { label, tone } = STATE_WORDS[campaign.state];
  return (
    <>
      <PageHeader
        crumbs={[{ href: `/partner/${slug}/campaigns`, label: "Campaigns" }]}
        title={campaign.name}
        state={<StateChip tone={tone}>{label}</StateChip>}
        description={campaign.sentence}
      />
      <div className="flex flex-col gap-5">
        <SponsorStats report={report} pointName={pointName} formats={program} />
        {report.budgets.length > 0 && (
          <BudgetPanel budgets={report.budgets} pointName={pointName} formats={program} />
        )}
        <Panel title={gave.points ? "Points per day" : "Given per day"} flush>
          <DaysChart
            days={report.days}
            shows={gave.points ? "issued" : "awards"}
            locale={program.locale}
            pointName={pointName}
          />
        </Panel>
        {report.control && <ControlPanel control={report.control} formats={program} />}
        <div className="grid gap-5 xl:grid-cols-2">
          <BreakdownPanel
            title="By store"
            by="Store"
            rows={report.stores.map((row) => ({
              ...row,
              key: row.store ?? "",
              label: row.store ?? <span className="text-ink-2">No store</span>,
            }))}
            gave={gave}
            formats={program}
            empty="Nothing was given yet."
          />
          <BreakdownPanel
            title="By day"
            by="Day"
            rows={report.days
              .filter(({ awards, takenBack }) => awards + takenBack > 0)
              .reverse()
              .map((row) => ({ ...row, key: row.day, label: formatDay(row.day, "date", program.locale) }))}
            gave={gave}
            formats={program}
            empty="Nothing was given yet."
          />
        </div>
      </div>
    </>
  );
}
