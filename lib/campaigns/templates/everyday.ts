import { smallAmountOf, type TemplatePart, type TemplateSetting, written } from "./setting";

/** What runs all the time, or at set times for everybody. */
export function everydayTemplates({ currency, pointName }: TemplateSetting): TemplatePart[] {
  const unit = smallAmountOf(currency);
  return [
    {
      key: "base-rate",
      title: "Base rate",
      purpose: `The ${pointName} that every purchase earns; everything else builds on it.`,
      definition: written({
        name: "Base rate",
        effects: [{ kind: "per_amount", points: 1, perMinor: unit }],
      }),
    },
    {
      key: "double-day",
      title: "Double day",
      purpose: "Fills the weakest day of the week.",
      definition: written({
        name: `Double ${pointName} on Mondays`,
        condition: { kind: "all", conditions: [{ kind: "time", weekdays: [1] }] },
        effects: [{ kind: "multiplier", factorPercent: 200 }],
        limits: [{ per: "member", points: 200, window: "month" }],
      }),
    },
    {
      key: "happy-hour",
      title: "Happy hour",
      purpose: "Moves visits from the rush to quiet hours.",
      definition: written({
        name: "Happy hour",
        condition: {
          kind: "all",
          conditions: [{ kind: "time", weekdays: [1, 2, 3, 4, 5], from: "14:00", to: "17:00" }],
        },
        effects: [{ kind: "multiplier", factorPercent: 150 }],
        limits: [{ per: "member", points: 50, window: "day" }],
      }),
    },
    {
      key: "season",
      title: "Season",
      purpose: "A weekend or a season when everything counts more, with a budget that holds.",
      definition: written({
        name: "Year’s end",
        condition: {
          kind: "all",
          conditions: [{ kind: "dates", from: "2026-12-27", to: "2026-12-31", yearly: true }],
        },
        effects: [{ kind: "multiplier", factorPercent: 300, upTo: 500 }],
        limits: [{ per: "campaign", costMinor: 5_000 * unit, window: "year" }],
      }),
    },
    {
      key: "review",
      title: "Review bonus",
      purpose: "Thanks members for telling others what they think.",
      definition: written({
        name: "Review bonus",
        trigger: { event: "custom", name: "review" },
        effects: [{ kind: "fixed", points: 20 }],
        limits: [{ per: "member", times: 1, window: "day" }],
      }),
    },
  ];
}
