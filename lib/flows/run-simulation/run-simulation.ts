import "server-only";
import { log } from "@/lib/config/log";
import type { Clock } from "@/lib/core/clock";
import { AppError } from "@/lib/core/errors";
import { db, sqlState, withTx } from "@/lib/db";
import { readProgram } from "@/lib/programs";
import {
  claimSimulation,
  failAbandoned,
  failSimulation,
  findSimulation,
  finishSimulation,
  noteProgress,
  releaseSimulation,
  requestOf,
  type SimulationKey,
  type SimulationLease,
  samplesIn,
} from "@/lib/simulations";
import { replayRequest } from "./replay-request";

const NOTE_EVERY_MS = 500;

export type SimulationRun = {
  clock: Clock;
  /** Names the process: its lease is its own, and another's is respected. A UUID. */
  holder: string;
  /** Works on this simulation alone; absent: on whichever has waited longest. */
  only?: SimulationKey;
  signal?: AbortSignal;
  /** In how many parts a past is replayed; absent: as is best for its length and the machine. */
  parts?: number;
};

/** Somebody cancelled the simulation, another process took it over, or this one is told to stop. */
class Stopped extends Error {}

/**
 * Runs the simulation that has waited longest, from its beginning to its end. It reads the database as it was when it
 * began and writes nothing but its progress and, once, what it found; a process that is killed leaves it to the next
 * one, which begins again.
 * @returns the simulation that was worked on, or null when there was none
 */
export async function runNextSimulation({
  clock,
  holder,
  only,
  signal,
  parts,
}: SimulationRun): Promise<SimulationKey | null> {
  const lease = await withTx({}, async (tx) => {
    await failAbandoned(tx, clock.now());
    return claimSimulation(tx, holder, clock.now(), only ?? null);
  });
  if (lease === null) return null;
  try {
    await run(lease, clock, signal, parts);
  } catch (error) {
    if (!(error instanceof Stopped)) await recordFault(lease, error, clock);
    else if (signal?.aborted) await releaseSimulation(db(), lease);
  }
  return { programId: lease.programId, simulationId: lease.simulationId };
}

async function run(
  lease: SimulationLease,
  clock: Clock,
  signal: AbortSignal | undefined,
  parts: number | undefined,
): Promise<void> {
  const { programId, simulationId } = lease;
  const row = await findSimulation(db(), programId, simulationId);
  const program = await readProgram(programId);
  let notedAt = Number.NEGATIVE_INFINITY;
  const onProgress = async (done: number, events: number) => {
    if (signal?.aborted) throw new Stopped();
    if (performance.now() - notedAt < NOTE_EVERY_MS) return;
    notedAt = performance.now();
    if (!(await noteProgress(db(), lease, { done, events }))) throw new Stopped();
  };
  const order = { program, request: requestOf(row), fileKey: row.fileKey, now: clock.now() };
  const { report, scenarios, done } = await replayRequest(order, onProgress, parts);
  const samples = scenarios.map((scenario) => samplesIn(scenario.samples));
  await finishSimulation(lease, { report, samples, done }, clock);
}

/** What cannot be mended by trying again is told to the person; anything else is for the operator's log. */
async function recordFault(lease: SimulationLease, error: unknown, clock: Clock): Promise<void> {
  if (error instanceof AppError && error.transient) {
    await releaseSimulation(db(), lease);
    return;
  }
  const isKnown = error instanceof AppError;
  if (!isKnown) {
    const fault = sqlState(error) ?? (error instanceof Error ? error.message : "unknown");
    log().error(
      { programId: lease.programId, simulationId: lease.simulationId, fault },
      "a simulation failed",
    );
  }
  const reason = isKnown
    ? error.publicMessage
    : "It stopped for a fault on our side. Nothing was changed; try again.";
  await failSimulation(lease, reason, clock);
}
