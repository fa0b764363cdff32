import { describe, expect, it } from "vitest";
import { codeOfName } from "./code-of-name";

describe("codeOfName", () => {
  it.each([
    ["Seasonal offers", "seasonal-offers"],
    ["  Roastery Süd & Co. ", "roastery-sud-co"],
    ["Große Röster 2026", "grosse-roster-2026"],
    ["مقهى", ""],
    ["A name that goes on and on, past all that a code can hold", "a-name-that-goes-on-and-on-past-all-that"],
  ])("makes of “%s” the code %s", (name, code) => {
    expect(codeOfName(name)).toBe(code);
  });
});
