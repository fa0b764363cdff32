import { describe, expect, it } from "vitest";
import type { CampaignDefinition } from "@/lib/campaigns/schema";
import { NO_CAMPAIGN } from "../builder/no-campaign";
import { campaignDiff, changedWords } from "./campaign-diff";

const wording = {
  currency: "EUR",
  locale: "en",
  timeZone: "Europe/Berlin",
  pointName: "points",
  sponsors: [{ code: "plantly", name: "Plantly" }],
};
const monday: CampaignDefinition = {
  ...NO_CAMPAIGN,
  name: "Mondays",
  condition: {
    kind: "all",
    conditions: [
      { kind: "time", weekdays: [1] },
      { kind: "event", field: "store", test: { op: "is", value: "North" } },
    ],
  },
  effects: [{ kind: "fixed", points: 50 }],
  limits: [{ per: "member", points: 200, window: "month" }],
};

describe("the difference between two versions", () => {
  it("is nothing where they say the same", () => {
    expect(campaignDiff(monday, structuredClone(monday), wording)).toEqual([]);
  });

  it("names the rules that went and came, and counts those that stayed", () => {
    const after: CampaignDefinition = {
      ...monday,
      condition: {
        kind: "all",
        conditions: [
          { kind: "event", field: "store", test: { op: "is", value: "North" } },
          { kind: "time", weekdays: [1, 2] },
        ],
      },
      limits: [...monday.limits, { per: "campaign", points: 9_000, window: "lifetime" }],
    };
    const changes = campaignDiff(monday, after, wording);
    expect(changes.map(({ part }) => part)).toEqual(["If", "Limits"]);
    expect(changes[0]).toMatchObject({ removed: ["On Mondays"], kept: 1 });
    expect(changes[0]?.added[0]).toContain("Tuesdays");
    expect(changes[1]).toMatchObject({ removed: [], kept: 1 });
    expect(changes[1]?.added[0]).toContain("9,000");
  });

  it("looks at every part", () => {
    const after: CampaignDefinition = {
      name: "Other",
      trigger: { event: "custom", name: "checkin" },
      audience: { match: "all", tests: [{ attribute: "tier", test: { op: "is", value: "gold" } }] },
      condition: null,
      effects: [{ kind: "badge", badge: "Early bird" }],
      limits: [],
      terms: { returns: "debt" },
      stacking: { priority: 5, exclusive: true },
      control: { percent: 5 },
      funding: { sponsor: "plantly", percent: 50 },
      schedule: { startsAt: "2026-12-01T00:00:00Z" },
    };
    const changes = campaignDiff(monday, after, wording);
    expect(changes.map(({ part }) => part)).toEqual([
      "Name",
      "When",
      "Who",
      "If",
      "Then",
      "Limits",
      "Runs",
      "Together",
      "Paid by",
      "Terms",
    ]);
    for (const { removed, added } of changes) expect([...removed, ...added]).not.toContain("");
  });
});

describe("words that changed", () => {
  const marked = (text: string, other: string) =>
    changedWords(text, other)
      .map((part) => (part.isChanged ? `[${part.text.trim()}]` : part.text))
      .join("");

  it("are marked, the others are not", () => {
    expect(marked("At most 300 points a month", "At most 200 points a month")).toBe(
      "At most [300]points a month",
    );
    expect(marked("On Mondays", "On Mondays")).toBe("On Mondays");
    expect(marked("", "On Mondays")).toBe("");
  });

  it("add up to the text", () => {
    const text = "Members who bought coffee at least 3 times";
    expect(
      changedWords(text, "Members who bought tea")
        .map((part) => part.text)
        .join(""),
    ).toBe(text);
  });
});
