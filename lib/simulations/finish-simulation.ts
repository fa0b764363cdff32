import "server-only";
import type { Clock } from "@/lib/core/clock";
import { type Prisma, withTx } from "@/lib/db";
import type { Sample } from "./replay/samples";
import type { SimulationReport } from "./schema";
import type { SimulationLease } from "./sql";

/**
 * Keeps what a simulation found, once: whoever was cancelled or taken over meanwhile keeps nothing.
 * @param samples by scenario
 * @returns whether it was kept
 */
export async function finishSimulation(
  { programId, simulationId, holder }: SimulationLease,
  { report, samples, done }: { report: SimulationReport; samples: readonly Sample[][]; done: number },
  clock: Clock,
): Promise<boolean> {
  return withTx({}, async (tx) => {
    const { count } = await tx.simulation.updateMany({
      where: { programId, simulationId, state: "running", leaseHolder: holder },
      data: {
        state: "done",
        report: report as unknown as Prisma.InputJsonObject,
        eventsDone: done,
        events: done,
        finishedAt: clock.now(),
        leaseHolder: null,
        leaseUntil: null,
      },
    });
    if (count === 0) return false;
    const examples = samples.flatMap((own, scenario) => own.map((sample) => ({ scenario, sample })));
    await tx.simulationExample.createMany({
      data: examples.map(({ scenario, sample }, exampleNo) => ({
        programId,
        simulationId,
        exampleNo,
        kind: sample.kind,
        scenario,
        content: sample as unknown as Prisma.InputJsonObject,
      })),
    });
    return true;
  });
}

/** Notes that a simulation cannot be done, and why, for the person who asked for it. */
export async function failSimulation(
  { programId, simulationId, holder }: SimulationLease,
  error: string,
  clock: Clock,
): Promise<void> {
  await withTx({}, (tx) =>
    tx.simulation.updateMany({
      where: { programId, simulationId, state: "running", leaseHolder: holder },
      data: { state: "failed", error, finishedAt: clock.now(), leaseHolder: null, leaseUntil: null },
    }),
  );
}
