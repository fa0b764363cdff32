import { availableParallelism } from "node:os";
import { localDay } from "@/lib/core/calendar";
import { type SqlTx, withSnapshot } from "@/lib/db";
import { type ReplaySummary, reportOf, type SimulationReport } from "@/lib/simulations";
import { measureHistory } from "./open-history";
import { Undecided } from "./parts-board";
import { replayInParts } from "./replay-in-parts";
import { type OnProgress, type PartFound, type ReplayOrder, replayPart } from "./replay-part";
import { TIMEOUT_MS } from "./snapshot-sql";
import { sumEverGone } from "./sql";

const MAX_PARTS = 4;
/** A thread takes as long to start as it would to replay some ten thousand entries. */
const LEAST_OF_A_PART = 100_000;

type ReplayRequest = Omit<ReplayOrder, "length">;
export type Found = { report: SimulationReport; scenarios: ReplaySummary["scenarios"]; done: number };

/**
 * Replays what a request asks for, in one snapshot of the database that locks nothing and writes nothing.
 * @param wanted in how many parts, where the program has as many lanes; absent: as is best
 */
export function replayRequest(order: ReplayRequest, onProgress: OnProgress, wanted?: number): Promise<Found> {
  return withSnapshot(
    async (tx) => {
      const found = await replay(tx, order, onProgress, wanted);
      return foundOf(found, order, await sumEverGone(tx, order.program.programId));
    },
    { timeoutMs: TIMEOUT_MS },
  );
}

async function replay(
  tx: SqlTx,
  request: ReplayRequest,
  onProgress: OnProgress,
  wanted: number | undefined,
): Promise<PartFound> {
  const {
    program,
    request: { source },
  } = request;
  const length = source.kind === "history" ? await measureHistory(tx, program, source) : null;
  const order: ReplayOrder = { ...request, length };
  const longest = Math.floor((length?.entries ?? 0) / LEAST_OF_A_PART);
  const best = Math.min(MAX_PARTS, availableParallelism(), longest);
  const parts = length === null ? 1 : Math.min(program.lanes, wanted ?? best);
  try {
    if (parts > 1) return await replayInParts(tx, order, parts, onProgress);
  } catch (error) {
    if (!(error instanceof Undecided)) throw error;
  }
  return replayPart(tx, order, null, onProgress);
}

function foundOf(
  { summary, spec, source: { from, to, refused }, done }: PartFound,
  { program: { timeZone, pointTypes }, request }: ReplayRequest,
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
