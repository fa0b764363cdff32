import { describe, expect, it } from "vitest";
import { kindOfReason, ReasonCounts } from "./reasons";

describe("the kind of a reason", () => {
  it.each([
    ["€12.50, at least €20.00 needed", "at least €20.00 needed"],
    ["€1,212.50, at most €20.00 needed", "at most €20.00 needed"],
    ["3 pieces of Coffee, at least 5 pieces needed", "at least 5 pieces needed"],
    ["only on Mondays, this was a Friday", "only on Mondays"],
    ["only from 07:00 to 11:00, this was at 13:15", "only from 07:00 to 11:00"],
    ["bought 3 times, this was, as it seems, a Friday", "this was, as it seems, a Friday"],
    ["no Coffee in the basket", "no Coffee in the basket"],
    ["only for members whose tier is gold", "only for members whose tier is gold"],
  ])("leaves out what was seen: %s", (reason, kind) => {
    expect(kindOfReason(reason)).toBe(kind);
  });

  it("is what reasons are counted by, in words and by number together", () => {
    const counts = new ReasonCounts([
      "only on Mondays, this was a Tuesday",
      "only on Mondays, this was a Friday",
    ]);
    for (const reason of [0, 1, 1, "€1.00, at least €5.00 needed", "€4.99, at least €5.00 needed"])
      counts.count(reason);
    const sums = new Map<string, number>();
    counts.addTo(sums);
    expect([...sums]).toEqual([
      ["only on Mondays", 3],
      ["at least €5.00 needed", 2],
    ]);
  });
});
