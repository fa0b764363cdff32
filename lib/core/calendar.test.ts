import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  hasDay,
  instantOfLocal,
  isDay,
  isStartOfDay,
  localDay,
  localTime,
  startOfDay,
  windowStart,
  zonedParts,
} from "./calendar";

const zones = [
  "UTC",
  "Europe/Berlin",
  "America/New_York",
  "Asia/Kathmandu",
  "Pacific/Apia",
  "Australia/Lord_Howe",
];
const instants = fc.date({ min: new Date("1990-01-01"), max: new Date("2060-01-01"), noInvalidDate: true });

describe("calendar", () => {
  it("knows a day from what only looks like one", () => {
    expect(["2026-02-28", "2028-02-29", "0001-01-01", "9999-12-31"].every(isDay)).toBe(true);
    expect(["2026-02-29", "2026-13-01", "0000-01-01", "2026-1-1", "2026-01-01T", ""].some(isDay)).toBe(false);
  });

  it("finds the local day on both sides of midnight and of daylight saving", () => {
    expect(localDay(new Date("2026-12-31T22:59:59Z"), "Europe/Berlin")).toBe("2026-12-31");
    expect(localDay(new Date("2026-12-31T23:00:00Z"), "Europe/Berlin")).toBe("2027-01-01");
    expect(zonedParts(new Date("2026-03-29T00:59:00Z"), "Europe/Berlin").hour).toBe(1);
    expect(zonedParts(new Date("2026-03-29T01:00:00Z"), "Europe/Berlin").hour).toBe(3);
    expect(zonedParts(new Date("2026-11-22T12:00:00Z"), "Europe/Berlin").weekday).toBe(7);
  });

  it("tells the time, and a day's beginning from any other moment", () => {
    const at = new Date("2026-11-27T08:30:00Z");
    expect([localTime(at, "Europe/Berlin"), localTime(at, "Asia/Kolkata")]).toEqual(["09:30", "14:00"]);
    const begins = (instant: string) => isStartOfDay(new Date(instant), "Europe/Berlin");
    expect(begins("2026-11-26T23:00:00Z")).toBe(true);
    expect(begins("2026-11-27T00:00:00Z")).toBe(false);
    expect(begins("2026-11-26T23:00:01Z")).toBe(false);
  });

  it("agrees with Intl at any instant in any zone", () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (instant, timeZone) => {
        const expected = new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(instant);
        expect(localDay(instant, timeZone)).toBe(expected);
      }),
    );
  });

  it("starts windows on or before the day, weeks on Monday", () => {
    const instant = new Date("2026-11-22T12:00:00Z");
    expect(windowStart(instant, "Europe/Berlin", "week")).toBe("2026-11-16");
    expect(windowStart(instant, "Europe/Berlin", "month")).toBe("2026-11-01");
    expect(windowStart(instant, "Europe/Berlin", "year")).toBe("2026-01-01");
    expect(windowStart(instant, "Europe/Berlin", "lifetime")).toBe("0001-01-01");
  });

  it("keeps the end of month when the target month is shorter", () => {
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addMonths("2027-12-31", 2)).toBe("2028-02-29");
    expect(addMonths("2026-11-22", 12)).toBe("2027-11-22");
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  });

  it("turns a local time back into the instant that shows it", () => {
    expect(instantOfLocal("2026-07-01T09:30:00", "Europe/Berlin").toISOString()).toBe(
      "2026-07-01T07:30:00.000Z",
    );
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (instant, timeZone) => {
        const parts = zonedParts(instant, timeZone);
        const two = (part: number) => String(part).padStart(2, "0");
        const local = `${parts.year}-${two(parts.month)}-${two(parts.day)}T${two(parts.hour)}:${two(parts.minute)}:00`;
        // An hour that the clock shows twice has two instants; either shows the same local time.
        expect(zonedParts(instantOfLocal(local, timeZone), timeZone)).toEqual(parts);
      }),
    );
  });

  it.each([
    ["2026-03-29T02:30:00", "Europe/Berlin", "2026-03-29T01:30:00Z"],
    ["2026-03-08T02:30:00", "America/New_York", "2026-03-08T07:30:00Z"],
    ["2018-11-04T00:00:00", "America/Sao_Paulo", "2018-11-04T03:00:00Z"],
  ])("takes %s, which clocks in %s skip, for an instant after the gap", (local, timeZone, instant) => {
    expect(instantOfLocal(local, timeZone)).toEqual(new Date(instant));
  });

  it.each([
    ["2026-11-22", "Europe/Berlin", "2026-11-21T23:00:00Z", "an ordinary day"],
    ["2026-03-29", "Europe/Berlin", "2026-03-28T23:00:00Z", "a day of 23 hours"],
    ["2026-03-30", "Europe/Berlin", "2026-03-29T22:00:00Z", "the day after it"],
    ["2026-10-26", "Europe/Berlin", "2026-10-25T23:00:00Z", "the day after one of 25 hours"],
    ["2026-03-09", "America/St_Johns", "2026-03-09T02:30:00Z", "half an hour beside the others"],
    [
      "2006-10-29",
      "America/St_Johns",
      "2006-10-29T03:30:00Z",
      "clocks that go back at a minute past midnight",
    ],
    ["2018-11-04", "America/Sao_Paulo", "2018-11-04T03:00:00Z", "clocks that skip midnight"],
    ["2018-02-18", "America/Sao_Paulo", "2018-02-18T03:00:00Z", "clocks that go back at midnight"],
    ["2026-04-24", "Africa/Cairo", "2026-04-23T22:00:00Z", "clocks that skip midnight in the east"],
    ["2011-12-30", "Pacific/Apia", "2011-12-30T10:00:00Z", "a day that was left out"],
    ["2011-12-31", "Pacific/Apia", "2011-12-30T10:00:00Z", "the day after it"],
  ])("begins %s in %s at %s: %s", (day, timeZone, instant) => {
    expect(startOfDay(day, timeZone)).toEqual(new Date(instant));
  });

  it("begins each day after the last moment of the day before, in any zone", () => {
    const days = instants.map((instant) => instant.toISOString().slice(0, 10));
    fc.assert(
      fc.property(days, fc.constantFrom(...zones, "America/Sao_Paulo", "Africa/Cairo"), (day, timeZone) => {
        const start = startOfDay(day, timeZone);
        expect(localDay(new Date(start.getTime() - 1), timeZone) < day).toBe(true);
        expect(localDay(start, timeZone) >= day).toBe(true);
        expect(start.getTime()).toBeLessThanOrEqual(startOfDay(addDays(day, 1), timeZone).getTime());
      }),
    );
  });

  it("knows the days that a zone left out", () => {
    expect(hasDay("2011-12-30", "Pacific/Apia")).toBe(false);
    expect(hasDay("2011-12-31", "Pacific/Apia")).toBe(true);
    expect(hasDay("2018-11-04", "America/Sao_Paulo")).toBe(true);
  });
});
