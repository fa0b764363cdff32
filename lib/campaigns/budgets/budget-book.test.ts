import { describe, expect, it } from "vitest";
import { BudgetBook, type BudgetState, NO_BUDGETS } from "./budget-book";
import type { BudgetLaneRow } from "./budget-sql";

const KEY = { campaignId: "c", limitNo: 100, windowStart: "2026-11-22" };
const LIMIT = 1_000;

function row(lane: number, own: Partial<BudgetLaneRow> = {}): BudgetLaneRow {
  return { ...KEY, lane, amount: LIMIT, reserved: 0, used: 0, remainder: null, ...own };
}

function bookOf(rows: BudgetLaneRow[], { isWhole = false, amount = LIMIT } = {}): BudgetBook {
  const state: BudgetState = {
    lane: 0,
    rows,
    whole: new Set(isWhole ? ["c 100 2026-11-22"] : []),
    amounts: new Map([["c 100", amount]]),
  };
  return new BudgetBook(state);
}

describe("a lane that lives on what it has reserved", () => {
  it("may use that much and no more", () => {
    const book = bookOf([row(0, { reserved: 300, used: 100 })]);
    expect(book.used(KEY)).toBe(LIMIT - 200);
    book.change(KEY, 150);
    expect(book.used(KEY)).toBe(LIMIT - 50);
    expect(book.unsettled()).toEqual({ wishes: [], whole: [] });
    expect(book.close()).toEqual({ lanes: [row(0, { reserved: 300, used: 250 })], central: [] });
  });

  it("wishes for what it lacks, also where it has nothing yet", () => {
    const book = bookOf([row(0, { reserved: 300, used: 100 })]);
    book.change(KEY, 200);
    book.miss(KEY, 70);
    expect(book.unsettled()).toEqual({ wishes: [{ ...KEY, amount: LIMIT, need: 70 }], whole: [] });
    const first = bookOf([]);
    first.miss(KEY, 70);
    expect(first.unsettled().wishes).toEqual([{ ...KEY, amount: LIMIT, need: 70 }]);
  });

  it("gets back what comes back", () => {
    const book = bookOf([row(0, { reserved: 300, used: 300 })]);
    book.change(KEY, -40);
    expect(book.used(KEY)).toBe(LIMIT - 40);
    expect(book.close().lanes).toEqual([row(0, { reserved: 300, used: 260 })]);
  });

  it("has nothing of a reservation that was made under another limit", () => {
    const book = bookOf([row(0, { reserved: 300, used: 100 })], { amount: 500 });
    expect(book.used(KEY)).toBe(500);
    book.miss(KEY, 1);
    expect(book.unsettled()).toEqual({ wishes: [], whole: [KEY] });
  });
});

describe("a budget whose rest is dealt out by turns", () => {
  const rest = [row(0, { reserved: 300, used: 300, remainder: 5 })];

  it("lets nothing be given where the rest does not suffice", () => {
    const book = bookOf(rest);
    expect(book.used(KEY)).toBe(LIMIT - 5);
    book.miss(KEY, 20);
    expect(book.unsettled()).toEqual({ wishes: [], whole: [] });
    expect(book.close()).toEqual({ lanes: [], central: [] });
  });

  it("is wanted whole by whoever uses some of the rest or gives some back", () => {
    for (const change of [5, -10]) {
      const book = bookOf(rest);
      book.change(KEY, change);
      expect(book.unsettled().whole).toEqual([KEY]);
    }
  });

  it("is looked at anew when the limit was raised", () => {
    const book = bookOf(rest, { amount: 2_000 });
    book.miss(KEY, 20);
    expect(book.unsettled().whole).toEqual([KEY]);
  });
});

describe("a posting that has a budget whole", () => {
  const rows = [row(0, { reserved: 300, used: 100 }), row(1, { reserved: 400, used: 390 })];

  it("may use all that nobody has used, and takes idle reservations back", () => {
    const book = bookOf(rows, { isWhole: true });
    expect(book.used(KEY)).toBe(490);
    book.change(KEY, 60);
    expect(book.unsettled()).toEqual({ wishes: [], whole: [] });
    expect(book.close()).toEqual({
      lanes: [row(0, { reserved: 160, used: 160 }), row(1, { reserved: 390, used: 390 })],
      central: [{ ...KEY, amount: LIMIT, reserved: 550 }],
    });
  });

  it("leaves the rest to be dealt out by turns once it had to cut an award", () => {
    const book = bookOf(rows, { isWhole: true });
    book.change(KEY, 505);
    book.miss(KEY, 10);
    expect(book.close()).toEqual({
      lanes: [
        row(0, { reserved: 605, used: 605, remainder: 5 }),
        row(1, { reserved: 390, used: 390, remainder: 5 }),
      ],
      central: [{ ...KEY, amount: LIMIT, reserved: LIMIT }],
    });
  });

  it("grants nothing under a limit that was lowered under what is used", () => {
    const book = bookOf(rows, { isWhole: true, amount: 400 });
    expect(book.used(KEY)).toBe(490);
    expect(book.close()).toEqual({
      lanes: [
        row(0, { amount: 400, reserved: 100, used: 100, remainder: 0 }),
        row(1, { amount: 400, reserved: 390, used: 390, remainder: 0 }),
      ],
      central: [{ ...KEY, amount: 400, reserved: 490 }],
    });
  });

  it("deals freely again when something came back", () => {
    const spent = [row(0, { reserved: 1_000, used: 1_000, remainder: 0 })];
    const book = bookOf(spent, { isWhole: true });
    book.change(KEY, -30);
    expect(book.close()).toEqual({
      lanes: [row(0, { reserved: 970, used: 970 })],
      central: [{ ...KEY, amount: LIMIT, reserved: 970 }],
    });
  });

  it("opens a row for its lane where there was none", () => {
    const book = bookOf([row(1, { reserved: 990, used: 990 })], { isWhole: true });
    book.change(KEY, 4);
    expect(book.close().lanes).toEqual([
      row(1, { reserved: 990, used: 990 }),
      row(0, { reserved: 4, used: 4 }),
    ]);
  });
});

it("a posting that touches no budget writes nothing", () => {
  const book = new BudgetBook(NO_BUDGETS);
  expect(book.unsettled()).toEqual({ wishes: [], whole: [] });
  expect(book.close()).toEqual({ lanes: [], central: [] });
});
