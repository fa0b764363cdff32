import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PostedTransfer, planUndo } from "./plan-undo";
import { emptyPurse, type Lot, type Movement, NEVER, type Purse } from "./posting";

const TODAY = "2026-11-20";
const CONTEXT = {
  today: TODAY,
  graceUntil: "2026-12-20",
  terms: { state: "active", expiresOn: "2027-11-20", sliding: false },
} as const;

function lot(lotNo: number, free: number, changes: Partial<Lot> = {}): Lot {
  return {
    lotNo,
    free,
    expiresOn: NEVER,
    sliding: false,
    since: "2026-01-01",
    waiting: null,
    causeId: "",
    ...changes,
  };
}

function purseOf(lots: Lot[], changes: Partial<Purse> = {}): Purse {
  const available = lots.reduce((sum, { free, waiting }) => sum + (waiting === null ? free : 0), 0);
  return { ...emptyPurse("member", 1), lots, available, ...changes };
}

const transfer = (changes: Partial<PostedTransfer>): PostedTransfer => ({
  transferNo: 7,
  kind: "spend",
  pointTypeNo: 1,
  amount: 50,
  debit: "available",
  credit: "redeemed",
  lotNo: 1,
  campaignId: null,
  ...changes,
});
const debt = (amount: number) =>
  transfer({ kind: "debt", debit: "debt", credit: "returned", lotNo: null, amount });
const sum = (movements: readonly Movement[]) => movements.reduce((total, { amount }) => total + amount, 0);

describe("undoing a transfer", () => {
  it("refills the lot that it drew from", () => {
    expect(planUndo(purseOf([lot(1, 0)]), transfer({}), CONTEXT)).toEqual([
      {
        kind: "reversal",
        campaignId: null,
        amount: 50,
        debit: "redeemed",
        credit: "available",
        reverses: 7,
        lot: { lotNo: 1 },
      },
    ]);
  });

  it("gives a lot whose last day is over some days of grace, and no other", () => {
    const late = purseOf([lot(1, 0, { expiresOn: "2026-11-19" })]);
    expect(planUndo(late, transfer({}), CONTEXT)).toMatchObject([{ expiresOn: "2026-12-20" }]);
    const lastDay = purseOf([lot(1, 0, { expiresOn: TODAY })]);
    expect(planUndo(lastDay, transfer({}), CONTEXT)[0]).not.toHaveProperty("expiresOn");
    const slid = purseOf([lot(1, 0, { sliding: true })], { slidesTo: "2026-11-01" });
    expect(planUndo(slid, transfer({}), CONTEXT)).toMatchObject([{ expiresOn: "2026-12-20" }]);
  });

  it("puts back into a lot that is still pending what was taken of it there", () => {
    const waiting = { activatesOn: "2026-12-01", activatesBy: null, expiry: { kind: "none" } } as const;
    const purse = purseOf([lot(1, 0, { waiting, since: null })]);
    const returned = transfer({ kind: "return", debit: "pending", credit: "returned" });
    expect(planUndo(purse, returned, CONTEXT)).toMatchObject([{ debit: "returned", credit: "pending" }]);
    const active = purseOf([lot(1, 10)]);
    expect(planUndo(active, returned, CONTEXT)).toMatchObject([{ credit: "available" }]);
  });

  it("takes a credit from its own lot, then from others, then as a debt", () => {
    const purse = purseOf([lot(2, 20, { expiresOn: "2026-12-31" }), lot(1, 10)]);
    const credit = transfer({ kind: "credit", debit: "issued", credit: "available" });
    expect(planUndo(purse, credit, CONTEXT)).toMatchObject([
      { amount: 10, debit: "available", credit: "issued", lot: { lotNo: 1 } },
      { amount: 20, debit: "available", credit: "issued", lot: { lotNo: 2 } },
      { amount: 20, debit: "debt", credit: "issued", lot: null },
    ]);
  });

  it("forgives what is still owed of a debt and gives back what has been paid of it", () => {
    const purse = purseOf([], { owed: 30 });
    expect(planUndo(purse, debt(50), CONTEXT)).toMatchObject([
      { amount: 30, debit: "returned", credit: "debt" },
      { amount: 20, debit: "returned", credit: "available", terms: CONTEXT.terms },
    ]);
  });

  it("moves exactly what the transfer moved, and draws no lot below nothing", () => {
    const kinds = fc.constantFrom(
      transfer({}),
      transfer({ kind: "expire", credit: "expired" }),
      transfer({ kind: "debit", credit: "adjusted" }),
      transfer({ kind: "credit", debit: "issued", credit: "available" }),
      transfer({ kind: "debt_payment", debit: "issued", credit: "debt", lotNo: null }),
      debt(1),
    );
    const amounts = fc.integer({ min: 1, max: 100 });
    const frees = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(kinds, amounts, frees, fc.nat(100), (kind, amount, free, owed) => {
        const lots = free.map((points, index) => lot(index + 1, points));
        const movements = planUndo(purseOf(lots, { owed }), { ...kind, amount }, CONTEXT);
        expect(sum(movements)).toBe(amount);
        for (const own of lots) {
          const drawn = movements.filter(
            (movement) =>
              movement.kind === "reversal" &&
              movement.debit === "available" &&
              "lot" in movement &&
              movement.lot?.lotNo === own.lotNo,
          );
          expect(sum(drawn)).toBeLessThanOrEqual(own.free);
        }
      }),
    );
  });

  it("has nothing to say of what is not undone by itself", () => {
    for (const kind of ["activate", "transfer_in", "reversal"] as const) {
      expect(() => planUndo(purseOf([lot(1, 0)]), transfer({ kind }), CONTEXT)).toThrow("is not undone");
    }
  });
});
