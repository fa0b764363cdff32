import type { ReactNode } from "react";
import { StateChip } from "@/components/ui/badge";
import { DataTable, type Sort } from "@/components/ui/data-table";
import { Figure } from "@/components/ui/figures";
import type { CampaignSort, CampaignSummary } from "@/lib/campaigns/schema";
import { toTypeId } from "@/lib/core/ids";
import { CampaignRowMenu } from "./campaign-row-menu";
import { capitalised, STATE_WORDS } from "./campaign-words";
import type { CampaignActions } from "./server-actions";

/** Campaigns with their sentence, state and points; each row opens its campaign. */
export function CampaignTable({
  campaigns,
  program,
  sorts,
  actions,
  empty,
}: {
  campaigns: CampaignSummary[];
  program: { slug: string; locale: string; pointName: string };
  /** Links that sort by a column; left out where the list is short and fixed. */
  sorts?: Partial<Record<CampaignSort, Sort>>;
  /** What can be done with each; left out where the list is only for looking. */
  actions?: CampaignActions;
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
          sort: sorts?.name,
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
              <StateNote campaign={campaign} />
            </span>
          ),
        },
        {
          key: "points",
          header: capitalised(program.pointName),
          align: "end",
          sort: sorts?.points,
          hideBelow: "sm",
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
        ...(actions
          ? [
              {
                key: "actions",
                header: <span className="sr-only">Actions</span>,
                align: "end" as const,
                className: "w-14 ps-0!",
                cell: (campaign: CampaignSummary) => (
                  <CampaignRowMenu
                    id={toTypeId("camp", campaign.campaignId)}
                    name={campaign.name || "the untitled campaign"}
                    state={campaign.state}
                    hasDraft={campaign.hasDraft && !campaign.isInReview}
                    actions={actions}
                  />
                ),
              },
            ]
          : []),
      ]}
      empty={empty}
    />
  );
}

/** What else there is to know of where a campaign stands. */
function StateNote({ campaign }: { campaign: CampaignSummary }) {
  const { preparing, isInReview, hasDraft, liveVersion, state } = campaign;
  const isOver = state === "ended" || state === "archived";
  const words = preparing
    ? `Preparing history: ${preparing.done} of ${preparing.of}`
    : isInReview && state !== "in_review"
      ? "Changes in review"
      : hasDraft && liveVersion !== null && !isInReview
        ? isOver
          ? "Last changes never launched"
          : "Changes not launched"
        : null;
  return words && <span className="whitespace-nowrap text-ink-3 text-xs">{words}</span>;
}
