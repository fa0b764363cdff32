import { describe, expect, it } from "vitest";
import { guessTimeFormat, parseOccurredAt } from "./occurred-at";

describe("parseOccurredAt", () => {
  it.each([
    ["2017-01-28 14:06:53", "iso", "2017-01-28T13:06:53.000Z"],
    ["2017-07-28 14:06:53", "iso", "2017-07-28T12:06:53.000Z"],
    ["2017-07-28T14:06:53Z", "iso", "2017-07-28T14:06:53.000Z"],
    ["2017-07-28T14:06:53.123456+02:00", "iso", "2017-07-28T12:06:53.123Z"],
    ["2017-07-28T14:06+0200", "iso", "2017-07-28T12:06:00.000Z"],
    ["2017-07-28", "iso", "2017-07-27T22:00:00.000Z"],
    ["28.07.2017 14:06", "day_first", "2017-07-28T12:06:00.000Z"],
    ["3/4/2017", "day_first", "2017-04-02T22:00:00.000Z"],
    ["3/4/2017", "month_first", "2017-03-03T23:00:00.000Z"],
    ["07/28/2017 2:06 PM", "month_first", "2017-07-28T12:06:00.000Z"],
    ["07/28/2017 12:30 AM", "month_first", "2017-07-27T22:30:00.000Z"],
    ["1501243613", "epoch_seconds", "2017-07-28T12:06:53.000Z"],
    ["1501243613000", "epoch_milliseconds", "2017-07-28T12:06:53.000Z"],
  ] as const)("reads %s as %s", (text, format, expected) => {
    expect(parseOccurredAt(text, format, "Europe/Berlin")?.toISOString()).toBe(expected);
  });

  it("reads an hour that the clocks skip as the hour after", () => {
    expect(parseOccurredAt("2017-03-26 02:30:00", "iso", "Europe/Berlin")?.toISOString()).toBe(
      "2017-03-26T01:30:00.000Z",
    );
  });

  it.each([
    ["2017-02-30", "iso"],
    ["2017-13-01", "iso"],
    ["2017-01-01 24:00:00", "iso"],
    ["31.04.2017", "day_first"],
    ["07/28/2017 14:06 PM", "month_first"],
    ["yesterday", "iso"],
    ["", "iso"],
    ["99999999999999", "epoch_seconds"],
    ["-5", "epoch_seconds"],
  ] as const)("refuses %s as %s", (text, format) => {
    expect(parseOccurredAt(text, format, "Europe/Berlin")).toBeNull();
  });
});

describe("guessTimeFormat", () => {
  it.each([
    [["2017-01-28 14:06:53"], "iso"],
    [["01/02/2017", "28/01/2017"], "day_first"],
    [["01/02/2017", "01/28/2017"], "month_first"],
    [["1501243613"], "epoch_seconds"],
    [["1501243613000"], "epoch_milliseconds"],
    [["soon"], null],
    [[], null],
  ])("takes %j for %s", (samples, expected) => {
    expect(guessTimeFormat(samples)).toBe(expected);
  });
});
