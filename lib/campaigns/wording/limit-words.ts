import type { Limit } from "../schema";
import { moneyFormat } from "./numbers";
import { list, pointsWords, timesWords, type Wording } from "./words";

const PERIODS = {
  event: "each time",
  day: "a day",
  week: "a week",
  month: "a month",
  year: "a year",
  lifetime: "in all",
} as const;

/** `at most 200 points a month`, `all members together at most 10,000 points` */
export function limitWords(limit: Limit, wording: Wording): string {
  return `${limit.per === "campaign" ? "all members together " : ""}at most ${amountWords(limit, wording)}`;
}

/** All limits, those of each member first: `at most 5 points a day and 50 points a month`. */
export function limitsWords(limits: readonly Limit[], wording: Wording): string {
  const of = (per: Limit["per"]) => {
    const amounts = limits.filter((limit) => limit.per === per).map((limit) => amountWords(limit, wording));
    return amounts.length === 0 ? [] : [`at most ${list(amounts, "and")}`];
  };
  return [...of("member"), ...of("campaign").map((words) => `all members together ${words}`)].join(", ");
}

function amountWords(limit: Limit, wording: Wording): string {
  const { points, times, costMinor, window, per } = limit;
  // Together and for all time: "all members together at most 100 times".
  const period = per === "campaign" && window === "lifetime" ? "" : ` ${PERIODS[window]}`;
  if (points !== undefined) return `${pointsWords(points, wording)}${period}`;
  if (times === 1 && window === "lifetime") return "once";
  if (times !== undefined) return `${timesWords(times, wording.locale)}${period}`;
  return `${moneyFormat(wording.currency, wording.locale)(costMinor ?? 0)} in cost${period}`;
}
