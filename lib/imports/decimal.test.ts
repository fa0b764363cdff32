import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalToInteger } from "./decimal";

describe("decimalToInteger", () => {
  it.each([
    ["3.86", 2, 386n],
    ["1.15", 2, 115n],
    ["0", 2, 0n],
    [".5", 2, 50n],
    ["5.", 2, 500n],
    ["12", 0, 12n],
    ["-1.5", 2, -150n],
    ["4.440892e-16", 2, 0n],
    ["1.2E3", 2, 120_000n],
    ["1,234.50", 2, 123_450n],
    ["1.005", 2, 101n],
    ["1.00499999", 2, 100n],
    ["-1.005", 2, -101n],
  ])("reads %s at scale %i", (text, scale, expected) => {
    expect(decimalToInteger(text, scale, "point")).toBe(expected);
  });

  it.each([
    ["3,86", 386n],
    ["1.234,50", 123_450n],
    ["1 234,50", 123_450n],
    ["1'234,50", 123_450n],
  ])("reads %s with a decimal comma", (text, expected) => {
    expect(decimalToInteger(text, 2, "comma")).toBe(expected);
  });

  it.each(["", " ", ".", "-", "abc", "1.2.3", "1,2", "0x10", "1e", "NaN", "1e9999", "9".repeat(41), "€5"])(
    "refuses %j",
    (text) => {
      expect(decimalToInteger(text, 2, "point")).toBeNull();
    },
  );

  it("does not take a decimal point for a decimal comma", () => {
    expect(decimalToInteger("3.86", 2, "comma")).toBeNull();
  });

  it("gives back every integer that was written with its decimals", () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.integer({ min: 1, max: 4 }), (minor, scale) => {
        const digits = (minor < 0n ? -minor : minor).toString().padStart(scale + 1, "0");
        const text = `${minor < 0n ? "-" : ""}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
        expect(decimalToInteger(text, scale, "point")).toBe(minor);
      }),
    );
  });
});
