import { describe, expect, it } from "vitest";
import { fillDays, sumSeries } from "./day-series";

const total = (day: string, issued: number) => ({ day, issued, returned: 1, redeemed: 2, events: 3 });

describe("a series of days", () => {
  it("has every day once, across a month's end, and zeros where nothing happened", () => {
    const days = fillDays([total("2026-02-28", 10), total("2026-03-02", 5)], "2026-02-27", "2026-03-02");
    expect(days.map((day) => [day.day, day.issued])).toEqual([
      ["2026-02-27", 0],
      ["2026-02-28", 10],
      ["2026-03-01", 0],
      ["2026-03-02", 5],
    ]);
  });

  it("is empty when it ends before it starts", () => {
    expect(fillDays([], "2026-03-02", "2026-03-01")).toEqual([]);
  });

  it("adds up", () => {
    expect(sumSeries([total("2026-02-28", 10), total("2026-03-01", 5)])).toEqual({
      issued: 15,
      returned: 2,
      redeemed: 4,
      events: 6,
    });
  });
});
