import { describe, expect, it } from "vitest";
import { coordinatesText, parseCoordinates } from "./coordinates";
import { parseAmount, toAmountText, unitMinorOf } from "./money";
import { parseScalar, showScalar, withOperator } from "./scalar";

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

describe("coordinates that are typed", () => {
  it.each([
    ["52.5200, 13.4050", { latitude: 52.52, longitude: 13.405 }],
    [" -33.8568 151.2153 ", { latitude: -33.8568, longitude: 151.2153 }],
    ["52,52; 13,4", { latitude: 52.52, longitude: 13.4 }],
    ["33.87° S, 151.21° E", { latitude: -33.87, longitude: 151.21 }],
    ["40.7N 74w", { latitude: 40.7, longitude: -74 }],
    ["Alexanderplatz", null],
    ["52.52", null],
    ["52.52, ", null],
    ["", null],
  ])("reads %o as maps show them", (text, expected) => {
    expect(parseCoordinates(text)).toEqual(expected);
  });

  it("shows nothing where none were entered", () => {
    expect(coordinatesText({ latitude: 0, longitude: 0 })).toBe("");
    expect(coordinatesText({ latitude: -33.5, longitude: 0 })).toBe("-33.5, 0");
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
    expect(withOperator({ op: "in", value: ["gold"] }, "contains")).toEqual({
      op: "contains",
      value: "gold",
    });
    expect(withOperator({ op: "is", value: "" }, "in")).toEqual({ op: "in", value: [] });
    expect(withOperator({ op: "at_most", value: 3 }, "exists")).toEqual({ op: "exists" });
  });
});
