import { describe, expect, it } from "vitest";
import { daysOf, instantsOf } from "./report-span";

const ZONE = "Europe/Berlin";
const now = new Date("2026-11-22T23:30:00Z");
const launched = new Date("2026-11-01T09:00:00Z");

describe("the days of a report", () => {
  it("are those since the launch, today in the program's zone included", () => {
    expect(daysOf({}, launched, now, ZONE)).toEqual({ from: "2026-11-01", to: "2026-11-23" });
  });

  it("are the last 400 of a campaign that has run for longer", () => {
    expect(daysOf({}, new Date("2020-01-01T00:00:00Z"), now, ZONE)).toEqual({
      from: "2025-10-20",
      to: "2026-11-23",
    });
  });

  it("are those that are asked for, within bounds", () => {
    expect(daysOf({ from: "2026-11-05", to: "2026-11-06" }, launched, now, ZONE)).toEqual({
      from: "2026-11-05",
      to: "2026-11-06",
    });
    expect(daysOf({ to: "2026-10-01" }, launched, now, ZONE)).toEqual({
      from: "2026-10-01",
      to: "2026-10-01",
    });
    expect(() => daysOf({ from: "2026-11-07", to: "2026-11-06" }, launched, now, ZONE)).toThrow("before");
    expect(() => daysOf({ from: "2020-01-01" }, launched, now, ZONE)).toThrow("at most 400");
  });

  it("begin and end with the program's days, on which clocks may change", () => {
    const { start, end } = instantsOf({ from: "2026-10-25", to: "2026-10-25" }, ZONE);
    expect(start.toISOString()).toBe("2026-10-24T22:00:00.000Z");
    expect(end.toISOString()).toBe("2026-10-25T23:00:00.000Z");
  });
});
