import { localDay } from "@/lib/core/calendar";
import { withSnapshot } from "@/lib/db";
import { type ReplaySummary, reportOf, type SimulationReport } from "@/lib/simulations";
import { type OnProgress, type PartFound, type ReplayOrder, replayPart } from "./replay-part";
import { sumEverGone } from "./sql";

/** A long past is read for a while. */
const TIMEOUT_MS = 60 * 60_000;

export type Found = { report: SimulationReport; scenarios: ReplaySummary["scenarios"]; done: number };

/** Replays what a request asks for, in one snapshot of the database that locks nothing and writes nothing. */
export function replayRequest(order: ReplayOrder, onProgress: OnProgress): Promise<Found> {
  return withSnapshot(
    async (tx) => {
      const found = await replayPart(tx, order, null, onProgress);
      return foundOf(found, order, await sumEverGone(tx, order.program.programId));
    },
    { timeoutMs: TIMEOUT_MS },
  );
}

function foundOf(
  { summary, spec, source: { from, to, refused }, done }: PartFound,
  { program: { timeZone, pointTypes }, request }: ReplayOrder,
  { spent, expired }: { spent: number; expired: number },
): Found {
  const report = reportOf(summary, spec, {
    pointTypes,
    from: localDay(from, timeZone),
    to: localDay(new Date(to.getTime() - 1), timeZone),
    upliftPercent: request.upliftPercent,
    everSpent: spent,
    everExpired: expired,
  });
  return { report: { ...report, refused: report.refused + refused }, scenarios: summary.scenarios, done };
}
