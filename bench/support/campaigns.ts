import { type CampaignDefinition, campaignDefinition } from "@/lib/campaigns/schema";

/** A shop's assortment: campaigns are about the first of these, baskets hold any of them. */
export const CATEGORIES = [
  "Coffee",
  "Bakery",
  "Dairy",
  "Produce",
  "Household",
  "Meat",
  "Fish",
  "Frozen",
  "Drinks",
  "Sweets",
  "Pasta",
  "Spices",
  "Baby",
  "Pets",
  "Beauty",
  "Paper",
];
const PROMOTED = CATEGORIES.slice(0, 5);
export const STORES = ["Mitte", "Kollwitzstr.", "Web shop", "Hafen", "Nordbahnhof", "Westend"];

/** The base rate and promotions: by product, by day and hour, by store, for some members, with limits. */
export function mixedCampaigns(count: number): CampaignDefinition[] {
  return Array.from({ length: count }, (_, index) => campaignDefinition.parse(campaign(index)));
}

function campaign(index: number) {
  const round = Math.floor(index / 5);
  const category = PROMOTED[(index + round) % PROMOTED.length];
  const filter = [{ field: "category", op: "in", values: [category] }];
  const shared = { name: `Campaign ${index}`, trigger: { event: "purchase" } };
  switch (index === 0 ? "base" : index % 5) {
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
            { kind: "event", field: "store", test: { op: "in", value: [STORES[round % 3]] } },
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
}

/** A sequence of numbers below a bound that is the same in every run, so that all measure the same work. */
export function sequence(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}
