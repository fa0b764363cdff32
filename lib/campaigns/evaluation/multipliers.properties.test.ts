import fc from "fast-check";
import { expect, it } from "vitest";
import { anyCampaign, anyPurchase } from "./arbitraries";
import { compileRuleSet } from "./compile";
import { definitionOf, live } from "./testing";

const double = definitionOf({ effects: [{ kind: "multiplier", factorPercent: 200, on: "all" }] });

/** Campaigns that multiply nothing themselves, with limits of every kind. */
const giver = anyCampaign.map((definition) => ({
  ...definition,
  control: undefined,
  stacking: undefined,
  terms: undefined,
  effects: definition.effects.filter(({ kind }) => kind !== "multiplier"),
}));

it("who doubles all that another campaign gives, gives as much as it does, whatever its limits cut", () => {
  fc.assert(
    fc.property(giver, fc.array(anyPurchase, { minLength: 1, maxLength: 10 }), (definition, events) => {
      const versions = [definition, double].map((rules, index) => ({
        campaignId: `c${index}`,
        version: 1,
        definition: rules,
      }));
      const ruleSet = compileRuleSet(1, versions, { timeZone: "Europe/Berlin", currency: "EUR" });
      for (const { decision } of live(ruleSet, events).results) {
        const [given, doubled] = decision.campaigns;
        expect(doubled?.granted).toBe(given?.granted);
      }
    }),
  );
});
