import { describe, expect, it } from "vitest";
import { simulationInput } from "@/lib/simulations/schema";
import { EXAMPLE_BASKET, type OrderDraft, toOrder } from "./order";

const CAMPAIGN = "camp_01h455vb4pex5vsknk084sn02q";
const DRAFT: OrderDraft = {
  chosen: [CAMPAIGN],
  mode: "on_top",
  replaces: [],
  rules: "now",
  source: "history",
  from: "2026-09-01",
  to: "2026-11-30",
  fileId: null,
  basket: EXAMPLE_BASKET,
  memberId: "",
  attribute: "",
  value: "",
  uplift: "",
};

describe("an order for a simulation", () => {
  it.each<[string, Partial<OrderDraft>]>([
    ["over history", {}],
    ["over a basket", { source: "basket" }],
    [
      "over a file, for some members, with an uplift",
      {
        source: "file",
        fileId: "sim_01h455vb4pex5vsknk084sn02q",
        attribute: "visits",
        value: "12",
        uplift: "2,5",
      },
    ],
    ["instead of one campaign", { mode: "instead", replaces: [CAMPAIGN] }],
  ])("is one that the API takes: %s", (_, changes) => {
    const made = toOrder({ ...DRAFT, ...changes });
    if ("problem" in made) throw new Error(made.problem);
    expect(simulationInput.safeParse(made.order).error).toBeUndefined();
  });

  it("reads percent with a comma, and values as what they mean", () => {
    expect(toOrder({ ...DRAFT, attribute: "vip", value: "true", uplift: "2,5" })).toMatchObject({
      order: {
        upliftPercent: 2.5,
        population: { tests: [{ attribute: "vip", test: { op: "is", value: true } }] },
      },
    });
  });

  it("takes codes of segments as they are, also where they look like numbers", () => {
    expect(toOrder({ ...DRAFT, attribute: "segments", value: "2026" })).toMatchObject({
      order: { population: { tests: [{ attribute: "segments", test: { op: "in", value: ["2026"] } }] } },
    });
  });

  it.each<[string, Partial<OrderDraft>]>([
    ["Choose at least one campaign to try.", { chosen: [] }],
    ["Choose the first and the last day.", { from: "" }],
    ["The last day comes before the first.", { to: "2026-08-01" }],
    ["Upload a file first.", { source: "file" }],
    ["The basket is not readable JSON.", { source: "basket", basket: "{" }],
    ["The uplift is a number of percent.", { uplift: "much" }],
  ])("says what is missing: %s", (problem, changes) => {
    expect(toOrder({ ...DRAFT, ...changes })).toEqual({ problem });
  });
});
