import { expect, test } from "vitest";
import { percentChange } from "./format";

test.each([
  [200, 250, 25],
  [200, 100, -50],
  [100, 1_000, 900],
  [100, 1_001, null],
  [0, 5, null],
  [-3, 5, null],
])("from %d to %d is a change of %s percent", (before, after, percent) => {
  expect(percentChange(before, after)).toBe(percent);
});
