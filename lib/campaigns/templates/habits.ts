import { smallAmountOf, type TemplatePart, type TemplateSetting, written } from "./setting";

const coffee = [{ field: "category" as const, op: "in" as const, values: ["Coffee"] }];

/** What makes coming back a habit. */
export function habitTemplates({ currency, pointName }: TemplateSetting): TemplatePart[] {
  const unit = smallAmountOf(currency);
  return [
    {
      key: "stamp-card",
      title: "Stamp card",
      purpose: "Every tenth is free, without a card to carry.",
      definition: written({
        name: "Every tenth coffee is free",
        condition: {
          kind: "all",
          conditions: [
            {
              kind: "history",
              measure: "quantity",
              of: { filter: coffee },
              window: { kind: "lifetime" },
              op: "every",
              value: 10,
            },
          ],
        },
        effects: [{ kind: "voucher", name: "Free coffee", validDays: 60, costMinor: unit }],
      }),
    },
    {
      key: "streak",
      title: "Streak",
      purpose: "Rewards coming every week, four weeks in a row.",
      definition: written({
        name: "Four weeks in a row",
        condition: {
          kind: "all",
          conditions: [{ kind: "history", measure: "streak", unit: "week", op: "every", value: 4 }],
        },
        effects: [
          { kind: "fixed", points: 100 },
          { kind: "badge", badge: "Regular" },
        ],
      }),
    },
    {
      key: "nth-purchase",
      title: "Every fifth purchase",
      purpose: "Keeps the next reward in sight.",
      definition: written({
        name: "Every fifth purchase",
        condition: {
          kind: "all",
          conditions: [
            { kind: "history", measure: "count", window: { kind: "lifetime" }, op: "every", value: 5 },
          ],
        },
        effects: [{ kind: "fixed", points: 50 }],
      }),
    },
    {
      key: "challenge",
      title: "Challenge",
      purpose: "Ten breakfasts, counted one by one towards a goal that members see.",
      definition: written({
        name: "Ten breakfasts",
        condition: { kind: "all", conditions: [{ kind: "time", from: "06:00", to: "10:00" }] },
        effects: [{ kind: "progress", challenge: "Ten breakfasts", goal: 10 }],
        limits: [{ per: "member", times: 1, window: "day" }],
      }),
    },
    {
      key: "monthly-goal",
      title: "Monthly goal",
      purpose: `Extra ${pointName} each time a month’s spending passes a mark.`,
      definition: written({
        name: "Monthly goal",
        condition: {
          kind: "all",
          conditions: [
            {
              kind: "history",
              measure: "amountMinor",
              window: { kind: "current", period: "month" },
              op: "every",
              value: 100 * unit,
            },
          ],
        },
        effects: [{ kind: "fixed", points: 75 }],
        limits: [{ per: "member", times: 5, window: "month" }],
      }),
    },
  ];
}
