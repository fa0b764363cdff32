import { ArrowRight } from "lucide-react";
import { StateChip } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { formatNumber } from "@/components/ui/format";
import { Panel } from "@/components/ui/panel";
import type { CampaignState } from "@/lib/campaigns/schema";
import { STATE_WORDS } from "../campaigns/campaign-words";

/** A campaign as a row; `id` is its TypeID, points are those given in the last 30 days and in all. */
export type CampaignRow = {
  id: string;
  name: string;
  sentence: string;
  state: CampaignState;
  recentPoints: number;
  points: number;
};

/** The newest campaigns, each as its sentence, with what they gave. */
export function CampaignsPanel({
  campaigns,
  program,
}: {
  campaigns: CampaignRow[];
  program: { slug: string; locale: string };
}) {
  const home = `/p/${program.slug}/campaigns`;
  return (
    <Panel
      title="Campaigns"
      actions={
        <ButtonLink href={home} variant="ghost" size="sm">
          All campaigns
          <ArrowRight aria-hidden="true" />
        </ButtonLink>
      }
      flush
    >
      <DataTable
        caption="Campaigns"
        rows={campaigns}
        rowKey={(campaign) => campaign.id}
        rowHref={(campaign) => `${home}/${campaign.id}`}
        columns={[
          {
            key: "campaign",
            header: "Campaign",
            className: "w-full",
            cell: (campaign) => (
              <>
                <span className="block font-semibold">{campaign.name || "Untitled campaign"}</span>
                <span className="block max-w-2xl text-pretty text-ink-2">{campaign.sentence}</span>
              </>
            ),
          },
          {
            key: "state",
            header: "State",
            cell: (campaign) => (
              <StateChip tone={STATE_WORDS[campaign.state].tone}>
                {STATE_WORDS[campaign.state].label}
              </StateChip>
            ),
          },
          {
            key: "recent",
            header: "Points, 30 days",
            align: "end",
            hideBelow: "sm",
            cell: (campaign) => formatNumber(campaign.recentPoints, program.locale),
          },
          {
            key: "points",
            header: "Points in all",
            align: "end",
            hideBelow: "md",
            cell: (campaign) => formatNumber(campaign.points, program.locale),
          },
        ]}
        empty={
          <p className="border-t px-4.5 py-10 text-center text-ink-2">
            No campaign yet. Until one runs, events are kept and earn nothing.
          </p>
        }
      />
    </Panel>
  );
}
