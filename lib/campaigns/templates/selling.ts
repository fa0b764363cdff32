import { smallAmountOf, type TemplatePart, type TemplateSetting, written } from "./setting";

/** What makes baskets bigger, and certain goods move. */
export function sellingTemplates({
  currency,
  pointName,
  groups = [],
  sponsors = [],
}: TemplateSetting): TemplatePart[] {
  const unit = smallAmountOf(currency);
  const [sponsor] = sponsors;
  const [group] = groups;
  const category = (name: string) => [{ field: "category" as const, op: "in" as const, values: [name] }];
  return [
    {
      key: "category",
      title: "Category boost",
      purpose: "Draws attention to one shelf.",
      definition: written({
        name: `Triple ${pointName} on coffee`,
        effects: [{ kind: "multiplier", factorPercent: 300, filter: category("Coffee") }],
        limits: [{ per: "member", points: 300, window: "month" }],
      }),
    },
    {
      key: "spend-and-get",
      title: "Spend and get",
      purpose: "Gives a reason to add one more thing to the basket.",
      definition: written({
        name: "The more, the more",
        effects: [
          {
            kind: "steps",
            measure: "amountMinor",
            steps: [
              { from: 30 * unit, points: 30 },
              { from: 60 * unit, points: 80 },
              { from: 100 * unit, points: 150 },
            ],
          },
        ],
        limits: [{ per: "member", times: 1, window: "day" }],
      }),
    },
    {
      key: "third-piece",
      title: "The third one earns more",
      purpose: "Gives a reason to take one more of the same kind.",
      definition: written({
        name: `Five times the ${pointName} on every third bottle`,
        effects: [
          {
            kind: "multiplier",
            factorPercent: 500,
            filter: category("Wine"),
            pick: { which: "cheapest", of: 3 },
          },
        ],
        limits: [{ per: "member", points: 500, window: "month" }],
      }),
    },
    {
      key: "combination",
      title: "Goes well together",
      purpose: "Rewards buying two things that belong together.",
      definition: written({
        name: "Coffee and cake",
        condition: {
          kind: "all",
          conditions: [
            { kind: "lines", quantifier: "any", filter: category("Coffee") },
            { kind: "lines", quantifier: "any", filter: category("Cake") },
          ],
        },
        effects: [{ kind: "fixed", points: 15 }],
        limits: [{ per: "member", times: 1, window: "day" }],
      }),
    },
    {
      key: "brand-funded",
      title: "Funded by a brand",
      purpose: "A brand pays for what its products earn, up to a budget.",
      definition: written({
        name: `${sponsor?.name ?? "Plantly"} products earn more`,
        effects: [
          {
            kind: "per_amount",
            points: 3,
            perMinor: unit,
            basis: "lines",
            filter: [{ field: "brand", op: "in", values: [sponsor?.name ?? "Plantly"] }],
          },
        ],
        limits: [{ per: "campaign", costMinor: 1_000 * unit, window: "lifetime" }],
        ...(sponsor && { funding: { sponsor: sponsor.code, percent: 100 } }),
      }),
    },
    {
      key: "best-of-two",
      title: "Only the best offer",
      purpose: "Stands in a group with other offers, of which members get the one that gives them most.",
      definition: written({
        name: "Bonus for a full basket",
        condition: {
          kind: "all",
          conditions: [{ kind: "basket", measure: "quantity", op: "at_least", value: 5 }],
        },
        effects: [{ kind: "fixed", points: 40 }],
        stacking: { priority: 10, ...(group && { group: group.code }) },
      }),
    },
  ];
}
