import { compileRuleSet, evaluate, windowStarts } from "@/lib/campaigns";
import type { EngineEvent, EngineState } from "@/lib/campaigns/engine";
import { definitionOf, type MixedCampaign, mixedCampaigns, sequence } from "./support/campaigns";
import { type Evaluate, factsOf, jsonLogicEngine, jsonRulesEngine } from "./support/equivalent-rules";
import { type Measurement, runPart } from "./support/part";
import { purchase } from "./support/purchases";

/** Events a second that one core evaluates against mixed campaigns, beside engines that others use. */

const EVENTS = 5_000;
const SECONDS = 2;
const AT_ONCE = 500;
const UNTIL = new Date("2026-11-20T12:00:00Z");
const TIER = "gold";

const next = sequence(42);
const purchases = Array.from({ length: EVENTS }, (_, index) => purchase(next, String(index), 1, UNTIL));
const events = purchases.map(({ occurredAt, store, lines }): EngineEvent => {
  const amountMinor = lines.reduce((sum, line) => sum + line.amountMinor, 0);
  return { type: "purchase", occurredAt: new Date(occurredAt), payload: { amountMinor, lines, store } };
});
const state: EngineState = {
  member: { memberId: "member", attributes: { tier: TIER }, joinedAt: new Date("2026-01-01T00:00:00Z") },
  capUse: () => 0,
  budgetUse: () => 0,
  history: () => [],
};

await runPart(async ({ rounds }) => {
  const measurements: Measurement[] = [];
  for (const count of [20, 200]) {
    const campaigns = mixedCampaigns(count);
    const own = ours(campaigns);
    const fired = await own(events.length);
    const share = `${(fired / EVENTS).toFixed(1)} campaigns fire per event`;
    measurements.push(await measure("Tessera: points, limits, reasons", own, count, rounds, share));
    const others = {
      "json-rules-engine: which rules hold": jsonRulesEngine(campaigns),
      "json-logic-engine, compiled: which rules hold": jsonLogicEngine(campaigns),
    };
    for (const [name, evaluateFacts] of Object.entries(others)) {
      const theirs = theirRun(evaluateFacts);
      const held = await theirs(purchases.length);
      // A bonus on base points that round to none fires for them alone.
      if (Math.abs(held - fired) > fired / 100) throw new Error(`${name} fires ${held} times, not ${fired}`);
      measurements.push(await measure(name, theirs, count, rounds));
    }
  }
  return measurements;
});

/** Evaluates the first so many events. @returns how many campaigns fired */
type Run = (events: number) => Promise<number>;

function ours(campaigns: readonly MixedCampaign[]): Run {
  const ruleSet = compileRuleSet(
    1,
    campaigns.map((campaign, index) => ({
      campaignId: `campaign-${index}`,
      version: 1,
      definition: definitionOf(campaign),
    })),
    { timeZone: "Europe/Berlin", currency: "EUR" },
  );
  return async (count) => {
    let fired = 0;
    for (const event of events.slice(0, count)) {
      if (windowStarts(ruleSet, event).length === 0) throw new Error("the campaigns have limits");
      fired += evaluate(ruleSet, state, event).awards.length;
    }
    return fired;
  };
}

function theirRun(evaluateFacts: Evaluate): Run {
  return async (count) => {
    let held = 0;
    for (const one of purchases.slice(0, count)) held += await evaluateFacts(factsOf(one, TIER));
    return held;
  };
}

async function measure(
  name: string,
  run: Run,
  campaigns: number,
  rounds: number,
  note?: string,
): Promise<Measurement> {
  await run(AT_ONCE);
  const perSecond: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const started = cpuSeconds();
    let evaluated = 0;
    while (cpuSeconds() - started < SECONDS) {
      await run(AT_ONCE);
      evaluated += AT_ONCE;
    }
    perSecond.push(evaluated / (cpuSeconds() - started));
  }
  return {
    part: "rules",
    name: `${campaigns} campaigns, ${name}`,
    unit: "events/s a core",
    rounds: perSecond,
    note,
  };
}

/** Seconds of processor time: what else the machine does meanwhile does not count. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}
