import { expect, it } from "vitest";
import { noticesOf, offersFor } from "./offers";
import { campaignDefinition } from "./schema";

const NOW = new Date("2026-11-22T09:00:00Z");
const wording = { currency: "EUR", locale: "en", timeZone: "Europe/Berlin", pointName: "points" };
const gold = { attributes: { tier: "gold" }, joinedAt: new Date("2026-01-01T00:00:00Z") };
const plain = { attributes: {}, joinedAt: NOW };

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

it("offers what runs now and is for the member, what ends first on top", () => {
  const names = (member: typeof gold | typeof plain) =>
    offersFor(notices, member, NOW, wording.timeZone).map((offer) => offer.name);
  expect(names(gold)).toEqual(["c-soon", "b-gold", "a-always"]);
  expect(names(plain)).toEqual(["c-soon", "a-always"]);
});

it("says each offer in a sentence", () => {
  const [soon] = offersFor(notices, plain, NOW, wording.timeZone);
  expect(soon?.sentence).toContain("5 points");
});
