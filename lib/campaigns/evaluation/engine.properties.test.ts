import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CampaignDefinition } from "../language/definition";
import type { GroupPolicy } from "../schema";
import { anyCampaign, anyPolicy, anyPurchase } from "./arbitraries";
import { type CompiledRuleSet, compileRuleSet } from "./compile";
import type { EngineEvent } from "./facts";
import type { HistoryChange, HistoryRow } from "./history";
import { historyChanges, historyChangesOfReturn, step } from "./step";
import { live, stateOf } from "./testing";

const campaigns = fc.array(anyCampaign, { minLength: 1, maxLength: 6 });
const purchases = fc.array(anyPurchase, { minLength: 1, maxLength: 10 });
const program = {
  timeZone: "Europe/Berlin",
  currency: "EUR",
  pointTypes: [
    { pointTypeNo: 1, code: "points", valuePerThousandMinor: 730 },
    { pointTypeNo: 2, code: "stars" },
  ],
};

function compiled(definitions: readonly CampaignDefinition[], policy: GroupPolicy = "all"): CompiledRuleSet {
  const versions = definitions.map((definition, index) => ({
    campaignId: `c${index}`,
    version: 1,
    definition: { ...definition, name: `C${index}` },
  }));
  const groups = ["deals", "extras"].map((code) => ({ code, name: code, policy }));
  return compileRuleSet(1, versions, { ...program, groups });
}

const plain = (definition: CampaignDefinition): CampaignDefinition => ({
  ...definition,
  control: undefined,
  stacking: undefined,
});

describe("whatever the campaigns, groups and purchases", () => {
  it("awards add up, and what is suppressed or held out gives nothing", () => {
    fc.assert(
      fc.property(campaigns, anyPolicy, purchases, (definitions, policy, events) => {
        for (const { decision, awards } of live(compiled(definitions, policy), events).results) {
          const awarded = new Map(awards.map((award) => [award.campaignId, award]));
          expect(awarded.size).toBe(awards.length);
          for (const {
            campaignId,
            status,
            fired,
            desired,
            granted,
            benefits,
            reason,
          } of decision.campaigns) {
            const award = awarded.get(campaignId);
            expect(status === "fired").toBe(award !== undefined);
            expect(fired).toBe(award !== undefined);
            expect(reason).not.toBe("");
            expect(granted).toBeLessThanOrEqual(desired);
            expect(granted).toBe(award?.points ?? 0);
            expect(benefits).toEqual(award?.benefits ?? []);
            const points = award?.lines.map((line) => line.points) ?? [];
            expect(points.reduce((sum, share) => sum + share, 0)).toBe(granted);
            expect(points.every((share) => Number.isSafeInteger(share) && share > 0)).toBe(true);
          }
        }
      }),
    );
  });

  it("no limit is overshot, in whatever order purchases come", () => {
    fc.assert(
      fc.property(campaigns, anyPolicy, purchases, (definitions, policy, events) => {
        const used = new Map<string, number>();
        for (const { awards } of live(compiled(definitions, policy), events).results) {
          for (const { campaignId, points, costMinor, caps } of awards) {
            const { limits } = definitions[Number(campaignId.slice(1))] ?? { limits: [] };
            for (const { per, limitNo, windowStart, used: added } of caps) {
              const key = `${campaignId} ${per} ${limitNo} ${windowStart}`;
              used.set(key, (used.get(key) ?? 0) + added);
            }
            for (const limit of limits) {
              if (limit.window !== "event") continue;
              if (limit.points !== undefined) expect(points).toBeLessThanOrEqual(limit.points);
              if (limit.costMinor !== undefined) expect(costMinor).toBeLessThanOrEqual(limit.costMinor);
            }
          }
        }
        for (const [key, sum] of used) {
          const [campaignId = "", per, limitNo] = key.split(" ");
          expect(sum).toBeLessThanOrEqual(
            highest(definitions, campaignId, per === "campaign", Number(limitNo)),
          );
        }
      }),
    );
  });

  it("the same comes out twice, and nothing that went in is changed", () => {
    fc.assert(
      fc.property(campaigns, anyPolicy, purchases, (definitions, policy, events) => {
        const before = structuredClone({ definitions, events });
        const first = live(compiled(definitions, policy), events).results;
        expect(live(compiled(definitions, policy), events).results).toEqual(first);
        expect({ definitions, events }).toEqual(before);
      }),
    );
  });

  it("a campaign that gives other points at the very end changes nothing for the others", () => {
    const added = anyCampaign.map((definition) => ({
      ...definition,
      terms: { pointType: "stars" },
      stacking: { group: undefined, priority: -1_000, exclusive: false },
    }));
    const spendable = campaigns.map((all) => all.map((definition) => ({ ...definition, terms: undefined })));
    fc.assert(
      fc.property(spendable, anyPolicy, purchases, added, (definitions, policy, events, more) => {
        const without = live(compiled(definitions, policy), events).results;
        const beside = live(compiled([...definitions, more], policy), events).results;
        const ofOthers = beside.map(({ decision, awards }) => ({
          decision: decision.campaigns.slice(0, -1),
          awards: awards.filter(({ campaignId }) => campaignId !== `c${definitions.length}`),
        }));
        expect(ofOthers).toEqual(
          without.map(({ decision, awards }) => ({ decision: decision.campaigns, awards })),
        );
      }),
    );
  });

  it("conditions hold or not whatever other campaigns ask", () => {
    fc.assert(
      fc.property(campaigns, purchases, (definitions, events) => {
        const together = live(compiled(definitions.map(plain)), events).results;
        definitions.forEach((definition, index) => {
          const alone = live(compiled([plain(definition)]), events).results;
          const refusals = (results: typeof together, place: number) =>
            results.map(({ decision }) => {
              const { desired, reason, status } = decision.campaigns[place] ?? { desired: 0 };
              return desired === 0 && status === "not" ? reason : "holds";
            });
          // A multiplier alone has nothing to multiply.
          if (definition.effects.some(({ kind }) => kind === "multiplier")) return;
          expect(refusals(together, index)).toEqual(refusals(alone, 0));
        });
      }),
    );
  });
});

describe("the best for the member", () => {
  it("is what gives most of all that are in the group", () => {
    const inGroup = campaigns.map((all) =>
      all.map((definition) => ({
        ...definition,
        control: undefined,
        terms: undefined,
        stacking: { group: "deals", priority: 0, exclusive: false },
      })),
    );
    fc.assert(
      fc.property(inGroup, anyPurchase, (definitions, event) => {
        const { awards } = step(compiled(definitions, "best_for_member"), stateOf(), event);
        const each = definitions.map(
          (definition) => step(compiled([definition]), stateOf(), event).awards[0],
        );
        const most = Math.max(...each.map((award) => award?.points ?? -1));
        expect(awards.length).toBe(most < 0 ? 0 : 1);
        if (most >= 0) expect(awards[0]?.points).toBe(most);
      }),
    );
  });
});

describe("history", () => {
  const amounts = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 12 });
  /** What comes back of a purchase, a quarter of a line at a time, in steps. */
  function returnsOf(event: EngineEvent, quarters: readonly number[]): Map<number, number>[] {
    const bought = event.payload.lines?.map(({ quantity }) => Math.round(quantity * 1_000)) ?? [];
    const quantities = bought.length === 0 ? [1_000] : bought;
    let returned = new Map<number, number>();
    const steps = [returned];
    quarters.forEach((quarter, index) => {
      const line = index % quantities.length;
      const whole = quantities[line] ?? 0;
      const back = Math.min(whole, (returned.get(line) ?? 0) + Math.ceil((whole * quarter) / 4));
      returned = new Map(returned).set(line, back);
      steps.push(returned);
    });
    return steps;
  }

  function sumsOf(changes: readonly HistoryChange[]): Map<string, number[]> {
    const sums = new Map<string, number[]>();
    for (const { counter, day, value, events, amountMinor, quantityMilli } of changes) {
      const key = `${counter} ${day} ${value}`;
      const [oldEvents = 0, oldAmount = 0, oldQuantity = 0] = sums.get(key) ?? [];
      sums.set(key, [oldEvents + events, oldAmount + amountMinor, oldQuantity + quantityMilli]);
    }
    for (const [key, sum] of sums) if (sum.every((part) => part === 0)) sums.delete(key);
    return sums;
  }

  it("kept step by step is the same as counted afresh, whatever came back", () => {
    fc.assert(
      fc.property(
        campaigns,
        fc.array(fc.tuple(anyPurchase, amounts), { maxLength: 6 }),
        (definitions, all) => {
          const ruleSet = compiled(definitions);
          const kept: HistoryChange[] = [];
          const fresh: HistoryChange[] = [];
          for (const [event, quarters] of all) {
            const steps = returnsOf(event, quarters);
            kept.push(...historyChanges(ruleSet, event));
            steps.slice(1).forEach((after, index) => {
              const before = steps[index] ?? new Map<number, number>();
              kept.push(...historyChangesOfReturn(ruleSet, event, before, after));
            });
            fresh.push(...historyChanges(ruleSet, event, steps.at(-1)));
          }
          expect(sumsOf(kept)).toEqual(sumsOf(fresh));
        },
      ),
    );
  });

  it("is as if nothing had been, once everything has come back", () => {
    fc.assert(
      fc.property(campaigns, purchases, (definitions, events) => {
        const ruleSet = compiled(definitions);
        for (const event of events) {
          const everything = returnsOf(event, Array(event.payload.lines?.length || 1).fill(4)).at(-1);
          expect(historyChanges(ruleSet, event, everything)).toEqual([]);
        }
      }),
    );
  });

  it("never goes below zero", () => {
    fc.assert(
      fc.property(campaigns, anyPurchase, amounts, (definitions, event, quarters) => {
        const ruleSet = compiled(definitions);
        for (const returned of returnsOf(event, quarters)) {
          for (const row of historyChanges(ruleSet, event, returned)) {
            expect(Math.min(row.events, row.amountMinor, row.quantityMilli)).toBeGreaterThanOrEqual(0);
          }
        }
      }),
    );
  });

  it("needs no days but those that the rule set says it looks at", () => {
    fc.assert(
      fc.property(campaigns, purchases, anyPurchase, (definitions, events, event) => {
        const ruleSet = compiled(definitions);
        const { state } = live(ruleSet, events);
        const reads = new Map(
          (ruleSet.countersReadByType.get("purchase") ?? []).map(({ counter, days }) => [counter.key, days]),
        );
        const today = ruleSet.clock.windowStart(event.occurredAt.getTime(), "day");
        const isLoaded = (key: string, { day }: HistoryRow) => {
          const days = reads.get(key);
          if (days === undefined) return false;
          const reach = days === null ? Number.POSITIVE_INFINITY : days;
          return day === "0001-01-01" || (Date.parse(today) - Date.parse(day)) / 86_400_000 <= reach;
        };
        const loaded = {
          member: state.member,
          capUse: state.capUse.bind(state),
          budgetUse: state.budgetUse.bind(state),
          history: (key: string) => state.history(key).filter((row) => isLoaded(key, row)),
        };
        expect(step(ruleSet, loaded, event)).toEqual(step(ruleSet, state, event));
      }),
    );
  });
});

/** What the limit behind a counter allows. */
function highest(
  definitions: readonly CampaignDefinition[],
  campaignId: string,
  isShared: boolean,
  limitNo: number,
): number {
  const definition = definitions[Number(campaignId.slice(1))];
  const own = definition === undefined ? [] : compiled([definition]).byType.get("purchase")?.[0]?.limits;
  const found = (own ?? []).filter(
    (limit) => limit.limitNo === limitNo && (limit.per === "campaign") === isShared,
  );
  return Math.max(...found.map(({ amount }) => amount));
}
