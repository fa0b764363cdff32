import { expect, it } from "vitest";
import { soonestFirst } from "./soonest-first";

it("shows first what runs out first, and last what does not", () => {
  const days = ["2027-01-05", null, "2026-11-23", "2026-12-31"];
  const sorted = soonestFirst(days.map((expiresOn) => ({ expiresOn })));
  expect(sorted.map(({ expiresOn }) => expiresOn)).toEqual(["2026-11-23", "2026-12-31", "2027-01-05", null]);
});
