import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fillPhrase, phraseWith, writeNumber } from "./phrase";

const euros = { before: "€", group: ",", decimal: ".", digits: 2, after: "" };

describe("phrases with a number", () => {
  it.each([
    [0, "€0.00"],
    [5, "€0.05"],
    [1_234, "€12.34"],
    [123_456_789, "€1,234,567.89"],
    [100_000_000_00, "€100,000,000.00"],
  ])("write %d minor units as %s", (value, expected) => {
    expect(writeNumber(euros, value)).toBe(expected);
  });

  it("write what has no minor units without digits", () => {
    const points = { before: "", group: ".", decimal: "", digits: 0, after: " Punkte" };
    expect(writeNumber(points, 1_234_567)).toBe("1.234.567 Punkte");
  });

  it("put the number in its place, whatever stands around it", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.nat(), (before, after, value) => {
        const phrase = phraseWith(before, euros, after);
        expect(fillPhrase(phrase, value)).toBe(`${before}${writeNumber(euros, value)}${after}`);
      }),
    );
  });

  it("are not taken in by braces in the words", () => {
    const phrase = phraseWith("{€|,|.|2|} of {{Coffee}} ", euros, " {0}");
    expect(fillPhrase(phrase, 100)).toBe("{€|,|.|2|} of {{Coffee}} €1.00 {0}");
  });
});
