import { capWindows, compileRuleSet, step } from "@/lib/campaigns";
import type { EngineEvent, EngineState } from "@/lib/campaigns/engine";
import { campaignDefinition } from "@/lib/campaigns/schema";

/** Events a second that one core evaluates against twenty campaigns of mixed kinds, decisions in words included. */

const CAMPAIGNS = 20;
const EVENTS = 5_000;
const SECONDS = 3;

const CATEGORIES = ["Coffee", "Bakery", "Dairy", "Produce", "Household"];
const STORES = ["Mitte", "Kollwitzstr.", "Web shop"];

/** The base rate and nineteen promotions: by product, by day and hour, by store, for some members, with limits. */
const definitions = Array.from({ length: CAMPAIGNS }, (_, index) => {
  const category = CATEGORIES[index % CATEGORIES.length];
  const filter = [{ field: "category", op: "in", values: [category] }];
  const shared = { name: `Campaign ${index}`, trigger: { event: "purchase" } };
  switch (index === 0 ? 5 : index % 5) {
    case 0:
      return {
        ...shared,
        effects: [{ kind: "per_amount", points: 3, perMinor: 100, basis: "lines", filter }],
      };
    case 1:
      return {
        ...shared,
        condition: { kind: "time", weekdays: [(index % 7) + 1], from: "07:00", to: "11:00" },
        effects: [{ kind: "multiplier", factorPercent: 200, filter }],
        limits: [{ per: "member", points: 200, window: "month" }],
      };
    case 2:
      return {
        ...shared,
        audience: { match: "all", tests: [{ attribute: "tier", test: { op: "is", value: "gold" } }] },
        condition: { kind: "event", field: "amountMinor", test: { op: "at_least", value: 5_000 } },
        effects: [{ kind: "fixed", points: 50 }],
      };
    case 3:
      return {
        ...shared,
        condition: {
          kind: "all",
          conditions: [
            { kind: "event", field: "store", test: { op: "in", value: [STORES[index % 3]] } },
            { kind: "lines", quantifier: "any", filter },
          ],
        },
        effects: [{ kind: "fixed", points: 10 }],
        limits: [{ per: "member", points: 100, window: "week" }],
      };
    case 4:
      return {
        ...shared,
        condition: { kind: "basket", measure: "amountMinor", filter, op: "at_least", value: 2_000 },
        effects: [{ kind: "fixed", points: 25 }],
        limits: [{ per: "member", points: 25, window: "day" }],
      };
    default:
      return { ...shared, effects: [{ kind: "per_amount", points: 1, perMinor: 100 }] };
  }
}).map((input) => campaignDefinition.parse(input));

const ruleSet = compileRuleSet(
  1,
  definitions.map((definition, index) => ({ campaignId: `campaign-${index}`, version: 1, definition })),
  { timeZone: "Europe/Berlin", currency: "EUR" },
);

/** A fixed sequence, so that every run measures the same work. */
let seed = 42;
const next = (bound: number) => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return seed % bound;
};

const events: EngineEvent[] = Array.from({ length: EVENTS }, (_, index) => {
  const lines = Array.from({ length: 1 + next(5) }, (_, line) => ({
    sku: `sku-${line}`,
    category: CATEGORIES[next(CATEGORIES.length)],
    quantity: 1,
    amountMinor: 100 + next(2_000),
  }));
  return {
    type: "purchase",
    occurredAt: new Date(Date.UTC(2026, 10, 1) + index * 47_000),
    payload: {
      amountMinor: lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
      lines,
      store: STORES[next(STORES.length)],
    },
  };
});

const state: EngineState = {
  member: { attributes: { tier: "gold" }, joinedAt: new Date("2026-01-01T00:00:00Z") },
  capUse: () => 0,
};

function run(): { points: number; fired: number } {
  let points = 0;
  let fired = 0;
  for (const event of events) {
    if (capWindows(ruleSet, event).length === 0) throw new Error("the campaigns have limits");
    const { decision, awards } = step(ruleSet, state, event);
    for (const award of awards) points += award.points;
    for (const campaign of decision.campaigns) fired += campaign.fired ? 1 : 0;
  }
  return { points, fired };
}

/** Seconds of processor time: what else the machine does meanwhile does not count. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}

for (let warm = 0; warm < 5; warm += 1) run();
const started = cpuSeconds();
let result = run();
let rounds = 1;
while (cpuSeconds() - started < SECONDS) {
  result = run();
  rounds += 1;
}
const perSecond = (EVENTS * rounds) / (cpuSeconds() - started);

process.stdout.write(
  `${CAMPAIGNS} campaigns, ${(result.fired / EVENTS).toFixed(1)} fire per event, ` +
    `${Math.round(perSecond).toLocaleString("en")} events/s on one core\n`,
);
