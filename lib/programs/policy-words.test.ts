import { expect, it } from "vitest";
import { expiryInWords, lifeInWords, pendingInWords } from "./policy-words";

const TODAY = "2026-11-22";
const words = (policy: Parameters<typeof lifeInWords>[0]) => lifeInWords(policy, TODAY, "en");

it("says from when on and until when points of today can be used", () => {
  const immediate = { kind: "immediate" } as const;
  expect(words({ pending: immediate, expiry: { kind: "none" } })).toBe(
    "Points earned today can be used at once and never expire.",
  );
  expect(words({ pending: immediate, expiry: { kind: "calendar", period: "year", keep: 1 } })).toBe(
    "Points earned today can be used at once until 31 December 2027.",
  );
  expect(
    words({ pending: { kind: "period", days: 14 }, expiry: { kind: "rolling", unit: "month", count: 12 } }),
  ).toBe("Points earned today can be used from 6 December 2026 until 6 December 2027.");
  expect(words({ pending: immediate, expiry: { kind: "sliding", unit: "day", count: 90 } })).toBe(
    "Points earned today can be used at once until 20 February 2027; whatever the member earns or spends moves that day on.",
  );
});

it("says what points wait for", () => {
  const pending = { kind: "event", name: "flight_flown" } as const;
  expect(words({ pending, expiry: { kind: "rolling", unit: "month", count: 1 } })).toBe(
    "Points wait for the event “flight_flown” of the member, and can be used for 1 month from then on.",
  );
  expect(words({ pending: { kind: "date", on: "2026-01-01" }, expiry: { kind: "none" } })).toBe(
    "Points earned today can be used at once and never expire.",
  );
});

it("has a few words for each policy", () => {
  expect(expiryInWords({ kind: "calendar", period: "quarter", keep: 0 })).toBe(
    "until the end of the quarter",
  );
  expect(expiryInWords({ kind: "calendar", period: "year", keep: 2 })).toBe(
    "until the end of the year 2 years later",
  );
  expect(pendingInWords({ kind: "period", days: 1 }, "en")).toBe("after 1 day");
  expect(pendingInWords({ kind: "date", on: "2027-01-01" }, "en")).toBe("from 1 January 2027");
});
