import { expect, it } from "vitest";
import { monthInWords, monthsSince } from "./partner-words";

it("goes back over the turn of the year to the month that a partner joined in", () => {
  expect(monthsSince("2025-11", "2026-02")).toEqual(["2026-02", "2026-01", "2025-12", "2025-11"]);
  expect(monthsSince("2026-02", "2026-02")).toEqual(["2026-02"]);
});

it("goes back two years at most", () => {
  expect(monthsSince("2001-01", "2026-02")).toHaveLength(24);
});

it("writes a month out", () => {
  expect(monthInWords("2026-11", "en")).toBe("November 2026");
});
