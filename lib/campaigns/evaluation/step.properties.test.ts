import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { campaignDefinition, LIMIT_WINDOWS } from "../schema";
import { compileRuleSet } from "./compile";
import type { EngineEvent } from "./facts";
import { limitNumber } from "./limit-number";
import { type EngineState, stateAfter } from "./state";
import { step } from "./step";

const category = fc.constantFrom("Coffee", "Bakery", "Dairy");
const rounding = fc.constantFrom("floor", "nearest", "ceil");
const filter = fc.option(
  category.map((value) => [{ field: "category", op: "in", values: [value] }]),
  { nil: undefined },
);

const effect = fc.oneof(
  fc.record({ kind: fc.constant("fixed"), points: fc.integer({ min: 1, max: 500 }) }),
  fc.record({
    kind: fc.constant("per_amount"),
    points: fc.integer({ min: 1, max: 20 }),
    perMinor: fc.constantFrom(1, 3, 7, 100, 250, 1_000),
    basis: fc.constantFrom("basket", "lines"),
    filter,
    rounding,
  }),
  fc.record({
    kind: fc.constant("multiplier"),
    factorPercent: fc.integer({ min: 101, max: 500 }),
    filter,
    rounding,
  }),
);

/** Limits in the order of their reach, each wider one allowing more. */
const limits = fc.uniqueArray(fc.constantFrom(...LIMIT_WINDOWS), { maxLength: 3 }).chain((windows) =>
  fc
    .array(fc.integer({ min: 1, max: 300 }), { minLength: windows.length, maxLength: windows.length })
    .map((steps) => {
      let points = 0;
      const sorted = [...windows].sort((a, b) => LIMIT_WINDOWS.indexOf(a) - LIMIT_WINDOWS.indexOf(b));
      return sorted.map((window, index) => {
        points += steps[index] ?? 1;
        return { per: "member", points, window };
      });
    }),
);

const definition = fc
  .record({
    effects: fc.uniqueArray(effect, {
      minLength: 1,
      maxLength: 3,
      selector: (item) => (item.kind === "fixed" ? "fixed" : JSON.stringify(item)),
    }),
    limits,
    condition: fc.option(fc.record({ kind: fc.constant("time"), weekdays: fc.constant([1, 2, 3]) })),
  })
  .map((rules) => campaignDefinition.parse({ name: "Any", trigger: { event: "purchase" }, ...rules }));

const line = fc.record({ category, quantity: fc.constant(1), amountMinor: fc.nat({ max: 20_000 }) });
const event: fc.Arbitrary<EngineEvent> = fc
  .record({
    lines: fc.array(line, { maxLength: 8 }),
    discount: fc.nat({ max: 5_000 }),
    minutes: fc.nat({ max: 60 * 24 * 60 }),
  })
  .map(({ lines, discount, minutes }) => ({
    type: "purchase",
    occurredAt: new Date(Date.UTC(2026, 9, 1) + minutes * 60_000),
    payload: {
      lines,
      amountMinor: Math.max(0, lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0) - discount),
    },
  }));

const campaigns = fc.array(definition, { minLength: 1, maxLength: 5 });
const events = fc.array(event, { minLength: 1, maxLength: 12 });

function ruleSetOf(definitions: ReturnType<typeof campaignDefinition.parse>[]) {
  return compileRuleSet(
    1,
    definitions.map((item, index) => ({ campaignId: `c${index}`, version: 1, definition: item })),
    { timeZone: "Europe/Berlin", currency: "EUR" },
  );
}

const fresh: EngineState = {
  member: { memberId: "member", attributes: {}, joinedAt: new Date(0) },
  capUse: () => 0,
  budgetUse: () => 0,
  history: () => [],
};

/** Evaluates events one after the other, each in the state that the ones before left. */
function run(ruleSet: ReturnType<typeof ruleSetOf>, all: readonly EngineEvent[], state = fresh) {
  const results = all.map((item) => {
    const result = step(ruleSet, state, item);
    state = stateAfter(state, result.awards);
    return result;
  });
  return { results, state };
}

describe("whatever the campaigns and the events", () => {
  it("lines add up to the award, and the award to the decision", () => {
    fc.assert(
      fc.property(campaigns, event, (definitions, item) => {
        const { decision, awards } = step(ruleSetOf(definitions), fresh, item);
        for (const award of awards) {
          expect(award.lines.reduce((sum, { points }) => sum + points, 0)).toBe(award.points);
          expect(award.lines.every(({ points }) => Number.isSafeInteger(points) && points > 0)).toBe(true);
          const decided = decision.campaigns.find(({ campaignId }) => campaignId === award.campaignId);
          expect(decided).toMatchObject({ fired: true, granted: award.points });
          expect(award.points).toBeLessThanOrEqual(decided?.desired ?? 0);
        }
        const granted = decision.campaigns.filter((campaign) => campaign.granted > 0);
        expect(granted.map(({ campaignId }) => campaignId)).toEqual(
          awards.map(({ campaignId }) => campaignId),
        );
      }),
    );
  });

  it("no limit is ever overshot, and what it let through is what it counted", () => {
    fc.assert(
      fc.property(campaigns, events, (definitions, all) => {
        const { results, state } = run(ruleSetOf(definitions), all);
        const used = new Map<string, number>();
        for (const { awards } of results) {
          for (const { campaignId, points, caps } of awards) {
            const { limits: known } = definitions[Number(campaignId.slice(1))] ?? { limits: [] };
            for (const { limitNo, windowStart } of caps) {
              const key = `${campaignId} ${limitNo} ${windowStart}`;
              used.set(key, (used.get(key) ?? 0) + points);
              const limit = known.find((candidate) => limitNumber(candidate) === limitNo);
              expect(used.get(key)).toBeLessThanOrEqual(limit?.points ?? 0);
            }
            for (const { window, points: most } of known) {
              if (window === "event") expect(points).toBeLessThanOrEqual(most ?? 0);
            }
          }
        }
        for (const [key, points] of used) {
          const [campaignId = "", limitNo, windowStart = ""] = key.split(" ");
          expect(state.capUse(campaignId, Number(limitNo), windowStart)).toBe(points);
        }
      }),
    );
  });

  it("the split into batches changes nothing", () => {
    fc.assert(
      fc.property(campaigns, events, fc.nat({ max: 12 }), (definitions, all, cut) => {
        const ruleSet = ruleSetOf(definitions);
        const first = run(ruleSet, all.slice(0, cut));
        // The second batch reads the counters afresh, as if they had been stored and loaded.
        const stored: EngineState = { ...fresh, capUse: (...key) => first.state.capUse(...key) };
        const second = run(ruleSet, all.slice(cut), stored);
        expect([...first.results, ...second.results]).toEqual(run(ruleSet, all).results);
      }),
    );
  });

  it("neither the order of the campaigns nor that of keys changes what anybody gets", () => {
    const reversedKeys = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversedKeys);
      if (typeof value !== "object" || value === null) return value;
      const entries = Object.entries(value).map(([key, inner]) => [key, reversedKeys(inner)] as const);
      return Object.fromEntries(entries.reverse());
    };
    fc.assert(
      fc.property(campaigns, event, (definitions, item) => {
        const versions = definitions.map((rules, index) => ({
          campaignId: `c${index}`,
          version: 1,
          definition: rules,
        }));
        const program = { timeZone: "Europe/Berlin", currency: "EUR" };
        const turned = versions.reverse().map((version) => ({
          ...version,
          definition: campaignDefinition.parse(reversedKeys(version.definition)),
        }));
        const byId = (awards: { campaignId: string }[]) =>
          [...awards].sort((a, b) => a.campaignId.localeCompare(b.campaignId));
        const one = step(ruleSetOf(definitions), fresh, item);
        const other = step(compileRuleSet(1, turned, program), fresh, item);
        expect(byId(other.awards)).toEqual(byId(one.awards));
        expect(byId(other.decision.campaigns)).toEqual(byId(one.decision.campaigns));
      }),
    );
  });

  it("what happens in between leaves the rules, the state and the event as they were", () => {
    fc.assert(
      fc.property(campaigns, event, (definitions, item) => {
        const ruleSet = ruleSetOf(definitions);
        const before = structuredClone(item);
        const first = step(ruleSet, fresh, item);
        expect(item).toEqual(before);
        expect(step(ruleSet, fresh, item)).toEqual(first);
      }),
    );
  });
});
