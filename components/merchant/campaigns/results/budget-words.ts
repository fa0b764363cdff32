import { formatMoney, formatNumber } from "@/components/ui/format";
import type { CampaignReport } from "@/lib/analytics/schema";

type Budget = CampaignReport["budgets"][number];

const WINDOW_WORDS: Readonly<Record<string, string>> = {
  day: "today",
  week: "this week",
  month: "this month",
  year: "this year",
  lifetime: "in all",
};

/** So much of what a limit counts, in words. */
export function budgetAmount(
  { measure }: Pick<Budget, "measure">,
  value: number,
  pointName: string,
  { locale, currency }: { locale: string; currency: string },
): string {
  if (measure === "costMinor") return formatMoney(value, currency, locale);
  return `${formatNumber(value, locale)} ${measure === "points" ? pointName : "times"}`;
}

/** When a limit begins anew, in words. */
export function budgetWindow({ window }: Pick<Budget, "window">): string {
  return WINDOW_WORDS[window] ?? window;
}
