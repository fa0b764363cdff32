import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/core/calendar";
import { planActivation } from "./activation";
import { isSlideOver, latestSlidingDay, planExpiry } from "./expiry";
import { disposable, emptyPurse, type Lot, NEVER, type Purse, planDraw } from "./posting";

const lot = (overrides: Partial<Lot>): Lot => ({
  lotNo: 1,
  expiresOn: NEVER,
  free: 10,
  sliding: false,
  since: "2026-01-01",
  waiting: null,
  causeId: "purchase",
  ...overrides,
});
const purse = (lots: Lot[], overrides: Partial<Purse> = {}): Purse => ({
  ...emptyPurse("member", 1),
  available: lots.reduce((sum, { free, waiting }) => sum + (waiting === null ? free : 0), 0),
  lots,
  ...overrides,
});
const waiting = { activatesOn: "2026-11-20", activatesBy: null, expiry: { kind: "none" } } as const;

describe("planExpiry", () => {
  it("takes what is free of active lots whose last day is over", () => {
    const lots = [
      lot({ lotNo: 1, expiresOn: "2026-11-20" }),
      lot({ lotNo: 2, expiresOn: "2026-11-21", free: 4 }),
      lot({ lotNo: 3, expiresOn: "2026-11-22" }),
      lot({ lotNo: 4, expiresOn: "2026-11-01", free: 0 }),
      lot({ lotNo: 5, since: null, waiting }),
      lot({ lotNo: 6 }),
    ];
    expect(planExpiry(purse(lots), "2026-11-22")).toEqual([
      { kind: "expire", amount: 10, campaignId: null, lot: { lotNo: 1 } },
      { kind: "expire", amount: 4, campaignId: null, lot: { lotNo: 2 } },
    ]);
  });

  it("takes sliding lots of a slide that is over, and leaves those that came after it", () => {
    const lots = [
      lot({ lotNo: 1, sliding: true, since: "2026-11-01" }),
      lot({ lotNo: 2, sliding: true, since: "2026-11-10" }),
      lot({ lotNo: 3, sliding: true, since: "2026-11-11" }),
    ];
    const own = purse(lots, { slidesTo: "2026-11-10" });
    expect(planExpiry(own, "2026-11-10")).toEqual([]);
    expect(planExpiry(own, "2026-11-11").map((movement) => "lot" in movement && movement.lot)).toEqual([
      { lotNo: 1 },
      { lotNo: 2 },
    ]);
    expect(latestSlidingDay(own)).toBe("2026-11-11");
  });

  it("ends a slide only when nothing of it is held", () => {
    expect(isSlideOver(purse([], { slidesTo: "2026-11-10" }), "2026-11-11")).toBe(true);
    expect(isSlideOver(purse([], { slidesTo: "2026-11-11" }), "2026-11-11")).toBe(false);
    expect(isSlideOver(purse([], { slidesTo: null }), "2026-11-11")).toBe(false);
    expect(isSlideOver(purse([], { slidesTo: "2026-11-10", held: 1 }), "2026-11-11")).toBe(false);
  });

  const days = fc.integer({ min: 0, max: 20 }).map((offset) => addDays("2026-11-01", offset));
  const anyLot = fc.record({
    expiresOn: fc.option(days, { nil: NEVER }),
    free: fc.integer({ min: 0, max: 100 }),
    kind: fc.constantFrom("fixed", "sliding", "pending"),
    since: days,
  });

  it("takes exactly what cannot be spent any more, whatever the lots", () => {
    fc.assert(
      fc.property(fc.array(anyLot, { maxLength: 8 }), days, fc.option(days), (drafts, today, slidesTo) => {
        const lots = drafts.map(({ kind, expiresOn, free, since }, lotNo) =>
          lot({
            lotNo,
            free,
            expiresOn: kind === "fixed" ? expiresOn : NEVER,
            sliding: kind === "sliding",
            since: kind === "pending" ? null : since,
            waiting: kind === "pending" ? waiting : null,
          }),
        );
        const own = purse(lots, { slidesTo });
        const taken = planExpiry(own, today).reduce((sum, { amount }) => sum + amount, 0);
        const usable = disposable(own, today);
        expect(taken + usable).toBe(own.available);
        expect(planDraw(own, usable + 1, today)).toBe(null);
      }),
    );
  });
});

describe("planActivation", () => {
  it("counts the expiry from the day that was set, however late it is done", () => {
    const rolling = { kind: "rolling", unit: "day", count: 3 } as const;
    const own = purse([lot({ since: null, waiting: { ...waiting, expiry: rolling } })]);
    const at = new Date("2026-11-25T00:00:00Z");
    expect(planActivation(own, () => true, at, "2026-11-25")).toMatchObject([
      { kind: "activate", amount: 10, expiresOn: "2026-11-23", sliding: false, activatedAt: at },
    ]);
  });
});
