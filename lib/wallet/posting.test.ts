import { describe, expect, it } from "vitest";
import { Book } from "./book";
import { type Lot, NEVER, type Purse, planEarning, planTakeBack } from "./posting";

const purse = (overrides: Partial<Purse> = {}): Purse => ({
  memberId: "member",
  pointTypeNo: 1,
  availableAccount: "available",
  available: 0,
  held: 0,
  pendingAccount: null,
  pending: 0,
  slidesTo: null,
  debtAccount: null,
  owed: 0,
  lots: [],
  ...overrides,
});
const lot = (expiresOn: string, lotNo: number, free: number): Lot => ({
  expiresOn,
  lotNo,
  free,
  sliding: false,
  since: "2026-01-01",
  waiting: null,
  causeId: "purchase",
});
const FOR_EVER = { state: "active", expiresOn: NEVER, sliding: false } as const;

describe("planEarning", () => {
  it("pays a debt first, award by award", () => {
    const awards = [10, 20].map((points, index) => ({ campaignId: `c${index}`, points, terms: FOR_EVER }));
    expect(planEarning(15, awards)).toEqual([
      { kind: "debt_payment", campaignId: "c0", amount: 10 },
      { kind: "debt_payment", campaignId: "c1", amount: 5 },
      { kind: "earn", campaignId: "c1", amount: 15, terms: FOR_EVER },
    ]);
  });
});

describe("planTakeBack", () => {
  const lots = [lot("2026-12-31", 4, 5), lot("2027-06-30", 2, 10), lot(NEVER, 1, 10)];

  it("draws from the award's own lot, then from those that expire soonest, and the rest is owed", () => {
    const { movements } = planTakeBack(purse({ available: 25, lots }), [
      { campaignId: "c", points: 28, lot: { lotNo: 2 } },
    ]);
    expect(movements).toEqual([
      { kind: "return", campaignId: "c", amount: 10, lot: { lotNo: 2 } },
      { kind: "return", campaignId: "c", amount: 5, lot: { lotNo: 4 } },
      { kind: "return", campaignId: "c", amount: 10, lot: { lotNo: 1 } },
      { kind: "debt", campaignId: "c", amount: 3 },
    ]);
  });

  it("leaves held points alone", () => {
    const { movements } = planTakeBack(purse({ available: 25, held: 25, lots }), [
      { campaignId: "c", points: 4, lot: { lotNo: 1 } },
    ]);
    expect(movements).toEqual([{ kind: "debt", campaignId: "c", amount: 4 }]);
  });
});

describe("Book", () => {
  const own = { issued: "issued", returned: "returned", redeemed: "redeemed", expired: "expired" };
  const accounts = new Map([[1, { ...own, adjusted: "adjusted", clearing: "clearing" }]]);
  const pointTypes = [
    {
      pointTypeNo: 1,
      code: "points",
      name: "points",
      spendable: true,
      expiry: { kind: "none" },
      pending: { kind: "immediate" },
      returnPolicy: "debt",
      valuePerThousandMinor: 1_000,
    } as const,
  ];
  const occurredAt = new Date("2026-11-20T10:00:00Z");
  const cause = { causeId: "event", memberId: "member", occurredAt, day: "2026-11-20" };

  it("numbers transfers without a gap and ends with the sums of what it posted", () => {
    const book = new Book({ nextTransfer: 7, accounts, pointTypes, purses: [purse()] });
    const { lots } = book.post(cause, [{ kind: "earn", campaignId: "c", amount: 10, terms: FOR_EVER }]);
    const opened = lots.get("c");
    if (!opened) throw new Error("no lot was opened");
    book.post(cause, [
      { kind: "return", campaignId: "c", amount: 10, lot: opened },
      { kind: "debt", campaignId: "c", amount: 2 },
    ]);
    const plan = book.close();
    expect(plan.transfers.map(({ transferNo, balanceAfter }) => [transferNo, balanceAfter])).toEqual([
      [7, 10],
      [8, 0],
      [9, 0],
    ]);
    expect(plan).toMatchObject({ totals: { issued: 10, returned: 12 }, newAccounts: [{ kind: "debt" }] });
    expect(plan.newLots).toMatchObject([{ granted: 10, lotNo: 7 }]);
    expect(book.purseOf("member")).toMatchObject({ available: 0, owed: 2, lots: [{ lotNo: 7, free: 0 }] });
  });

  it("refuses what exact whole numbers cannot hold, and stays as it was", () => {
    const book = new Book({
      nextTransfer: 1,
      accounts,
      pointTypes,
      purses: [purse({ available: Number.MAX_SAFE_INTEGER })],
    });
    const earn = { kind: "earn", campaignId: "c", amount: 1, terms: FOR_EVER } as const;
    expect(() => book.post(cause, [earn])).toThrow(expect.objectContaining({ code: "balance_out_of_range" }));
    expect(book.close().transfers).toEqual([]);
  });
});
