import type { CampaignDefinition } from "@/lib/campaigns/schema";
import { capitalised } from "./campaign-words";

export type CampaignTemplate = { key: string; title: string; definition: CampaignDefinition };

const BLANK = {
  trigger: { event: "purchase" },
  audience: null,
  condition: null,
  effects: [],
  limits: [],
  schedule: {},
} satisfies Omit<CampaignDefinition, "name">;

export const BLANK_CAMPAIGN: CampaignDefinition = { ...BLANK, name: "New campaign" };

/**
 * Where campaigns start from: each can run as it is and is meant to be changed.
 * @param pointName what the program calls its points
 * @param unitMinor one whole unit of the program's currency in minor units: 100 for euros, 1 for yen
 */
export function campaignTemplates(pointName: string, unitMinor: number): CampaignTemplate[] {
  return [
    {
      key: "base-rate",
      title: `${capitalised(pointName)} on every purchase`,
      definition: {
        ...BLANK,
        name: "Base rate",
        effects: [{ kind: "per_amount", points: 1, perMinor: unitMinor, basis: "basket", rounding: "floor" }],
      },
    },
    {
      key: "happy-hour",
      title: `Double ${pointName} in quiet hours`,
      definition: {
        ...BLANK,
        name: "2× on weekday mornings",
        condition: {
          kind: "all",
          conditions: [{ kind: "time", weekdays: [1, 2, 3, 4], from: "07:00", to: "11:00" }],
        },
        effects: [{ kind: "multiplier", factorPercent: 200, on: "base", rounding: "floor" }],
        limits: [{ per: "member", points: 200, window: "month" }],
      },
    },
    {
      key: "category",
      title: `Extra ${pointName} on a category`,
      definition: {
        ...BLANK,
        name: `Triple ${pointName} on coffee`,
        effects: [
          {
            kind: "multiplier",
            factorPercent: 300,
            on: "base",
            filter: [{ field: "category", op: "in", values: ["Coffee"] }],
            rounding: "floor",
          },
        ],
      },
    },
    {
      key: "big-basket",
      title: "Bonus for a big basket",
      definition: {
        ...BLANK,
        name: `50 ${pointName} for a big basket`,
        condition: {
          kind: "all",
          conditions: [{ kind: "basket", measure: "amountMinor", op: "at_least", value: 50 * unitMinor }],
        },
        effects: [{ kind: "fixed", points: 50 }],
        limits: [{ per: "member", points: 50, window: "day" }],
      },
    },
    {
      key: "welcome",
      title: "Welcome new members",
      definition: {
        ...BLANK,
        name: "Welcome bonus",
        audience: {
          match: "all",
          tests: [{ attribute: "daysSinceJoining", test: { op: "at_most", value: 30 } }],
        },
        effects: [{ kind: "fixed", points: 60 }],
        limits: [{ per: "member", points: 60, window: "lifetime" }],
      },
    },
    {
      key: "tier",
      title: "More for your best members",
      definition: {
        ...BLANK,
        name: "Gold members earn 1.5×",
        audience: { match: "all", tests: [{ attribute: "tier", test: { op: "is", value: "gold" } }] },
        effects: [{ kind: "multiplier", factorPercent: 150, on: "base", rounding: "floor" }],
      },
    },
    {
      key: "brand",
      title: `A brand’s own ${pointName}`,
      definition: {
        ...BLANK,
        name: `3 ${pointName} on Plantly`,
        effects: [
          {
            kind: "per_amount",
            points: 3,
            perMinor: unitMinor,
            basis: "lines",
            filter: [{ field: "brand", op: "in", values: ["Plantly"] }],
            rounding: "floor",
          },
        ],
        limits: [{ per: "member", points: 300, window: "week" }],
      },
    },
    {
      key: "check-in",
      title: "Reward something other than buying",
      definition: {
        ...BLANK,
        name: `5 ${pointName} for a check-in`,
        trigger: { event: "custom", name: "checkin" },
        effects: [{ kind: "fixed", points: 5 }],
        limits: [{ per: "member", points: 5, window: "day" }],
      },
    },
  ];
}
