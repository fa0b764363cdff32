import { LIMIT_MEASURES, LIMIT_WINDOWS, type Limit } from "../language/definition";

/** Below it are places: limits went by theirs once, and old entries of the ledger name them so. */
const FIRST_OF_MEMBER = 10;
const FIRST_BUDGET = 100;
const WINDOWS_ROOM = 10;

/**
 * The number that a limit's counters go by: what it counts and for how long. However the limits of a campaign are
 * changed and sorted, one that was raised or lowered goes on from what has been used of it, and one that is new begins
 * at zero. Budgets, which all members share, have numbers of their own.
 */
export function limitNumber(limit: Limit): number {
  const first = limit.per === "member" ? FIRST_OF_MEMBER : FIRST_BUDGET;
  const measure = LIMIT_MEASURES.findIndex((candidate) => limit[candidate] !== undefined);
  return first + measure * WINDOWS_ROOM + LIMIT_WINDOWS.indexOf(limit.window);
}

/** Whether a number is that of a budget. */
export function isBudgetNumber(limitNo: number): boolean {
  return limitNo >= FIRST_BUDGET;
}

/** What a budget's number says. */
export function budgetOfNumber(limitNo: number): {
  measure: (typeof LIMIT_MEASURES)[number];
  window: (typeof LIMIT_WINDOWS)[number];
} {
  const measure = LIMIT_MEASURES[Math.floor((limitNo - FIRST_BUDGET) / WINDOWS_ROOM)];
  const window = LIMIT_WINDOWS[(limitNo - FIRST_BUDGET) % WINDOWS_ROOM];
  if (measure === undefined || window === undefined) throw new RangeError(`${limitNo} is no budget's number`);
  return { measure, window };
}
