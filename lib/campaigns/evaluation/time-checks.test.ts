import { describe, expect, it } from "vitest";
import { decide, purchaseOf, type Rules, stateOf } from "./testing";

type Condition = NonNullable<Rules["condition"]>;

/** Null where a condition holds at noon in Berlin on a day, or why it does not. */
function on(day: string, condition: Condition, member: object = {}): string | null | undefined {
  const state = stateOf();
  const { fired, reason } = decide(
    { condition },
    purchaseOf([{ amountMinor: 100 }], { at: day.includes("T") ? day : `${day}T11:00:00Z` }),
    { ...state, member: { ...state.member, ...member } },
  );
  return fired ? null : reason;
}

describe("days of the month", () => {
  it.each([
    ["2026-11-15", [15], null],
    ["2026-11-14", [1, 15], "only on the 1st and 15th of the month, this was on 14 November 2026"],
    ["2026-11-30", [31], null],
    ["2027-02-28", [31], null],
    ["2028-02-28", [31], "only on the last day of the month, this was on 28 February 2028"],
    ["2028-02-29", [31], null],
    ["2026-11-30", [30], null],
    ["2027-02-28", [30], "only on the 30th of the month, this was on 28 February 2027"],
  ])("%s among %j", (day, monthDays, expected) => {
    expect(on(day, { kind: "time", monthDays })).toBe(expected);
  });

  it("go by the day on which a night began", () => {
    const firstNight: Condition = { kind: "time", monthDays: [1], from: "22:00", to: "02:00" };
    expect(on("2026-11-01T22:30:00Z", firstNight)).toBeNull();
    expect(on("2026-11-02T00:30:00Z", firstNight)).toBeNull();
    expect(on("2026-10-31T23:30:00Z", firstNight)).not.toBeNull();
    const lastNight: Condition = { kind: "time", monthDays: [31], from: "22:00", to: "02:00" };
    expect(on("2026-11-30T23:30:00Z", lastNight)).toBeNull();
    expect(on("2026-11-30T00:30:00Z", lastNight)).not.toBeNull();
  });
});

describe("dates", () => {
  const advent: Condition = { kind: "dates", from: "2026-12-01", to: "2026-12-24", yearly: false };
  const turn: Condition = { kind: "dates", from: "2026-12-27", to: "2026-01-06", yearly: true };

  it("hold from the first day to the last, in the program's time zone", () => {
    expect(on("2026-11-30T22:59:00Z", advent)).toBe(
      "only from 1 Dec 2026 to 24 Dec 2026, this was on 30 November 2026",
    );
    expect(on("2026-11-30T23:00:00Z", advent)).toBeNull();
    expect(on("2026-12-24T22:59:00Z", advent)).toBeNull();
    expect(on("2026-12-24T23:00:00Z", advent)).not.toBeNull();
    expect(on("2027-12-10", advent)).not.toBeNull();
  });

  it("come round every year, over the new year too", () => {
    for (const day of ["2026-12-27", "2030-12-31", "2031-01-01", "2031-01-06"])
      expect(on(day, turn)).toBeNull();
    for (const day of ["2026-12-26", "2031-01-07", "2031-06-01"]) expect(on(day, turn)).not.toBeNull();
  });
});

describe("anniversaries", () => {
  const birthday = (daysBefore = 0, daysAfter = 0): Condition => ({
    kind: "anniversary",
    of: "birthday",
    daysBefore,
    daysAfter,
  });
  const joining: Condition = { kind: "anniversary", of: "joining", daysBefore: 0, daysAfter: 7 };

  it.each([
    ["1990-05-17", "2026-05-17", 0, 0, true],
    ["1990-05-17", "2026-05-18", 0, 0, false],
    ["1990-05-17", "2026-05-14", 3, 0, true],
    ["1990-05-17", "2026-05-13", 3, 0, false],
    ["1990-01-02", "2026-12-31", 3, 0, true],
    ["1990-12-30", "2027-01-02", 0, 3, true],
    ["1990-12-30", "2027-01-03", 0, 3, false],
    ["2000-02-29", "2027-02-28", 0, 0, true],
    ["2000-02-29", "2027-03-01", 0, 0, false],
    ["2000-02-29", "2028-02-28", 0, 0, false],
    ["2000-02-29", "2028-02-29", 0, 0, true],
  ])("born on %s, on %s, within %d days before and %d after: %s", (born, day, before, after, expected) => {
    expect(on(day, birthday(before, after), { birthday: born }) === null).toBe(expected);
  });

  it("say what day it was, and when nobody knows", () => {
    expect(on("2026-05-18", birthday(), { birthday: "1990-05-17" })).toBe(
      "only on their birthday, this was on 18 May 2026",
    );
    expect(on("2026-05-18", birthday())).toBe("the member's birthday is not known");
  });

  it("of joining begin a year later", () => {
    const joinedAt = new Date("2025-11-01T09:00:00Z");
    expect(on("2025-11-01", joining, { joinedAt })).not.toBeNull();
    expect(on("2026-11-01", joining, { joinedAt })).toBeNull();
    expect(on("2026-11-08", joining, { joinedAt })).toBeNull();
    expect(on("2026-11-09", joining, { joinedAt })).not.toBeNull();
  });

  it("have a month", () => {
    const month: Condition = { kind: "anniversary_month", of: "birthday" };
    expect(on("2026-02-01", month, { birthday: "2000-02-29" })).toBeNull();
    expect(on("2026-03-01", month, { birthday: "2000-02-29" })).toContain("this was in March");
    const joined: Condition = { kind: "anniversary_month", of: "joining" };
    expect(on("2026-11-30", joined)).not.toBeNull();
    expect(on("2027-11-30", joined)).toBeNull();
  });
});
