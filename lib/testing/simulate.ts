import { systemClock } from "@/lib/core/clock";
import { fromTypeId, newId } from "@/lib/core/ids";
import { acceptEvents } from "@/lib/events";
import { postSlice } from "@/lib/flows/post-events";
import { runNextSimulation } from "@/lib/flows/run-simulation";
import {
  createSimulation,
  readSimulation,
  type SimulationDetail,
  type SimulationInput,
} from "@/lib/simulations";
import { simulationInput } from "@/lib/simulations/schema";
import type { TestProgram } from "./fixtures";

const BATCH = 500;
/** Events of a slice: few, so that workers meet often. */
const SLICE = 40;

/** Sends events through the real queue and has several workers post them at once. */
export async function postAll(
  { ctx, programId }: TestProgram,
  events: readonly object[],
  { workers = 3, slice = SLICE }: { workers?: number; slice?: number } = {},
): Promise<void> {
  for (let start = 0; start < events.length; start += BATCH) {
    const { rejected, results } = await acceptEvents(ctx, events.slice(start, start + BATCH));
    if (rejected > 0) throw new Error(JSON.stringify(results.find(({ status }) => status === "rejected")));
  }
  const work = async () => {
    for (;;) {
      const report = await postSlice({ programId, limit: slice });
      if (report === null) return;
      if (report.deadLettered > 0) throw new Error("every event of the test can be posted");
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
}

/** Asks for a simulation and runs it to its end. @param parts in how many its past is replayed */
export async function simulate(
  { ctx, programId }: TestProgram,
  input: SimulationInput,
  parts?: number,
): Promise<SimulationDetail> {
  const { id } = await createSimulation(ctx, simulationInput.parse(input));
  const simulationId = fromTypeId("sim", id);
  if (simulationId === null) throw new Error("a simulation has a simulation's id");
  const only = { programId, simulationId };
  const inParts = parts === undefined ? {} : { parts };
  await runNextSimulation({ clock: systemClock, holder: newId(), only, ...inParts });
  return readSimulation(ctx, simulationId);
}
