import { describe, expect, it } from "vitest";
import { dayNoOf, NO_DAY } from "./days";
import { type CreditTerms, ReplayPurse } from "./purse";

const day = dayNoOf;
const active = (until: string): CreditTerms => ({ state: "active", until: day(until), sliding: false });
const pending = (activatesOn: string): CreditTerms => ({
  state: "pending",
  activatesOn: day(activatesOn),
  activatesBy: null,
  expiry: { kind: "none" },
});
const forEver = () => ({ until: NO_DAY, sliding: false });
const sums = ({ available, pending: waiting, owed, spent, expired }: ReplayPurse) => ({
  available,
  pending: waiting,
  owed,
  spent,
  expired,
});
const EMPTY = { available: 0, pending: 0, owed: 0, spent: 0, expired: 0 };

describe("a purse in a replay", () => {
  it("lets points end after their last day, and spends first what ends first", () => {
    const purse = new ReplayPurse();
    purse.credit(100, active("2026-03-31"), "b", "e2");
    purse.credit(40, active("2026-01-31"), "a", "e1");
    purse.credit(5, active("2026-01-31"), "a", "e3");
    purse.spend(30);
    purse.settle(day("2026-01-31"), forEver);
    expect(sums(purse)).toEqual({ ...EMPTY, available: 115, spent: 30 });
    purse.settle(day("2026-02-01"), forEver);
    expect(sums(purse)).toEqual({ ...EMPTY, available: 100, spent: 30, expired: 15 });
  });

  it("makes pending points active on their day, and pays debts first", () => {
    const purse = new ReplayPurse();
    purse.owed = 10;
    purse.credit(30, pending("2026-01-10"), "a", "e1");
    expect(sums(purse)).toEqual({ ...EMPTY, pending: 20 });
    purse.settle(day("2026-01-09"), forEver);
    expect(purse.available).toBe(0);
    purse.settle(day("2026-01-10"), forEver);
    expect(sums(purse)).toEqual({ ...EMPTY, available: 20 });
  });

  it("takes back as the policy says: into debt, within what is there, or only what is pending", () => {
    const filled = () => {
      const purse = new ReplayPurse();
      purse.credit(50, active("2026-12-31"), "a", "e1");
      purse.credit(20, pending("2026-06-01"), "b", "e1");
      purse.spend(40);
      return purse;
    };
    const debt = filled();
    expect(debt.takeBack(50, "debt", "a", "e1")).toBe(50);
    expect(sums(debt)).toEqual({ ...EMPTY, pending: 20, owed: 40, spent: 40 });
    const within = filled();
    within.held = 4;
    expect(within.takeBack(50, "within_balance", "a", "e1")).toBe(6);
    expect(sums(within)).toEqual({ ...EMPTY, available: 4, pending: 20, spent: 40 });
    const only = filled();
    expect(only.takeBack(50, "only_pending", "a", "e1")).toBe(0);
    expect(only.takeBack(25, "only_pending", "b", "e1")).toBe(20);
    expect(sums(only)).toEqual({ ...EMPTY, available: 10, spent: 40 });
  });

  it("activates what waits for an event, of one purchase or of all", () => {
    const purse = new ReplayPurse();
    const flown: CreditTerms = {
      state: "pending",
      activatesOn: null,
      activatesBy: "flown",
      expiry: { kind: "none" },
    };
    purse.credit(10, flown, "a", "e1");
    purse.credit(20, flown, "a", "e2");
    purse.activateBy("landed", null, day("2026-01-05"), forEver);
    expect(purse.available).toBe(0);
    purse.activateBy("flown", "e2", day("2026-01-05"), forEver);
    expect(sums(purse)).toEqual({ ...EMPTY, available: 20, pending: 10 });
  });

  it("begins anew as a copy that goes its own way", () => {
    const purse = new ReplayPurse();
    purse.credit(100, active("2026-12-31"), "a", "e1");
    purse.spend(10);
    const copy = purse.anew();
    copy.spend(50);
    expect(sums(purse)).toEqual({ ...EMPTY, available: 90, spent: 10 });
    expect(sums(copy)).toEqual({ ...EMPTY, available: 40, spent: 50 });
  });
});
