import { systemCtx } from "@/lib/auth/context";
import { createCampaign, endCampaign, launchCampaign } from "@/lib/campaigns";
import type { CampaignDefinitionInput } from "@/lib/campaigns/schema";
import { db } from "@/lib/db";
import { acceptEvents } from "@/lib/events";
import { postSlice } from "@/lib/flows/post-events";
import { prepareHistory } from "@/lib/flows/prepare-history";
import { sequence } from "./support/campaigns";
import { foundClub } from "./support/club";
import { type BenchDatabase, footprint, withDatabase } from "./support/database";
import { type Measurement, progress, runPart } from "./support/part";
import { processorSecondsOfFamily } from "./support/processor";
import { purchase } from "./support/purchases";

/**
 * What posting costs when three of twenty campaigns look at what members have done, beside the same number that do not;
 * and how fast the history of what happened before a launch is counted.
 */

const PART = "history";
const MEMBERS = 20_000;
const CAMPAIGNS = 20;
const EVENTS = 40_000;
const BATCH = 1_000;

const HISTORY: CampaignDefinitionInput[] = [
  {
    name: "Twice coffee",
    trigger: { event: "purchase" },
    condition: {
      kind: "history",
      of: { filter: [{ field: "category", op: "in", values: ["Coffee"] }] },
      measure: "count",
      window: { kind: "days", days: 30 },
      op: "at_least",
      value: 2,
    },
    effects: [{ kind: "multiplier", factorPercent: 200 }],
    limits: [{ per: "member", points: 200, window: "month" }],
  },
  {
    name: "Every tenth",
    trigger: { event: "purchase" },
    condition: {
      kind: "history",
      measure: "count",
      window: { kind: "lifetime" },
      op: "every",
      value: 10,
      withThis: true,
    },
    effects: [{ kind: "fixed", points: 100 }],
  },
  {
    name: "Three shops",
    trigger: { event: "purchase" },
    condition: {
      kind: "history",
      measure: "distinct",
      what: "store",
      window: { kind: "current", period: "month" },
      op: "at_least",
      value: 3,
      withThis: true,
    },
    effects: [{ kind: "fixed", points: 5 }],
  },
];

type Cost = { worker: number; database: number; wal: number };

await runPart(({ rounds }) => withDatabase((database) => measure(database, rounds)));

function figure(name: string, unit: string, values: number[]): Measurement {
  return { part: PART, name, unit, rounds: values, note: `${MEMBERS} members, durable` };
}

async function measure({ url, postmasterPid }: BenchDatabase, rounds: number): Promise<Measurement[]> {
  const { programId } = await foundClub(MEMBERS, CAMPAIGNS);
  const ctx = systemCtx(programId, "bench");
  const next = sequence(7);
  const post = async (name: string, events: number): Promise<Cost> => {
    for (let start = 0; start < events; start += BATCH) {
      const until = new Date();
      const batch = Array.from({ length: BATCH }, (_, index) =>
        purchase(next, `${name}-${start + index}`, MEMBERS, until),
      );
      await acceptEvents(ctx, batch);
    }
    await db().$executeRaw`ANALYZE`;
    const before = { ...(await footprint(url)), database: processorSecondsOfFamily(postmasterPid) };
    const used = process.cpuUsage();
    await Promise.all([1, 2].map(drain));
    const { user, system } = process.cpuUsage(used);
    const after = { ...(await footprint(url)), database: processorSecondsOfFamily(postmasterPid) };
    const cost = {
      worker: (user + system) / events,
      database: ((after.database - before.database) * 1e6) / events,
      wal: (after.walBytes - before.walBytes) / events,
    };
    progress(`${name}: ${JSON.stringify(cost)}`);
    return cost;
  };
  const repeat = async (name: string) => {
    const costs: Cost[] = [];
    for (let round = 1; round <= rounds; round += 1) costs.push(await post(`${name}-${round}`, EVENTS));
    return costs;
  };
  await post("warm-up", EVENTS);
  const without = await repeat("without");

  const replaced = await db().campaign.findMany({
    where: { programId },
    orderBy: { campaignId: "desc" },
    take: HISTORY.length,
  });
  for (const { campaignId } of replaced) await endCampaign(ctx, campaignId);
  for (const definition of HISTORY) {
    const { campaignId } = await createCampaign(ctx, { definition });
    await launchCampaign(ctx, campaignId);
  }
  const started = performance.now();
  await prepareHistory({ programId });
  const seconds = (performance.now() - started) / 1_000;
  const having = await repeat("having");
  return [
    ...figures("no campaign of 20 looks at history", without),
    ...figures("3 of 20 look at history", having),
    figure("history counted for a launch", "events/s", [(EVENTS * (rounds + 1)) / seconds]),
  ];
}

function figures(kind: string, costs: readonly Cost[]): Measurement[] {
  return [
    figure(
      `posting, ${kind}: Node.js`,
      "µs/event",
      costs.map(({ worker }) => worker),
    ),
    figure(
      `posting, ${kind}: PostgreSQL`,
      "µs/event",
      costs.map(({ database }) => database),
    ),
    figure(
      `posting, ${kind}: log`,
      "bytes/event",
      costs.map(({ wal }) => wal),
    ),
  ];
}

async function drain(): Promise<void> {
  while ((await postSlice()) !== null);
}
