import { compileRuleSet, evaluate, windowStarts } from "@/lib/campaigns";
import type { EngineEvent, EngineState } from "@/lib/campaigns/engine";
import { mixedCampaigns, sequence } from "./support/campaigns";
import { type Measurement, runPart } from "./support/part";
import { purchase } from "./support/purchases";

/** Events a second that one core evaluates against mixed campaigns, as posting asks for them. */

const EVENTS = 5_000;
const SECONDS = 2;
const UNTIL = new Date("2026-11-20T12:00:00Z");

const next = sequence(42);
const events: EngineEvent[] = Array.from({ length: EVENTS }, (_, index) => {
  const { occurredAt, store, lines } = purchase(next, String(index), 1, UNTIL);
  const amountMinor = lines.reduce((sum, line) => sum + line.amountMinor, 0);
  return { type: "purchase", occurredAt: new Date(occurredAt), payload: { amountMinor, lines, store } };
});

const state: EngineState = {
  member: { attributes: { tier: "gold" }, joinedAt: new Date("2026-01-01T00:00:00Z") },
  capUse: () => 0,
};

await runPart(async ({ rounds }) => [20, 200].map((count) => measure(count, rounds)));

function measure(count: number, rounds: number): Measurement {
  const ruleSet = compileRuleSet(
    1,
    mixedCampaigns(count).map((definition, index) => ({
      campaignId: `campaign-${index}`,
      version: 1,
      definition,
    })),
    { timeZone: "Europe/Berlin", currency: "EUR" },
  );
  let fired = 0;
  const evaluateAll = () => {
    fired = 0;
    for (const event of events) {
      if (windowStarts(ruleSet, event).length === 0) throw new Error("the campaigns have limits");
      fired += evaluate(ruleSet, state, event).awards.length;
    }
  };
  for (let warm = 0; warm < 5; warm += 1) evaluateAll();
  const perSecond = Array.from({ length: rounds }, () => {
    const started = cpuSeconds();
    let evaluated = 0;
    while (cpuSeconds() - started < SECONDS) {
      evaluateAll();
      evaluated += EVENTS;
    }
    return evaluated / (cpuSeconds() - started);
  });
  return {
    part: "rules",
    name: `evaluated against ${count} campaigns`,
    unit: "events/s a core",
    rounds: perSecond,
    note: `${(fired / EVENTS).toFixed(1)} campaigns fire per event`,
  };
}

/** Seconds of processor time: what else the machine does meanwhile does not count. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}
