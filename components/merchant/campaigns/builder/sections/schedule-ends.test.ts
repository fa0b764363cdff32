import { describe, expect, it } from "vitest";
import { type End, endOf, instantOfEnd } from "./schedule-ends";

const zone = "Europe/Berlin";

describe("where a schedule begins and ends", () => {
  it.each<["startsAt" | "endsAt", End, string]>([
    ["startsAt", { day: "2026-11-27", time: null }, "2026-11-26T23:00:00.000Z"],
    ["startsAt", { day: "2026-11-27", time: "09:30" }, "2026-11-27T08:30:00.000Z"],
    // the last day counts in full
    ["endsAt", { day: "2026-11-27", time: null }, "2026-11-27T23:00:00.000Z"],
    ["endsAt", { day: "2026-11-27", time: "18:00" }, "2026-11-27T17:00:00.000Z"],
    // the clocks go forward that night
    ["endsAt", { day: "2027-03-28", time: null }, "2027-03-28T22:00:00.000Z"],
  ])("%s %o is %s, and back", (of, end, instant) => {
    expect(instantOfEnd(end, of, zone)).toBe(instant);
    expect(endOf(instant, of, zone)).toEqual(end);
  });

  it("takes midnight for a whole day, as the start of one and as the end of another", () => {
    expect(
      endOf(instantOfEnd({ day: "2026-11-27", time: "00:00" }, "startsAt", zone), "startsAt", zone),
    ).toEqual({ day: "2026-11-27", time: null });
    expect(endOf(instantOfEnd({ day: "2026-11-27", time: "00:00" }, "endsAt", zone), "endsAt", zone)).toEqual(
      {
        day: "2026-11-26",
        time: null,
      },
    );
  });
});
