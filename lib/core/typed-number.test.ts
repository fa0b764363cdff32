import { describe, expect, test } from "vitest";
import { readWholeNumber, westernDigits } from "./typed-number";

describe("readWholeNumber", () => {
  test.each([
    ["200", 200],
    [" 1284 ", 1284],
    ["1.284", 1284],
    ["1,284,310", 1_284_310],
    ["1\u202f284", 1284],
    ["1\u00a0284", 1284],
    ["1’284", 1284],
    ["1,00,000", 100_000],
    ["٢٠٠", 200],
    ["١٬٢٨٤", 1284],
    ["۵۰", 50],
    ["२५०", 250],
    ["0", 0],
  ])("reads %s as %d", (typed, number) => {
    expect(readWholeNumber(typed)).toBe(number);
  });

  test.each(["", "1.5", "12.84", "1.2345", "1.284,5", "1,284.310", "1e3", "0x10", "-5", "+5", "ten", "1 2"])(
    "does not guess what is meant by “%s”",
    (typed) => {
      expect(readWholeNumber(typed)).toBeNaN();
    },
  );
});

test("digits of every script that the wallet speaks become 0 to 9, and nothing else changes", () => {
  expect(westernDigits("BC ٠١٢٣٤٥٦٧٨٩ ۰۹ ०९ abc")).toBe("BC 0123456789 09 09 abc");
});
