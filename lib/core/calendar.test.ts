import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, instantOfLocal, localDay, windowStart, zonedParts } from "./calendar";

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
  it("finds the local day on both sides of midnight and of daylight saving", () => {
    expect(localDay(new Date("2026-12-31T22:59:59Z"), "Europe/Berlin")).toBe("2026-12-31");
    expect(localDay(new Date("2026-12-31T23:00:00Z"), "Europe/Berlin")).toBe("2027-01-01");
    expect(zonedParts(new Date("2026-03-29T00:59:00Z"), "Europe/Berlin").hour).toBe(1);
    expect(zonedParts(new Date("2026-03-29T01:00:00Z"), "Europe/Berlin").hour).toBe(3);
    expect(zonedParts(new Date("2026-11-22T12:00:00Z"), "Europe/Berlin").weekday).toBe(7);
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
});
