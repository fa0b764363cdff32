import { expect, test } from "vitest";
import { durationInWords, progressInWords } from "./day-words";

test("a duration is as exact as it is short", () => {
  expect([0, 412, 9_949, 9_950, 59_400, 60_000, 185_000].map(durationInWords)).toEqual([
    "0.0 s",
    "0.4 s",
    "9.9 s",
    "10 s",
    "59 s",
    "1 min 0 s",
    "3 min 5 s",
  ]);
});

test("progress says what is being done, and nothing before there is anything", () => {
  const progress = { due: 5_000, done: 1_500 };
  expect(progressInWords({ step: "expiry", progress }, (value) => value.toLocaleString("en"))).toBe(
    "Expiring: 1,500 of 5,000 members",
  );
  expect(progressInWords({ step: null, progress: { due: 0, done: 0 } }, String)).toBe(null);
});
