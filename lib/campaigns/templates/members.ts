import { smallAmountOf, type TemplatePart, type TemplateSetting, written } from "./setting";

/** What brings members in, and back. */
export function winningTemplates({ currency }: TemplateSetting): TemplatePart[] {
  const unit = smallAmountOf(currency);
  return [
    {
      key: "welcome",
      title: "Welcome bonus",
      purpose: "A reason to join at the till: the first purchase is worth more.",
      definition: written({
        name: "Welcome bonus",
        condition: {
          kind: "all",
          conditions: [
            { kind: "history", measure: "count", window: { kind: "lifetime" }, op: "at_most", value: 0 },
            { kind: "event", field: "amountMinor", test: { op: "at_least", value: 5 * unit } },
          ],
        },
        effects: [{ kind: "fixed", points: 100 }],
        limits: [{ per: "member", times: 1, window: "lifetime" }],
      }),
    },
    {
      key: "referral",
      title: "Bring a friend",
      purpose: "A bonus for recommending you, a few times a year, beside what your referral settings give.",
      definition: written({
        name: "Bring a friend",
        trigger: { event: "custom", name: "referral.completed" },
        effects: [{ kind: "fixed", points: 300 }],
        limits: [{ per: "member", times: 10, window: "year" }],
      }),
    },
    {
      key: "first-app-order",
      title: "First order in the app",
      purpose: "Gets members to try the app once.",
      definition: written({
        name: "First order in the app",
        condition: {
          kind: "all",
          conditions: [
            { kind: "event", field: "channel", test: { op: "is", value: "app" } },
            {
              kind: "history",
              measure: "count",
              of: { channels: ["app"] },
              window: { kind: "lifetime" },
              op: "at_most",
              value: 0,
            },
          ],
        },
        effects: [{ kind: "fixed", points: 150 }],
      }),
    },
    {
      key: "win-back",
      title: "Win back",
      purpose: "Welcomes members who have stayed away; one in ten is held out, so that you see what it does.",
      definition: written({
        name: "Welcome back",
        condition: {
          kind: "all",
          conditions: [{ kind: "history", measure: "days_since_last", op: "at_least", value: 90 }],
        },
        effects: [
          { kind: "fixed", points: 150 },
          { kind: "notify", title: "Good to see you again", body: "We have added a little something." },
        ],
        limits: [{ per: "member", times: 2, window: "year" }],
        control: { percent: 10 },
      }),
    },
    {
      key: "code",
      title: "Bonus with a code",
      purpose: "Tells which leaflet, partner or post brought a purchase.",
      definition: written({
        name: "Bonus with a code",
        condition: { kind: "all", conditions: [{ kind: "code", codes: ["HELLO"] }] },
        effects: [{ kind: "fixed", points: 100 }],
        limits: [
          { per: "member", times: 1, window: "lifetime" },
          { per: "campaign", times: 1_000, window: "lifetime" },
        ],
      }),
    },
  ];
}

/** What thanks those who are there already. */
export function treatTemplates({ tiers = [] }: TemplateSetting): TemplatePart[] {
  const best = tiers.at(-1) ?? { code: "gold", name: "Gold" };
  return [
    {
      key: "birthday",
      title: "Birthday",
      purpose: "A present that is there for a week around the day.",
      definition: written({
        name: "Birthday week",
        condition: {
          kind: "all",
          conditions: [{ kind: "anniversary", of: "birthday", daysBefore: 3, daysAfter: 3 }],
        },
        effects: [{ kind: "fixed", points: 200 }],
        limits: [{ per: "member", times: 1, window: "year" }],
      }),
    },
    {
      key: "tier",
      title: "More for a tier",
      purpose: "Makes the highest tier worth reaching, and keeping.",
      definition: written({
        name: `${best.name} members earn 1.5×`,
        audience: { match: "all", tests: [{ attribute: "tier", test: { op: "is", value: best.code } }] },
        effects: [{ kind: "multiplier", factorPercent: 150 }],
      }),
    },
    {
      key: "anniversary",
      title: "Membership anniversary",
      purpose: "Says thank you once a year, in the month in which somebody joined.",
      definition: written({
        name: "Membership anniversary",
        condition: { kind: "all", conditions: [{ kind: "anniversary_month", of: "joining" }] },
        effects: [{ kind: "multiplier", factorPercent: 200 }],
        limits: [{ per: "member", points: 500, window: "month" }],
      }),
    },
  ];
}
