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
const PROMOTING_STORES = STORES.slice(0, 3);

/** What a campaign of the mix is about. */
export type MixedCampaign = { name: string } & (
  | { kind: "base" }
  | { kind: "category"; category: string }
  | { kind: "morning"; category: string; weekday: number }
  | { kind: "gold"; fromMinor: number }
  | { kind: "store"; category: string; store: string }
  | { kind: "basket"; category: string; fromMinor: number }
);

/** The base rate and promotions: by product, by day and hour, by store, for some members, with limits. */
export function mixedCampaigns(count: number): MixedCampaign[] {
  return Array.from({ length: count }, (_, index) => {
    const round = Math.floor(index / 5);
    const name = `Campaign ${index}`;
    const category = PROMOTED[(index + round) % PROMOTED.length] ?? "";
    if (index === 0) return { name, kind: "base" };
    switch (index % 5) {
      case 0:
        return { name, kind: "category", category };
      case 1:
        return { name, kind: "morning", category, weekday: (index % 7) + 1 };
      case 2:
        return { name, kind: "gold", fromMinor: 5_000 };
      case 3:
        return {
          name,
          kind: "store",
          category,
          store: PROMOTING_STORES[round % PROMOTING_STORES.length] ?? "",
        };
      default:
        return { name, kind: "basket", category, fromMinor: 2_000 };
    }
  });
}

/** The same as the product knows campaigns. */
export function definitionOf(campaign: MixedCampaign): CampaignDefinition {
  return campaignDefinition.parse({
    name: campaign.name,
    trigger: { event: "purchase" },
    ...rulesOf(campaign),
  });
}

function rulesOf(campaign: MixedCampaign) {
  const filter =
    "category" in campaign ? [{ field: "category", op: "in", values: [campaign.category] }] : undefined;
  switch (campaign.kind) {
    case "base":
      return { effects: [{ kind: "per_amount", points: 1, perMinor: 100 }] };
    case "category":
      return { effects: [{ kind: "per_amount", points: 3, perMinor: 100, basis: "lines", filter }] };
    case "morning":
      return {
        condition: { kind: "time", weekdays: [campaign.weekday], from: "07:00", to: "11:00" },
        effects: [{ kind: "multiplier", factorPercent: 200, filter }],
        limits: [{ per: "member", points: 200, window: "month" }],
      };
    case "gold":
      return {
        audience: { match: "all", tests: [{ attribute: "tier", test: { op: "is", value: "gold" } }] },
        condition: {
          kind: "event",
          field: "amountMinor",
          test: { op: "at_least", value: campaign.fromMinor },
        },
        effects: [{ kind: "fixed", points: 50 }],
      };
    case "store":
      return {
        condition: {
          kind: "all",
          conditions: [
            { kind: "event", field: "store", test: { op: "in", value: [campaign.store] } },
            { kind: "lines", quantifier: "any", filter },
          ],
        },
        effects: [{ kind: "fixed", points: 10 }],
        limits: [{ per: "member", points: 100, window: "week" }],
      };
    case "basket":
      return {
        condition: {
          kind: "basket",
          measure: "amountMinor",
          filter,
          op: "at_least",
          value: campaign.fromMinor,
        },
        effects: [{ kind: "fixed", points: 25 }],
        limits: [{ per: "member", points: 25, window: "day" }],
      };
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
