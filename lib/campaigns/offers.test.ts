import { expect, it } from "vitest";
import { isHeldOut } from "./evaluation/control-group";
import type { EngineMember } from "./evaluation/facts";
import { noticesOf, offersFor } from "./offers";
import { campaignDefinition } from "./schema";

const NOW = new Date("2026-11-22T09:00:00Z");
const wording = { currency: "EUR", locale: "en", timeZone: "Europe/Berlin", pointName: "points" };
const gold: EngineMember = {
  memberId: "m-gold",
  attributes: { tier: "gold" },
  joinedAt: new Date("2026-01-01T00:00:00Z"),
  tags: ["early"],
};
const plain: EngineMember = { memberId: "m-plain", attributes: {}, joinedAt: NOW };

const campaign = (campaignId: string, overrides: object) => ({
  campaignId,
  version: 1,
  definition: campaignDefinition.parse({
    name: campaignId,
    trigger: { event: "purchase" },
    effects: [{ kind: "fixed", points: 5 }],
    ...overrides,
  }),
});
const campaigns = [
  campaign("a-always", {}),
  campaign("b-gold", {
    audience: { match: "all", tests: [{ attribute: "tier", test: { op: "is", value: "gold" } }] },
  }),
  campaign("c-soon", { schedule: { endsAt: "2026-11-30T00:00:00Z" } }),
  campaign("d-over", { schedule: { endsAt: "2026-11-22T09:00:00Z" } }),
  campaign("e-later", { schedule: { startsAt: "2026-11-23T00:00:00Z" } }),
];

const notices = noticesOf(campaigns, wording);

const namesFor = (member: EngineMember, from = notices) =>
  offersFor(from, member, NOW, wording.timeZone).map((offer) => offer.name);

it("offers what runs now and is for the member, what ends first on top", () => {
  expect(namesFor(gold)).toEqual(["c-soon", "b-gold", "a-always"]);
  expect(namesFor(plain)).toEqual(["c-soon", "a-always"]);
});

it("says each offer in a sentence to the member", () => {
  const [soon] = offersFor(notices, plain, NOW, wording.timeZone);
  expect(soon?.sentence).toBe("You get 5 points for a purchase, until 30 November 2026 at 1:00.");
});

it("asks what conditions ask of members, too", () => {
  const tagged = campaign("tagged", {
    condition: {
      kind: "all",
      conditions: [
        { kind: "member", attribute: "tags", test: { op: "is", value: "early" } },
        { kind: "time", weekdays: [1] },
      ],
    },
  });
  const found = noticesOf([tagged], wording);
  expect(found[0]?.sentence).toBe("You get 5 points for a purchase on Mondays.");
  expect(namesFor(gold, found)).toEqual(["tagged"]);
  expect(namesFor(plain, found)).toEqual([]);
});

it("tells the control group nothing", () => {
  const held = noticesOf([campaign("held", { control: { percent: 50 } })], wording);
  const told = Array.from({ length: 200 }, (_, number) => ({ ...plain, memberId: `m-${number}` })).filter(
    (member) => namesFor(member, held).length > 0,
  );
  expect(told.length).toBeGreaterThan(70);
  expect(told.length).toBeLessThan(130);
  for (const { memberId } of told) expect(isHeldOut("held", memberId, 50)).toBe(false);
});

it("leaves out what only the merchant's systems hear of", () => {
  const silent = campaign("silent", {
    effects: [{ kind: "webhook", url: "https://hooks.example.com", topic: "bought" }],
  });
  expect(noticesOf([silent], wording)).toEqual([]);
});

it("keeps partners, groups, shared budgets and labels to the merchant", () => {
  const [notice] = noticesOf(
    [
      campaign("funded", {
        audience: {
          match: "all",
          tests: [{ attribute: "segments", test: { op: "is", value: "churn-risk" } }],
        },
        condition: {
          kind: "all",
          conditions: [
            { kind: "code", codes: ["SECRET"] },
            { kind: "history", measure: "days_since_last", op: "at_least", value: 90 },
          ],
        },
        effects: [
          { kind: "fixed", points: 5 },
          { kind: "tag", tag: "won-back" },
        ],
        limits: [
          { per: "member", points: 5, window: "month" },
          { per: "campaign", costMinor: 10_000, window: "lifetime" },
        ],
        stacking: { group: "best", exclusive: true },
        funding: { sponsor: "plantly", percent: 60 },
        control: { percent: 10 },
      }),
    ],
    wording,
  );
  expect(notice?.sentence).toBe(
    "You get 5 points for a purchase with a code when your last purchase was at least 90 days ago, " +
      "at most 5 points a month, while it lasts.",
  );
});
