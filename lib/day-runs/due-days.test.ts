import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Day, hasDay, localDay, startOfDay } from "@/lib/core/calendar";
import { nextDueDay } from "./due-days";

/** The days that are closed when the program is looked at at these instants, and how often each time. */
function daysClosed(timeZone: string, createdAt: string, looks: readonly string[]): Day[][] {
  let lastDay: Day | null = null;
  return looks.map((instant) => {
    const closed: Day[] = [];
    for (;;) {
      const day = nextDueDay({ timeZone, createdAt: new Date(createdAt), lastDay }, new Date(instant));
      if (day === null) return closed;
      closed.push(day);
      lastDay = day;
    }
  });
}

describe("the next day to close", () => {
  it("is the one after the program's first, once it has begun", () => {
    expect(
      daysClosed("Europe/Berlin", "2026-11-20T23:30:00Z", [
        "2026-11-20T23:59:00Z",
        "2026-11-21T22:59:59Z",
        "2026-11-21T23:00:00Z",
        "2026-11-22T12:00:00Z",
      ]),
    ).toEqual([[], [], ["2026-11-22"], []]);
  });

  it("makes up for days that were missed, in order", () => {
    expect(
      daysClosed("Europe/Berlin", "2026-02-26T10:00:00Z", ["2026-02-27T10:00:00Z", "2026-03-02T10:00:00Z"]),
    ).toEqual([["2026-02-27"], ["2026-02-28", "2026-03-01", "2026-03-02"]]);
  });

  it.each([
    ["Europe/Berlin", "2026-03-28T12:00:00Z", "2026-03-29", "2026-03-28T23:00:00Z"],
    ["Europe/Berlin", "2026-03-29T12:00:00Z", "2026-03-30", "2026-03-29T22:00:00Z"],
    ["Europe/Berlin", "2026-10-24T12:00:00Z", "2026-10-25", "2026-10-24T22:00:00Z"],
    ["Europe/Berlin", "2026-10-25T12:00:00Z", "2026-10-26", "2026-10-25T23:00:00Z"],
    ["America/St_Johns", "2026-11-01T12:00:00Z", "2026-11-02", "2026-11-02T03:30:00Z"],
    ["America/St_Johns", "2006-10-28T12:00:00Z", "2006-10-29", "2006-10-29T03:30:00Z"],
    ["America/Sao_Paulo", "2018-11-03T12:00:00Z", "2018-11-04", "2018-11-04T03:00:00Z"],
    ["Africa/Cairo", "2026-04-23T12:00:00Z", "2026-04-24", "2026-04-23T22:00:00Z"],
  ])("begins in %s after %s: %s at %s", (timeZone, createdAt, day, instant) => {
    const moment = Date.parse(instant);
    const looks = [moment - 1, moment].map((time) => new Date(time).toISOString());
    expect(daysClosed(timeZone, createdAt, looks)).toEqual([[], [day]]);
  });

  it("leaves out a day that the zone left out", () => {
    expect(
      daysClosed("Pacific/Apia", "2011-12-28T20:00:00Z", ["2011-12-30T09:59:59Z", "2011-12-31T12:00:00Z"]),
    ).toEqual([["2011-12-29"], ["2011-12-31", "2012-01-01"]]);
  });

  it("whenever it is looked at, closes each day once, in order, none before it has begun", () => {
    const zones = [
      "Europe/Berlin",
      "America/St_Johns",
      "Pacific/Apia",
      "America/Sao_Paulo",
      "Asia/Kathmandu",
    ];
    const start = Date.parse("2011-12-01T00:00:00Z");
    const looks = fc.array(fc.integer({ min: 0, max: 60 * 24 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.constantFrom(...zones), looks, (timeZone, hours) => {
        const instants = hours.sort((one, other) => one - other).map((hour) => start + hour * 3_600_000);
        const texts = instants.map((instant) => new Date(instant).toISOString());
        const createdAt = new Date(start).toISOString();
        const closed = daysClosed(timeZone, createdAt, texts);
        for (const [look, days] of closed.entries()) {
          const now = new Date(instants[look] ?? 0);
          for (const day of days) expect(startOfDay(day, timeZone) <= now).toBe(true);
        }
        const all = closed.flat();
        const last = localDay(new Date(instants.at(-1) ?? start), timeZone);
        const expected: Day[] = [];
        for (
          let time = Date.parse(`${localDay(new Date(start), timeZone)}T00:00:00Z`) + 86_400_000;
          ;
          time += 86_400_000
        ) {
          const day = new Date(time).toISOString().slice(0, 10);
          if (day > last) break;
          if (hasDay(day, timeZone)) expected.push(day);
        }
        expect(all).toEqual(expected);
      }),
    );
  });
});
