import { describe, expect, it } from "vitest";
import { type CampaignDefinitionInput, campaignDefinition } from "../schema";
import { looksAtSegments } from "./named-codes";
import { type KnownCodes, unknownCodes } from "./unknown-codes";

const known: KnownCodes = {
  tier: new Set(["silver", "gold"]),
  segment: new Set(["vip"]),
  group: new Set(["offers"]),
  sponsor: new Set(["oatly"]),
};
const unknownIn = (rules: Partial<CampaignDefinitionInput>, has = known) =>
  unknownCodes(
    campaignDefinition.parse({
      name: "Test",
      trigger: { event: "purchase" },
      effects: [{ kind: "fixed", points: 1 }],
      ...rules,
    }),
    has,
  ).map(({ path, kind, code }) => `${path.join("/")} ${kind} ${code}`);

const tier = (value: string) => ({ attribute: "tier", test: { op: "is" as const, value } });

describe("what a campaign names", () => {
  it("is found where the program does not have it", () => {
    expect(
      unknownIn({
        audience: { match: "any", tests: [tier("Gold"), tier("platinum")] },
        condition: {
          kind: "any",
          conditions: [
            {
              kind: "not",
              condition: { kind: "member", attribute: "segments", test: { op: "is", value: "staff" } },
            },
            { kind: "member", attribute: "segments", test: { op: "in", value: ["vip", "news"] } },
            { kind: "member", attribute: "city", test: { op: "is", value: "platinum" } },
          ],
        },
        effects: [
          { kind: "fixed", points: 1 },
          { kind: "tier", tier: "black" },
          { kind: "segment", segment: "won-back" },
        ],
        stacking: { group: "best" },
        funding: { sponsor: "plantly", percent: 50 },
      }),
    ).toEqual([
      "audience/tests/1/test/value tier platinum",
      "condition/conditions/0/condition/test/value segment staff",
      "condition/conditions/1/test/value/1 segment news",
      "effects/1/tier tier black",
      "effects/2/segment segment won-back",
      "stacking/group group best",
      "funding/sponsor sponsor plantly",
    ]);
  });

  it("is fine where the program has it", () => {
    expect(
      unknownIn({
        audience: { match: "all", tests: [tier("gold")] },
        stacking: { group: "offers" },
        funding: { sponsor: "oatly", percent: 100 },
      }),
    ).toEqual([]);
  });

  it("may be a tier that is kept elsewhere, but not one to be given", () => {
    const without = { ...known, tier: new Set<string>() };
    const rules = { audience: { match: "all" as const, tests: [tier("platinum")] } };
    expect(unknownIn(rules, without)).toEqual([]);
    expect(unknownIn({ ...rules, effects: [{ kind: "tier", tier: "gold" }] }, without)).toEqual([
      "effects/0/tier tier gold",
    ]);
  });
});

describe("whether rules look at segments", () => {
  const looksAt = (rules: Partial<CampaignDefinitionInput>) =>
    looksAtSegments(
      campaignDefinition.parse({
        name: "Test",
        trigger: { event: "purchase" },
        effects: [{ kind: "fixed", points: 10 }],
        ...rules,
      }),
    );
  const guild = (other: string) =>
    ({ kind: "compare", field: "attributes.guild", op: "is", with: other }) as const;

  it("is so where something is compared with them, however deep", () => {
    expect(looksAt({})).toBe(false);
    expect(looksAt({ condition: guild("member.tags") })).toBe(false);
    expect(looksAt({ condition: { kind: "not", condition: guild("member.segments") } })).toBe(true);
  });
});
