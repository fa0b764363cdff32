import { availableParallelism } from "node:os";
import { localDay } from "@/lib/core/calendar";
import { type SqlTx, withSnapshot } from "@/lib/db";
import { type ReplaySummary, reportOf, type SimulationReport } from "@/lib/simulations";
import { measureHistory } from "./open-history";
import { PartThread } from "./part-thread";
import { Undecided } from "./parts-board";
import { replayInParts } from "./replay-in-parts";
import { type OnProgress, type PartFound, type ReplayOrder, replayPart } from "./replay-part";
import { TIMEOUT_MS } from "./snapshot-sql";
import { countEverPosted, sumEverGone } from "./sql";

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
  if (source.kind !== "history") return replayPart(tx, { ...request, length: null }, null, onProgress);
  const partsFor = (entries: number) => Math.min(program.lanes, wanted ?? bestParts(entries));
  // The threads load while the past is measured.
  const most = partsFor(await countEverPosted(tx, program.programId));
  const threads = Array.from({ length: most - 1 }, () => new PartThread());
  try {
    const order: ReplayOrder = { ...request, length: await measureHistory(tx, program, source) };
    const parts = Math.min(most, partsFor(order.length?.entries ?? 0));
    try {
      if (parts > 1) return await replayInParts(tx, order, threads.slice(0, parts - 1), onProgress);
    } catch (error) {
      if (!(error instanceof Undecided)) throw error;
    }
    return await replayPart(tx, order, null, onProgress);
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
  }
}

function bestParts(entries: number): number {
  return Math.max(1, Math.min(MAX_PARTS, availableParallelism(), Math.floor(entries / LEAST_OF_A_PART)));
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
