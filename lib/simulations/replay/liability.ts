import { SPENDABLE_POINT_TYPE } from "@/lib/programs";
import type { LiabilityFigures } from "../report-schema";
import { costOfPoints, type ReportContext } from "./report-context";
import type { ScenarioSummary } from "./summary";

/** What the program owes its members at the end of the period, in spendable points and what they are worth. */
export function liabilityOf(
  { opening, tally, members: { held } }: ScenarioSummary,
  context: ReportContext,
): LiabilityFigures {
  const ended = context.everSpent + context.everExpired;
  const breakageShare = ended === 0 ? null : context.everExpired / ended;
  const accounted = opening + tally.points - tally.takenBack - held.spent - held.expired;
  return {
    ...held,
    opening,
    given: tally.points,
    takenBack: tally.takenBack,
    moved: held.outstanding - held.owed - accounted,
    valueMinor: costOfPoints(held.outstanding, SPENDABLE_POINT_TYPE, context),
    breakageShare,
    expectedBreakage: breakageShare === null ? null : Math.round(held.outstanding * breakageShare),
  };
}
