import Link from "next/link";
import { Panel } from "@/components/ui/panel";
import { FIGURE_LINK } from "@/components/ui/stat-strip";
import { TileProgress } from "@/components/ui/tile-progress";
import type { CampaignReport } from "@/lib/analytics/schema";
import { budgetAmount, budgetWindow } from "./budget-words";

/** What is used of the limits that all members share. */
export function BudgetPanel({
  budgets,
  pointName,
  hrefOf,
  formats,
}: {
  budgets: CampaignReport["budgets"];
  pointName: string;
  /** Where the decisions are that used a budget; absent where the reader may not see them. */
  hrefOf?: ((budget: CampaignReport["budgets"][number]) => string) | undefined;
  formats: { locale: string; currency: string };
}) {
  const amountOf = (budget: (typeof budgets)[number], value: number) =>
    budgetAmount(budget, value, pointName, formats);
  return (
    <Panel title="Budget">
      <ul className="flex flex-col gap-4">
        {budgets.map((budget) => (
          <li key={`${budget.measure} ${budget.window}`}>
            <p className="mb-1.5 flex flex-wrap justify-between gap-x-4">
              <span>
                {hrefOf ? (
                  <Link href={hrefOf(budget)} className={`font-semibold ${FIGURE_LINK}`}>
                    {amountOf(budget, budget.used)}
                  </Link>
                ) : (
                  <span className="font-semibold">{amountOf(budget, budget.used)}</span>
                )}{" "}
                <span className="text-ink-2">
                  of {amountOf(budget, budget.amount)} {budgetWindow(budget)}
                </span>
              </span>
              <span className="text-ink-2">
                {amountOf(budget, Math.max(0, budget.amount - budget.used))} left
              </span>
            </p>
            <TileProgress
              value={budget.used}
              max={budget.amount}
              label={`Budget used ${budgetWindow(budget)}`}
              tiles={50}
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
