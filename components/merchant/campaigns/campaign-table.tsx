import type { ReactNode } from "react";
import { StateChip } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { Figure } from "@/components/ui/figures";
import type { CampaignSummary } from "@/lib/campaigns/schema";
import { toTypeId } from "@/lib/core/ids";
import { capitalised, STATE_WORDS } from "./campaign-words";

/** Campaigns with their sentence, state and points; each row opens its campaign. */
export function CampaignTable({
  campaigns,
  program,
  empty,
}: {
  campaigns: CampaignSummary[];
  program: { slug: string; locale: string; pointName: string };
  empty?: ReactNode;
}) {
  return (
    <DataTable
      caption="Campaigns"
      rows={campaigns}
      rowKey={(campaign) => campaign.campaignId}
      rowHref={(campaign) => `/p/${program.slug}/campaigns/${toTypeId("camp", campaign.campaignId)}`}
      columns={[
        {
          key: "name",
          header: "Campaign",
          cell: (campaign) => (
            <span className="block min-w-40 max-w-2xl">
              <span className="block font-medium">{campaign.name || "Untitled campaign"}</span>
              <span className="mt-0.5 block text-pretty text-ink-2">{campaign.sentence}</span>
            </span>
          ),
        },
        {
          key: "state",
          header: "State",
          cell: (campaign) => (
            <span className="flex flex-col items-start gap-1">
              <StateChip tone={STATE_WORDS[campaign.state].tone}>
                {STATE_WORDS[campaign.state].label}
              </StateChip>
              {campaign.hasDraft && campaign.liveVersion !== null && (
                <span className="whitespace-nowrap text-ink-3 text-xs">Changes not launched</span>
              )}
            </span>
          ),
        },
        {
          key: "points",
          header: capitalised(program.pointName),
          align: "end",
          cell: (campaign) => (
            <Figure value={campaign.points} locale={program.locale} className="font-medium" />
          ),
        },
        {
          key: "awards",
          header: "Times given",
          align: "end",
          hideBelow: "lg",
          cell: (campaign) => (
            <Figure value={campaign.awards} locale={program.locale} className="text-ink-2" />
          ),
        },
      ]}
      empty={empty}
    />
  );
}
