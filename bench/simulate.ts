import { systemCtx } from "@/lib/auth/context";
import { createCampaign } from "@/lib/campaigns";
import { systemClock } from "@/lib/core/clock";
import { fromTypeId, newId } from "@/lib/core/ids";
import { runNextSimulation } from "@/lib/flows/run-simulation";
import { readProgram } from "@/lib/programs";
import { createSimulation, readSimulation } from "@/lib/simulations";
import { foundClub } from "./support/club";
import { withDatabase } from "./support/database";
import { type Measurement, progress, runPart } from "./support/part";
import { growPast } from "./support/past";

/** Events a second that a simulation goes through: a draft beside twenty live campaigns, and those without it. */

const EVENTS = 1_000_000;
const MEMBERS = 100_000;
const CAMPAIGNS = 20;
const FROM = new Date("2026-06-01T00:00:00Z");
const DAYS = 90;

await runPart(({ rounds }) => withDatabase(({ url }) => measure(url, rounds)));

async function measure(url: string, rounds: number): Promise<Measurement[]> {
  const { programId } = await foundClub(MEMBERS, CAMPAIGNS);
  const ctx = systemCtx(programId, "bench");
  const { ruleSetVersion } = await readProgram(programId);
  await growPast(
    url,
    { programId, members: MEMBERS, ruleSetVersion },
    { events: EVENTS, from: FROM, days: DAYS },
  );
  const { campaignId } = await createCampaign(ctx, {
    definition: {
      name: "Every third coffee",
      trigger: { event: "purchase" },
      condition: {
        kind: "all",
        conditions: [
          { kind: "lines", quantifier: "any", filter: [{ field: "category", op: "in", values: ["Coffee"] }] },
          {
            kind: "history",
            of: { event: "purchase", filter: [{ field: "category", op: "in", values: ["Coffee"] }] },
            measure: "count",
            window: { kind: "days", days: 30 },
            op: "every",
            value: 3,
            withThis: true,
          },
        ],
      },
      effects: [{ kind: "fixed", points: 30 }],
      limits: [{ per: "campaign", points: 500_000, window: "lifetime" }],
    },
  });
  const seconds: number[] = [];
  const processor: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const { id } = await createSimulation(ctx, {
      variants: [{ campaignId }],
      mode: "on_top",
      rules: "now",
      source: { kind: "history", from: "2026-06-01", to: "2026-08-31" },
      population: null,
      upliftPercent: null,
    });
    const simulationId = fromTypeId("sim", id) ?? "";
    const before = process.cpuUsage();
    const started = performance.now();
    await runNextSimulation({ clock: systemClock, holder: newId(), only: { programId, simulationId } });
    seconds.push((performance.now() - started) / 1_000);
    const { user, system } = process.cpuUsage(before);
    processor.push((user + system) / EVENTS);
    const { state, report, error } = await readSimulation(ctx, simulationId);
    if (state !== "done" || report?.events !== EVENTS)
      throw new Error(`${state}: ${error}, ${report?.events}`);
    progress(
      `simulate: ${seconds.at(-1)?.toFixed(1)} s, ${processor.at(-1)?.toFixed(1)} µs of processor time an event`,
    );
  }
  const note = `a draft with history and a budget beside ${CAMPAIGNS} live campaigns, ${MEMBERS} members`;
  return [
    { part: "simulate", name: `simulation of ${EVENTS} events`, unit: "s", rounds: seconds, note },
    {
      part: "simulate",
      name: "events simulated",
      unit: "events/s",
      rounds: seconds.map((elapsed) => EVENTS / elapsed),
      note,
    },
    { part: "simulate", name: "processor time of Node.js", unit: "µs/event", rounds: processor, note },
  ];
}
