import { Megaphone } from "lucide-react";
import { STATE_WORDS } from "@/components/merchant/campaigns/campaign-words";
import { budgetAmount, budgetWindow } from "@/components/merchant/campaigns/results/budget-words";
import { StateChip } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { formatMoney, formatNumber } from "@/components/ui/format";
import { TileProgress } from "@/components/ui/tile-progress";
import { toTypeId } from "@/lib/core/ids";
import type { FundedCampaign } from "@/lib/flows/report-sponsor/schema";

type Formats = { locale: string; currency: string };

/** The campaigns that a sponsor pays for, with what they cost it and what is used of their budgets. */
export function SponsoredTable({
  campaigns,
  formats,
  hrefOf,
  shareHeader,
  isFiltered = false,
}: {
  campaigns: FundedCampaign[];
  formats: Formats;
  /** Where a campaign's results are, by its TypeID. */
  hrefOf: (campaign: string) => string;
  /** Whose share of the cost is shown, to its reader. */
  shareHeader: string;
  /** Whether there may be others that were not looked for. */
  isFiltered?: boolean;
}) {
  const { locale, currency } = formats;
  const money = (amountMinor: number) => formatMoney(amountMinor, currency, locale);
  return (
    <DataTable<FundedCampaign>
      caption="Campaigns that are paid for"
      rows={campaigns}
      rowKey={({ campaignId }) => campaignId}
      rowHref={({ campaignId }) => hrefOf(toTypeId("camp", campaignId))}
      empty={
        <EmptyState
          title={isFiltered ? "No campaign fits" : "No campaigns yet"}
          icon={<Megaphone aria-hidden="true" />}
        >
          {isFiltered
            ? "Try other words."
            : "A campaign is here from its launch on: what it gives and to how many, what that costs, and the sponsor’s share of it."}
        </EmptyState>
      }
      columns={[
        {
          key: "name",
          header: "Campaign",
          cell: ({ name, sentence, state, budgets, pointName }) => (
            <>
              <span className="block break-words font-medium">{name}</span>
              <span className="line-clamp-2 text-ink-3 text-xs">{sentence}</span>
              <span className="mt-1.5 block sm:hidden">
                <StateChip tone={STATE_WORDS[state].tone}>{STATE_WORDS[state].label}</StateChip>
              </span>
              <div className="mt-2 md:hidden">
                <Budgets budgets={budgets} pointName={pointName} formats={formats} />
              </div>
            </>
          ),
        },
        {
          key: "state",
          header: "State",
          hideBelow: "sm",
          cell: ({ state }) => (
            <StateChip tone={STATE_WORDS[state].tone}>{STATE_WORDS[state].label}</StateChip>
          ),
        },
        {
          key: "points",
          header: "Given",
          align: "end",
          hideBelow: "lg",
          cell: ({ points, awards, pointName }) => (
            <>
              <span className="block whitespace-nowrap">
                {formatNumber(points, locale)} {pointName}
              </span>
              <span className="block text-ink-3 text-xs">{formatNumber(awards, locale)} times</span>
            </>
          ),
        },
        {
          key: "budget",
          header: "Budget used",
          hideBelow: "md",
          cell: ({ budgets, pointName }) => (
            <Budgets budgets={budgets} pointName={pointName} formats={formats} />
          ),
        },
        {
          key: "share",
          header: shareHeader,
          align: "end",
          cell: ({ shareMinor, costMinor, percent }) => (
            <>
              <span className="block whitespace-nowrap font-semibold">{money(shareMinor)}</span>
              <span className="block text-ink-3 text-xs sm:whitespace-nowrap">
                {percent} % of {money(costMinor)}
              </span>
            </>
          ),
        },
      ]}
    />
  );
}

function Budgets({
  budgets,
  pointName,
  formats,
}: {
  budgets: FundedCampaign["budgets"];
  pointName: string;
  formats: Formats;
}) {
  if (budgets.length === 0)
    return <span className="whitespace-nowrap text-ink-3 text-sm">No budget set</span>;
  return (
    <ul className="flex min-w-40 flex-col gap-2">
      {budgets.map((budget) => {
        const { measure, window, used, amount } = budget;
        return (
          <li key={`${measure} ${window}`}>
            <span className="mb-1 block text-ink-2 text-xs">
              {budgetAmount(budget, used, pointName, formats)} of{" "}
              {budgetAmount(budget, amount, pointName, formats)} {budgetWindow(budget)}
            </span>
            <TileProgress
              value={used}
              max={amount}
              label={`Budget used ${budgetWindow(budget)}`}
              tiles={20}
            />
          </li>
        );
      })}
    </ul>
  );
}
