import { expect, it } from "vitest";
import { pressed } from "./typed-amount";

it("takes digits in from the right, as tills do", () => {
  const typed = ["1", "2", "5", "0"].reduce((sum, key) => pressed(sum, key), 0);
  expect(typed).toBe(1_250);
  expect(pressed(typed, "back")).toBe(125);
  expect(pressed(typed, "00")).toBe(125_000);
  expect(pressed(typed, "clear")).toBe(0);
});

it("stops where a till stops", () => {
  expect(pressed(9_999_999, "0")).toBe(99_999_990);
  expect(pressed(99_999_990, "5")).toBe(99_999_990);
});
