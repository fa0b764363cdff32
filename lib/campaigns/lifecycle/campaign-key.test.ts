import { expect, it } from "vitest";
import { keyOf } from "./campaign-key";

it.each([
  ["Double points on Mondays", "double-points-on-mondays"],
  ["  Café & Crème: 3× €1! ", "cafe-creme-3-1"],
  ["ÅNGSTRÖM", "angstrom"],
  ["咖啡", "campaign"],
  ["", "campaign"],
  [`${"word ".repeat(20)}`, "word-word-word-word-word-word-word-word-word-wor"],
])("“%s” goes by %s", (name, key) => {
  expect(keyOf(name)).toBe(key);
});
