import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BookedAward } from "./posting";
import { planReturn, type ReturnedPurchase, ReturnRefused } from "./returns";

const award = (campaignId: string, points: number[]): BookedAward => ({
  campaignId,
  points: points.reduce((sum, share) => sum + share, 0),
  lines: points.map((share, line) => ({ line, points: share })),
  lot: null,
  pointTypeNo: 1,
});

function purchaseOf(
  quantities: number[],
  awards: BookedAward[],
): ReturnedPurchase & { returned: Map<number, number> } {
  return { eventId: "purchase", quantities, awards, returned: new Map() };
}

/** Applies a return. @returns points taken back */
function give(purchase: ReturnType<typeof purchaseOf>, request: Parameters<typeof planReturn>[1]): number {
  const { takeBacks, lines } = planReturn(purchase, request);
  for (const { line, quantityMilli } of lines) purchase.returned.set(line, quantityMilli);
  return takeBacks.reduce((sum, { points }) => sum + points, 0);
}

describe("planReturn", () => {
  it("takes back what the returned line earned, not a share of the basket", () => {
    const purchase = purchaseOf([1_000, 1_000], [award("base", [10, 1])]);
    expect(give(purchase, [{ line: 1, quantityMilli: 1_000 }])).toBe(1);
  });

  it("takes back, over any parts, exactly what one full return takes", () => {
    const line = fc.record({
      quantity: fc.integer({ min: 0, max: 5_000 }),
      shares: fc.tuple(fc.nat(1_000_000_000), fc.nat(50)),
    });
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 5 }),
        fc.array(fc.tuple(fc.nat(4), fc.integer({ min: 1, max: 2_000 })), { maxLength: 30 }),
        (lines, parts) => {
          const awards = [0, 1].map((seat) =>
            award(
              `campaign-${seat}`,
              lines.map(({ shares }) => shares[seat] ?? 0),
            ),
          );
          const purchase = purchaseOf(
            lines.map(({ quantity }) => quantity),
            awards,
          );
          let taken = 0;
          for (const [index, quantityMilli] of parts) {
            const bought = lines[index]?.quantity;
            if (bought === undefined || (purchase.returned.get(index) ?? 0) + quantityMilli > bought)
              continue;
            taken += give(purchase, [{ line: index, quantityMilli }]);
          }
          const isLeft = lines.some(({ quantity }, index) => purchase.returned.get(index) !== quantity);
          if (isLeft) taken += give(purchase, "everything");
          expect(taken).toBe(awards.reduce((sum, { points }) => sum + points, 0));
        },
      ),
    );
  });

  it("gives points that no line accounts for back with the first line", () => {
    const purchase = purchaseOf(
      [1_000],
      [{ campaignId: "bonus", points: 7, lines: [], lot: null, pointTypeNo: 1 }],
    );
    expect(give(purchase, "everything")).toBe(7);
  });

  it.each([
    ["a line that was never bought", [{ line: 2, quantityMilli: 1_000 }], "no_such_line"],
    ["more than was bought", [{ line: 0, quantityMilli: 1_001 }], "returned_too_much"],
    [
      "more than was bought, in two parts",
      [
        { line: 0, quantityMilli: 600 },
        { line: 0, quantityMilli: 600 },
      ],
      "returned_too_much",
    ],
  ])("refuses %s", (_case, request, code) => {
    const purchase = purchaseOf([1_000, 1_000], [award("base", [10, 10])]);
    expect(() => planReturn(purchase, request)).toThrow(ReturnRefused);
    expect(() => planReturn(purchase, request)).toThrow(expect.objectContaining({ code }));
  });

  it("refuses to return everything twice", () => {
    const purchase = purchaseOf([1_000], [award("base", [10])]);
    give(purchase, "everything");
    expect(() => planReturn(purchase, "everything")).toThrow(
      expect.objectContaining({ code: "nothing_to_return" }),
    );
  });
});
