import { describe, expect, it } from "vitest";
import type { CampaignDefinition } from "../schema";
import { BLANK_CAMPAIGN } from "../templates";
import { campaignSentence } from "./sentence";

const wording = { currency: "EUR", locale: "en", pointName: "points", timeZone: "Europe/Berlin" };
const fixed = { kind: "fixed" as const, points: 10 };

const said = (draft: Partial<CampaignDefinition>) =>
  campaignSentence({ ...BLANK_CAMPAIGN, effects: [fixed], ...draft }, wording).text;

const drafts: [string, Partial<CampaignDefinition>, string][] = [
  [
    "a tier",
    { audience: { match: "all", tests: [{ attribute: "tier", test: { op: "is", value: "" } }] } },
    "… members get 10 points for a purchase.",
  ],
  [
    "segments",
    { audience: { match: "all", tests: [{ attribute: "segments", test: { op: "in", value: [] } }] } },
    "Members who are in the segment “…” get 10 points for a purchase.",
  ],
  [
    "a category",
    {
      condition: {
        kind: "lines",
        quantifier: "any",
        filter: [{ field: "category", op: "in", values: [] }],
      },
    },
    "Everyone gets 10 points for a purchase with … in the basket.",
  ],
  [
    "a store and an attribute",
    {
      condition: {
        kind: "all",
        conditions: [
          { kind: "event", field: "store", test: { op: "in", value: [] } },
          { kind: "event", field: "attributes.", test: { op: "is", value: "" } },
        ],
      },
    },
    "Everyone gets 10 points for a purchase at … when the … is ….",
  ],
  [
    "a code",
    { condition: { kind: "code", codes: [] } },
    "Everyone gets 10 points for a purchase with the code ….",
  ],
  [
    "days",
    { condition: { kind: "dates", from: "", to: "2026-12-24", yearly: false } },
    "Everyone gets 10 points for a purchase from … to 24 Dec 2026.",
  ],
  ["weekdays", { condition: { kind: "time", weekdays: [] } }, "Everyone gets 10 points for a purchase on …."],
  ["an event", { trigger: { event: "custom", name: "" } }, "Everyone gets 10 points for “…”."],
  [
    "a voucher and a tag",
    {
      effects: [
        { kind: "voucher", name: "", costMinor: 0 },
        { kind: "tag", tag: " ", action: "add" },
      ],
    },
    "Everyone gets a voucher “…” and the tag “…” for a purchase.",
  ],
  [
    "the conditions of a group",
    { condition: { kind: "all", conditions: [{ kind: "any", conditions: [] }] } },
    "Everyone gets 10 points for a purchase.",
  ],
  [
    "the conditions of the only group",
    { condition: { kind: "any", conditions: [] } },
    "Everyone gets 10 points for a purchase.",
  ],
];

describe("a draft that lacks", () => {
  it.each(drafts)("%s reads with a blank there", (_, draft, sentence) => {
    expect(said(draft)).toBe(sentence);
  });
});
