import { describe, expect, it } from "vitest";
import { campaignDefinition } from "@/lib/campaigns/schema";
import { BLANK_CAMPAIGN, campaignTemplates } from "../templates";
import { evaluate } from "./evaluate";
import { exampleFor } from "./example";
import { parseAmount, toAmountText, unitMinorOf } from "./money";
import { parseScalar, showScalar, withOperator } from "./scalar";

const program = {
  timeZone: "Europe/Berlin",
  currency: "EUR",
  locale: "en",
  pointName: "points",
  pointTypes: [
    { pointTypeNo: 1, code: "points" },
    { pointTypeNo: 2, code: "status" },
  ],
};
const now = new Date("2026-11-22T10:00:00Z");

describe("amounts that are typed", () => {
  it("reads points and commas, and refuses what is no amount", () => {
    expect(["12.50", "12,5", "12.", ".5", "0"].map((text) => parseAmount(text, "EUR"))).toEqual([
      1_250, 1_250, 1_200, 50, 0,
    ]);
    expect(["", "-1", "1e3", "twelve", "1.2.3"].map((text) => parseAmount(text, "EUR"))).toEqual(
      Array(5).fill(null),
    );
  });

  it("keeps to the currency's decimals", () => {
    expect(unitMinorOf("JPY")).toBe(1);
    expect(parseAmount("500", "JPY")).toBe(500);
    expect(toAmountText(500, "JPY")).toBe("500");
    expect([toAmountText(1_200, "EUR"), toAmountText(1_205, "EUR")]).toEqual(["12", "12.05"]);
  });
});

describe("values that are typed", () => {
  it("tells numbers, yes and no, and text apart", () => {
    expect(["gold", "5", "-1.5", "yes", "No", "007", "1e3", ""].map(parseScalar)).toEqual([
      "gold",
      5,
      -1.5,
      true,
      false,
      "007",
      "1e3",
      "",
    ]);
    expect([showScalar(true), showScalar(5)]).toEqual(["yes", "5"]);
  });

  it("keeps the value when the comparison changes, where it still makes sense", () => {
    expect(withOperator({ op: "is", value: "gold" }, "in")).toEqual({ op: "in", value: ["gold"] });
    expect(withOperator({ op: "in", value: ["gold", "silver"] }, "is_not")).toEqual({
      op: "is_not",
      value: "gold",
    });
    expect(withOperator({ op: "is", value: "gold" }, "at_least")).toEqual({ op: "at_least", value: 0 });
    expect(withOperator({ op: "is", value: "" }, "in")).toEqual({ op: "in", value: [] });
    expect(withOperator({ op: "at_most", value: 3 }, "exists")).toEqual({ op: "exists" });
  });
});

describe("templates", () => {
  const base = campaignTemplates("points", 100)[0];
  const live = base ? [{ campaignId: "base", version: 1, definition: base.definition }] : [];

  it.each(campaignTemplates("points", 100))(
    "$key can be launched, and fires on its own example",
    (template) => {
      const { definition } = template;
      expect(campaignDefinition.safeParse(definition).success).toBe(true);
      const example = exampleFor(definition, { now, timeZone: program.timeZone, unitMinor: 100 });
      // A big basket is what its member makes of it.
      if (template.key === "big-basket")
        example.lines = example.lines.map((line) => ({ ...line, amountMinor: 3_000 }));
      const draft = { campaignId: "draft", version: 1, definition };
      const { campaigns, points } = evaluate(example, draft, definition.trigger, live, program);
      expect(campaigns[0]).toMatchObject({ campaignId: "draft", fired: true });
      expect(points).toBeGreaterThan(0);
    },
  );

  it("counts no points of another type among those that can be spent", () => {
    const definition = {
      ...BLANK_CAMPAIGN,
      effects: [{ kind: "fixed" as const, points: 500 }],
      terms: { pointType: "status" },
    };
    const example = exampleFor(definition, { now, timeZone: program.timeZone, unitMinor: 100 });
    const draft = { campaignId: "draft", version: 1, definition };
    const { campaigns, points } = evaluate(example, draft, definition.trigger, live, program);
    expect(campaigns[0]).toMatchObject({ campaignId: "draft", fired: true, granted: 500 });
    expect(points).toBe(12);
  });

  it("evaluates what is live while the draft cannot run", () => {
    const example = exampleFor(BLANK_CAMPAIGN, { now, timeZone: program.timeZone, unitMinor: 100 });
    const { campaigns, points } = evaluate(example, null, BLANK_CAMPAIGN.trigger, live, program);
    expect(campaigns.map(({ campaignId }) => campaignId)).toEqual(["base"]);
    expect(points).toBe(12);
  });
});
