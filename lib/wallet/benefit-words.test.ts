import { describe, expect, it } from "vitest";
import { type DecisionOutcome, decisionOutcome } from "./outcome";
import { explain, reasonInWords } from "./wording";

const wording = { locale: "en-GB", pointName: "points" };
const campaign = { campaignId: "c", version: 1, name: "Stamp card", fired: true, reason: "noted" };

function outcome(parts: Partial<DecisionOutcome>): DecisionOutcome {
  return decisionOutcome.parse({
    subject: { type: "purchase", amountMinor: 1_000, currency: "EUR", store: "Mitte" },
    campaigns: [{ ...campaign, desired: 0, granted: 0 }],
    awards: [],
    debt: { paid: 0, made: 0 },
    ...parts,
  });
}
const given = (kind: string, what: string, more: object = {}) =>
  ({ benefitId: "b", campaignId: "c", kind, what, ...more }) as NonNullable<
    DecisionOutcome["benefits"]
  >[number];

describe("benefits in words", () => {
  const all = outcome({
    benefits: [
      given("voucher", "Free coffee", { until: "2026-12-21" }),
      given("progress", "Ten cups", { progress: { now: 4, goal: 10, completed: 0 } }),
      given("tier", "gold"),
      given("segment", "lapsed", { removes: true }),
      given("tag", "press", { unchanged: true }),
    ],
  });

  it("name what the member holds in the headline", () => {
    expect(reasonInWords(all, wording)).toBe(
      "€10.00 at Mitte · Stamp card: voucher “Free coffee”, Ten cups 4 of 10, tier Gold",
    );
  });

  it("tell everything that changed", () => {
    expect(explain(all, wording).map(({ title, reason }) => `${title}: ${reason}`)).toEqual([
      "Stamp card: The voucher “Free coffee”, to be used until 21 Dec 2026.",
      "Stamp card: “Ten cups”: 4 of 10.",
      "Stamp card: The tier Gold.",
      "Stamp card: Taken off the segment “lapsed”.",
    ]);
  });

  it("say nothing in the headline of what is between the program and its systems", () => {
    const quiet = outcome({ benefits: [given("tag", "churn risk")] });
    expect(explain(quiet, wording)).toHaveLength(1);
    expect(reasonInWords(quiet, wording)).toBe("€10.00 at Mitte · no points");
  });

  it("say what was taken back with the goods and what stays", () => {
    const back = outcome({
      subject: {
        type: "return",
        purchaseEventId: "e",
        amountMinor: 1_000,
        currency: "EUR",
        isComplete: true,
      },
      campaigns: [],
      withdrawn: [
        { campaignId: "c", name: "Stamp card", kind: "badge", what: "Early bird" },
        { campaignId: "c", name: "Stamp card", kind: "voucher", what: "Free coffee", stays: true },
      ],
    });
    expect(explain(back, wording).map(({ reason }) => reason)).toEqual([
      "The badge “Early bird” taken back with the goods.",
      "The voucher “Free coffee” had been used and stays so.",
    ]);
  });
});
