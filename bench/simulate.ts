import { spawn } from "node:child_process";
import { once } from "node:events";
import { systemCtx } from "@/lib/auth/context";
import { createCampaign } from "@/lib/campaigns";
import { fromTypeId } from "@/lib/core/ids";
import { readProgram } from "@/lib/programs";
import { createSimulation, readSimulation } from "@/lib/simulations";
import { simulatorArguments } from "@/scripts/support/processes";
import { foundClub } from "./support/club";
import { type BenchDatabase, withDatabase } from "./support/database";
import { type Measurement, progress, runPart } from "./support/part";
import { growPast } from "./support/past";
import { processorSecondsOfFamily } from "./support/processor";
import { buildProduct, DIST_FOLDER } from "./support/product";

/** Events a second that a simulation goes through: a draft beside twenty live campaigns, and those without it. */

const EVENTS = 1_000_000;
const MEMBERS = 100_000;
const CAMPAIGNS = 20;
const FROM = new Date("2026-06-01T00:00:00Z");
const DAYS = 90;

await runPart(async ({ rounds }) => {
  await buildProduct();
  return withDatabase((database) => measure(database, rounds));
});

async function measure({ url, postmasterPid }: BenchDatabase, rounds: number): Promise<Measurement[]> {
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
  const server: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const { id } = await createSimulation(ctx, {
      variants: [{ campaignId }],
      mode: "on_top",
      rules: "now",
      source: { kind: "history", from: "2026-06-01", to: "2026-08-31" },
      population: null,
      upliftPercent: null,
    });
    const before = processorSecondsOfFamily(postmasterPid);
    const taken = await simulateOnce();
    seconds.push(taken.seconds);
    processor.push((taken.processorSeconds * 1_000_000) / EVENTS);
    server.push(((processorSecondsOfFamily(postmasterPid) - before) * 1_000_000) / EVENTS);
    const { state, report, error } = await readSimulation(ctx, fromTypeId("sim", id) ?? "");
    if (state !== "done" || report?.events !== EVENTS)
      throw new Error(`${state}: ${error}, ${report?.events}`);
    progress(
      `simulate: ${seconds.at(-1)?.toFixed(1)} s; ${processor.at(-1)?.toFixed(1)} µs of processor time an event, and ${server.at(-1)?.toFixed(1)} µs of PostgreSQL's`,
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
    { part: "simulate", name: "processor time of PostgreSQL", unit: "µs/event", rounds: server, note },
  ];
}

/** In the product's own process: what passes from its start to its end, and the processor time of all of its threads. */
async function simulateOnce(): Promise<{ seconds: number; processorSeconds: number }> {
  const before = processorSecondsOfFamily(process.pid);
  const started = performance.now();
  const simulator = spawn(process.execPath, simulatorArguments("built", DIST_FOLDER), {
    env: { ...process.env, LOG_LEVEL: "warn" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const [code] = await once(simulator, "exit");
  if (code !== 0) throw new Error(`The simulator ended with exit code ${code}.`);
  const seconds = (performance.now() - started) / 1_000;
  return { seconds, processorSeconds: processorSecondsOfFamily(process.pid) - before };
}
