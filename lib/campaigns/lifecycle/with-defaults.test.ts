import { expect, it } from "vitest";
import { campaignDefinition } from "../schema";
import { campaignSentence } from "../wording/sentence";
import { readDraft } from "./draft";

/** Everything that has a default, left to it. */
const terse = {
  name: "Terse",
  trigger: { event: "purchase" },
  condition: {
    kind: "all",
    conditions: [
      { kind: "dates", from: "2026-12-01", to: "2026-12-24" },
      { kind: "anniversary", of: "birthday" },
      {
        kind: "not",
        condition: {
          kind: "history",
          measure: "count",
          window: { kind: "lifetime" },
          op: "at_least",
          value: 2,
        },
      },
      { kind: "history", measure: "streak", of: { stores: ["Mitte"] }, unit: "week", op: "every", value: 2 },
    ],
  },
  effects: [
    { kind: "per_amount", points: 1, perMinor: 100 },
    { kind: "per_quantity", points: 1 },
    { kind: "per_value", field: "attributes.miles", points: 1, per: 10 },
    { kind: "multiplier", factorPercent: 200 },
    { kind: "voucher", name: "Free coffee" },
    { kind: "progress", challenge: "Ten", goal: 10 },
    { kind: "tag", tag: "a" },
    { kind: "segment", segment: "b" },
  ],
  stacking: { group: "offers" },
};

it("completes unfinished drafts as parsing completes finished ones", () => {
  const finished = campaignDefinition.parse(terse);
  const { definition, problems } = readDraft({ ...terse, name: "" });
  expect(problems.map(({ pointer }) => pointer)).toEqual(["/name"]);
  expect({ ...definition, name: "Terse" }).toEqual(finished);
});

it.each([
  { schedule: { startsAt: "soon" } },
  { condition: { kind: "dates", from: "soon", to: "" } },
  { condition: { kind: "not", condition: { kind: "any", conditions: [] } } },
  { effects: [{ kind: "webhook", url: "", topic: "" }] },
])("puts unfinished drafts into words: %j", (unfinished) => {
  const { definition, problems } = readDraft({ ...terse, condition: null, effects: [], ...unfinished });
  expect(problems).not.toEqual([]);
  const wording = { currency: "EUR", locale: "en", pointName: "points", timeZone: "Europe/Berlin" };
  expect(campaignSentence(definition, wording).text).toMatch(/^Everyone gets .*\.$/);
});
