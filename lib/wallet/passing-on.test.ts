import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planPassing } from "./passing-on";
import { disposable, type Lot, NEVER, type Purse } from "./posting";

const TODAY = "2026-11-22";
const DAYS = ["2026-11-20", TODAY, "2026-12-01", "2027-03-31", NEVER] as const;

function purseOf(lots: Pick<Lot, "expiresOn" | "free" | "sliding">[], slidesTo: string | null): Purse {
  const available = lots.reduce((sum, { free }) => sum + free, 0);
  return {
    memberId: "sender",
    pointTypeNo: 1,
    availableAccount: "available",
    available,
    held: 0,
    pendingAccount: null,
    pending: 0,
    debtAccount: null,
    owed: 0,
    slidesTo,
    lots: lots
      .map((lot, index) => ({
        ...lot,
        lotNo: index + 1,
        since: "2026-01-01",
        waiting: null,
        causeId: "cause",
      }))
      .sort((one, other) => (one.expiresOn < other.expiresOn ? -1 : 1)),
  };
}

const lot = fc.oneof(
  fc.record({
    expiresOn: fc.constantFrom(...DAYS),
    free: fc.integer({ min: 1, max: 1_000 }),
    sliding: fc.constant(false),
  }),
  fc.record({
    expiresOn: fc.constant(NEVER),
    free: fc.integer({ min: 1, max: 1_000 }),
    sliding: fc.constant(true),
  }),
);

describe("points that are passed on", () => {
  it("arrive as many as leave, and can be used no longer than before", () => {
    const purses = fc.tuple(
      fc.array(lot, { maxLength: 8 }),
      fc.constantFrom(null, "2026-11-01", "2026-12-24"),
    );
    fc.assert(
      fc.property(purses, fc.integer({ min: 1, max: 4_000 }), ([lots, slidesTo], points) => {
        const purse = purseOf(lots, slidesTo);
        const passing = planPassing(purse, points, TODAY);
        if (points > disposable(purse, TODAY)) {
          expect(passing).toBeNull();
          return;
        }
        const left = passing?.movements.reduce((sum, { amount }) => sum + amount, 0);
        const arriving = passing?.lots.reduce((sum, own) => sum + own.points, 0);
        expect([left, arriving]).toEqual([points, points]);
        const before = new Map<string, number>();
        for (const { free, expiresOn, sliding } of purse.lots ?? []) {
          const lastDay = sliding && slidesTo !== null ? slidesTo : expiresOn;
          before.set(lastDay, (before.get(lastDay) ?? 0) + free);
        }
        for (const { points: amount, expiresOn } of passing?.lots ?? []) {
          expect(before.get(expiresOn) ?? 0).toBeGreaterThanOrEqual(amount);
          expect(expiresOn >= TODAY).toBe(true);
        }
      }),
    );
  });

  it("keep the day that they had slid to, and slide no further", () => {
    const purse = purseOf([{ expiresOn: NEVER, free: 10, sliding: true }], "2026-12-24");
    expect(planPassing(purse, 4, TODAY)?.lots).toEqual([
      { points: 4, expiresOn: "2026-12-24", sliding: false },
    ]);
  });

  it("arrive as one lot where they share a last day", () => {
    const purse = purseOf(
      [
        { expiresOn: "2026-12-01", free: 3, sliding: false },
        { expiresOn: "2026-12-01", free: 4, sliding: false },
      ],
      null,
    );
    const passing = planPassing(purse, 6, TODAY);
    expect(passing?.lots).toEqual([{ points: 6, expiresOn: "2026-12-01", sliding: false }]);
    expect(passing?.movements).toHaveLength(2);
  });
});
