import type { CampaignDefinitionInput } from "@/lib/campaigns/schema";
import { SPONSOR } from "./partners";

/** A campaign of the demo and what becomes of it. */
export interface DemoCampaign {
  fate: "launched" | "draft" | "paused";
  definition: CampaignDefinitionInput;
}

/** What the coffee club runs. */
export const CLUB_CAMPAIGNS: readonly DemoCampaign[] = [
  {
    fate: "launched",
    definition: {
      name: "A point for every euro",
      trigger: { event: "purchase" },
      effects: [{ kind: "per_amount", points: 1, perMinor: 100 }],
    },
  },
  {
    fate: "launched",
    definition: {
      name: "Double coffee Mondays",
      trigger: { event: "purchase" },
      condition: { kind: "time", weekdays: [1] },
      effects: [
        {
          kind: "multiplier",
          factorPercent: 200,
          filter: [{ field: "category", op: "in", values: ["Coffee"] }],
          rounding: "nearest",
        },
      ],
      limits: [
        { per: "member", points: 40, window: "day" },
        { per: "campaign", points: 12_000, window: "month" },
      ],
    },
  },
  {
    fate: "launched",
    definition: {
      name: "Welcome to the club",
      trigger: { event: "custom", name: "welcome" },
      effects: [{ kind: "fixed", points: 50 }],
      limits: [{ per: "member", points: 50, window: "lifetime" }],
    },
  },
  {
    fate: "launched",
    definition: {
      name: "Bread for the weekend",
      trigger: { event: "purchase" },
      condition: {
        kind: "all",
        conditions: [
          { kind: "time", weekdays: [5, 6] },
          {
            kind: "basket",
            measure: "amountMinor",
            filter: [{ field: "category", op: "in", values: ["Bakery"] }],
            op: "at_least",
            value: 900,
          },
        ],
      },
      effects: [{ kind: "fixed", points: 10 }],
      limits: [
        { per: "member", points: 20, window: "week" },
        { per: "campaign", points: 4_000, window: "month" },
      ],
      control: { percent: 20 },
      funding: { sponsor: SPONSOR.code, percent: 50 },
    },
  },
  {
    fate: "launched",
    definition: {
      name: "Gold guests earn half as much again",
      trigger: { event: "purchase" },
      audience: { match: "all", tests: [{ attribute: "tier", test: { op: "is", value: "gold" } }] },
      effects: [{ kind: "multiplier", factorPercent: 150 }],
    },
  },
  {
    fate: "launched",
    definition: {
      name: "Your own cup",
      trigger: { event: "custom", name: "own_cup" },
      effects: [{ kind: "fixed", points: 3 }],
      limits: [{ per: "member", points: 6, window: "day" }],
    },
  },
  {
    fate: "launched",
    definition: {
      name: "The tenth coffee is on us",
      trigger: { event: "purchase" },
      condition: {
        kind: "history",
        measure: "quantity",
        of: { filter: [{ field: "category", op: "in", values: ["Coffee"] }] },
        window: { kind: "lifetime" },
        op: "every",
        value: 10,
        withThis: true,
      },
      effects: [{ kind: "voucher", name: "Free coffee", validDays: 60, costMinor: 90 }],
    },
  },
  {
    fate: "paused",
    definition: {
      name: "Early birds at Hauptbahnhof",
      trigger: { event: "purchase" },
      condition: {
        kind: "all",
        conditions: [
          { kind: "time", weekdays: [1, 2, 3, 4, 5], from: "06:00", to: "08:00" },
          { kind: "event", field: "store", test: { op: "is", value: "Hauptbahnhof" } },
        ],
      },
      effects: [{ kind: "fixed", points: 5 }],
    },
  },
  {
    fate: "draft",
    definition: {
      name: "Beans for the holidays",
      trigger: { event: "purchase" },
      effects: [
        {
          kind: "per_amount",
          points: 3,
          perMinor: 100,
          filter: [{ field: "category", op: "in", values: ["Beans"] }],
        },
      ],
      limits: [{ per: "member", points: 200, window: "month" }],
    },
  },
];

/** What the wholesale program runs. */
export const TRADE_CAMPAIGNS: readonly DemoCampaign[] = [
  {
    fate: "launched",
    definition: {
      name: "One credit for every ten euros",
      trigger: { event: "purchase" },
      effects: [{ kind: "per_amount", points: 1, perMinor: 1_000 }],
    },
  },
];
