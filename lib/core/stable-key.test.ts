import { expect, it } from "vitest";
import { freeKey, keyFrom } from "./stable-key";

it.each([
  ["Double points on Mondays", "double-points-on-mondays"],
  ["  Café & Crème: 3× €1! ", "cafe-creme-3-1"],
  ["ÅNGSTRÖM", "angstrom"],
  ["咖啡", "campaign"],
  ["", "campaign"],
  [`${"word ".repeat(20)}`, "word-word-word-word-word-word-word-word-word-wor"],
])("“%s” goes by %s", (name, key) => {
  expect(keyFrom(name, "campaign")).toBe(key);
});

it("numbers keys that are taken", () => {
  expect(freeKey("mug", new Set())).toBe("mug");
  expect(freeKey("mug", new Set(["mug", "mug-2"]))).toBe("mug-3");
});
