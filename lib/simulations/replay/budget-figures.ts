import { toTypeId } from "@/lib/core/ids";
import type { BudgetFigures } from "../report-schema";
import { windowStartOf } from "./budget-windows";
import type { BudgetTally } from "./budgets";

/**
 * How a budget burned down: what was left of its window at the end of each day on which some was used.
 * @returns null for one that no rules of the period have
 */
export function budgetFiguresOf({ campaignId, ...budget }: BudgetTally): BudgetFigures | null {
  if (budget.head === null) return null;
  const { name, measure, amount, window } = budget.head;
  let used = 0;
  let windowUsed = 0;
  let current = "";
  const days = [...budget.days]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([day, delta]) => {
      const start = windowStartOf(day, window);
      if (start !== current) windowUsed = 0;
      current = start;
      used += delta;
      windowUsed += delta;
      return { day, used: delta, left: Math.max(0, amount - windowUsed) };
    });
  const [ranOutOn = null] = [...budget.ranOut.values()].sort();
  return { campaignId: toTypeId("camp", campaignId), name, measure, amount, window, used, ranOutOn, days };
}
