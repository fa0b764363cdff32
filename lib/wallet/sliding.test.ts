import { expect, test } from "vitest";
import { PROGRAM_ACCOUNTS, type ProgramAccountKind } from "@/lib/programs";
import { Book } from "./book";
import { emptyPurse, type Movement } from "./posting";

const accounts = Object.fromEntries(PROGRAM_ACCOUNTS.map((kind) => [kind, kind])) as Record<
  ProgramAccountKind,
  string
>;

/** What the member's sliding points slide to when a movement happens on 10 November to a member who owes points. */
function slidesToAfter(movement: Movement): string | null {
  const book = new Book({
    nextTransfer: 1,
    accounts: new Map([[1, accounts]]),
    pointTypes: [
      {
        pointTypeNo: 1,
        code: "points",
        name: "points",
        spendable: true,
        expiry: { kind: "sliding", unit: "day", count: 30 },
        pending: { kind: "immediate" },
        returnPolicy: "debt",
        valuePerThousandMinor: 1_000,
      },
    ],
    purses: [{ ...emptyPurse("ada", 1), availableAccount: "available", debtAccount: "debt", owed: 50 }],
  });
  const occurredAt = new Date("2026-11-10T12:00:00Z");
  book.post({ causeId: "cause", memberId: "ada", occurredAt, day: "2026-11-10" }, [movement]);
  return book.purseOf("ada").slidesTo;
}

test("points that are earned keep sliding ones, even where a debt swallows them", () => {
  expect(slidesToAfter({ kind: "debt_payment", amount: 5, campaignId: "base" })).toBe("2026-12-10");
});

test("points that somebody credits by hand keep nothing, whether they pay a debt or not", () => {
  const terms = { state: "active", expiresOn: "infinity", sliding: true } as const;
  expect(slidesToAfter({ kind: "credit", amount: 5, campaignId: null, terms })).toBeNull();
  expect(slidesToAfter({ kind: "debt_payment", amount: 5, campaignId: null })).toBeNull();
});
