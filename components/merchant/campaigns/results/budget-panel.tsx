import { formatMoney, formatNumber } from "@/components/ui/format";
import { Panel } from "@/components/ui/panel";
import { TileProgress } from "@/components/ui/tile-progress";
import type { CampaignReport } from "@/lib/analytics/schema";

type Budget = CampaignReport["budgets"][number];

const WINDOW_WORDS: Readonly<Record<string, string>> = {
  day: "today",
  week: "this week",
  month: "this month",
  year: "this year",
  lifetime: "in all",
};

/** What is used of the limits that all members share. */
export function BudgetPanel({
  budgets,
  pointName,
  formats,
}: {
  budgets: readonly Budget[];
  pointName: string;
  formats: { locale: string; currency: string };
}) {
  const amountOf = ({ measure }: Budget, value: number) => {
    if (measure === "costMinor") return formatMoney(value, formats.currency, formats.locale);
    return `${formatNumber(value, formats.locale)} ${measure === "points" ? pointName : "times"}`;
  };
  return (
    <Panel title="Budget">
      <ul className="flex flex-col gap-4">
        {budgets.map((budget) => (
          <li key={`${budget.measure} ${budget.window}`}>
            <p className="mb-1.5 flex flex-wrap justify-between gap-x-4">
              <span>
                <span className="font-semibold">{amountOf(budget, budget.used)}</span>{" "}
                <span className="text-ink-2">
                  of {amountOf(budget, budget.amount)} {WINDOW_WORDS[budget.window] ?? budget.window}
                </span>
              </span>
              <span className="text-ink-2">
                {amountOf(budget, Math.max(0, budget.amount - budget.used))} left
              </span>
            </p>
            <TileProgress
              value={budget.used}
              max={budget.amount}
              label={`Budget used ${WINDOW_WORDS[budget.window] ?? budget.window}`}
              tiles={50}
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
