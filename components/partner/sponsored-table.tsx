import { Megaphone } from "lucide-react";
import { STATE_WORDS } from "@/components/merchant/campaigns/campaign-words";
import { StateChip } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { formatNumber } from "@/components/ui/format";
import type { CampaignSummary } from "@/lib/campaigns/schema";
import { toTypeId } from "@/lib/core/ids";

/** The campaigns that a sponsor pays for. */
export function SponsoredTable({
  campaigns,
  program: { slug, locale },
  isFiltered = false,
}: {
  campaigns: CampaignSummary[];
  /** Whether there may be others that were not looked for. */
  isFiltered?: boolean;
  program: { slug: string; locale: string };
}) {
  return (
    <DataTable<CampaignSummary>
      caption="Campaigns that you pay for"
      rows={campaigns}
      rowKey={({ campaignId }) => campaignId}
      rowHref={({ campaignId }) => `/partner/${slug}/campaigns/${toTypeId("camp", campaignId)}`}
      empty={
        <EmptyState
          title={isFiltered ? "No campaign fits" : "No campaigns yet"}
          icon={<Megaphone aria-hidden="true" />}
        >
          {isFiltered
            ? "Try other words."
            : "A campaign is here from its launch on: what it gives and to how many, what that costs, and your share of it."}
        </EmptyState>
      }
      columns={[
        {
          key: "name",
          header: "Campaign",
          cell: ({ name, sentence }) => (
            <>
              <span className="block break-words font-medium">{name}</span>
              <span className="line-clamp-2 text-ink-3 text-xs">{sentence}</span>
            </>
          ),
        },
        {
          key: "state",
          header: "State",
          cell: ({ state }) => (
            <StateChip tone={STATE_WORDS[state].tone}>{STATE_WORDS[state].label}</StateChip>
          ),
        },
        {
          key: "points",
          header: "Points given",
          align: "end",
          hideBelow: "sm",
          cell: ({ points }) => formatNumber(points, locale),
        },
      ]}
    />
  );
}
