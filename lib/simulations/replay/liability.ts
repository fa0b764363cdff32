import { SPENDABLE_POINT_TYPE } from "@/lib/programs";
import type { LiabilityFigures } from "../report-schema";
import type { Replay } from "./replay";
import { costOfPoints, type ReportContext } from "./report-context";
import type { Scenario } from "./scenario";

/** What the program owes its members at the end of the period, in spendable points and what they are worth. */
export function liabilityOf(replay: Replay, scenario: Scenario, context: ReportContext): LiabilityFigures {
  const sums = { spent: 0, expired: 0, outstanding: 0, pending: 0, owed: 0 };
  for (const { standings } of replay.people()) {
    const purse = standings[scenario.place]?.purseOf(SPENDABLE_POINT_TYPE);
    if (purse === undefined) continue;
    sums.spent += purse.spent;
    sums.expired += purse.expired;
    sums.pending += purse.pending;
    sums.outstanding += purse.available + purse.pending;
    sums.owed += purse.owed;
  }
  const ended = context.everSpent + context.everExpired;
  const breakageShare = ended === 0 ? null : context.everExpired / ended;
  const { opening, tally } = scenario;
  const accounted = opening + tally.points - tally.takenBack - sums.spent - sums.expired;
  return {
    ...sums,
    opening,
    given: tally.points,
    takenBack: tally.takenBack,
    moved: sums.outstanding - sums.owed - accounted,
    valueMinor: costOfPoints(sums.outstanding, SPENDABLE_POINT_TYPE, context),
    breakageShare,
    expectedBreakage: breakageShare === null ? null : Math.round(sums.outstanding * breakageShare),
  };
}
