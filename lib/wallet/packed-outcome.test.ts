import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DecisionOutcome, decisionOutcome } from "./outcome";
import { type PackedVerdict, packOutcome, readPacked, unpackOutcome } from "./packed-outcome";
import { makePhraseBook } from "./phrase-book";

const book = makePhraseBook({
  campaigns: {
    purchase: [
      { campaignId: "base", version: 1, name: "Base rate" },
      { campaignId: "coffee", version: 3, name: "Coffee week" },
    ],
  },
  phrases: ["it was over", "no Coffee in the basket"],
});

const points = fc.integer({ min: 0, max: 1_000_000 });
const verdict: fc.Arbitrary<PackedVerdict> = fc.oneof(
  fc.constantFrom(0, 1),
  fc.string(),
  fc.tuple(fc.oneof(fc.constantFrom(0, 1), fc.string()), points, points),
  fc.tuple(fc.string(), points, points, fc.constantFrom("fired", "suppressed", "control")),
);
const award: fc.Arbitrary<DecisionOutcome["awards"][number]> = fc.record(
  {
    campaignId: fc.constantFrom("base", "coffee"),
    points,
    lines: fc.array(fc.record({ line: fc.nat(500), points })),
    caps: fc.array(
      fc.record({
        limitNo: fc.nat(9),
        windowStart: fc.constantFrom("2026-11-22", "2026-11-01"),
        used: points,
      }),
    ),
    lot: fc.option(fc.record({ lotNo: fc.nat() })),
    pointTypeNo: fc.constantFrom(1, 2),
    returns: fc.constantFrom("debt" as const, "only_pending" as const),
  },
  { requiredKeys: ["campaignId", "points", "lines", "caps", "lot", "pointTypeNo"] },
);
const outcome: fc.Arbitrary<Omit<DecisionOutcome, "campaigns">> = fc.record(
  {
    subject: fc.record({
      type: fc.constant("purchase" as const),
      amountMinor: points,
      currency: fc.constant("EUR"),
    }),
    awards: fc.array(award),
    debt: fc.record({ paid: points, made: points }),
    waiting: fc.array(fc.record({ points, until: fc.string() })),
    activated: points,
    others: fc.array(fc.record({ pointTypeNo: fc.constantFrom(2, 3), points })),
  },
  { requiredKeys: ["subject", "awards", "debt"] },
);

describe("packed outcomes", () => {
  it("come back as they were decided", () => {
    fc.assert(
      fc.property(outcome, verdict, verdict, (own, base, coffee) => {
        const packed = readPacked(JSON.parse(packOutcome(own, book, "purchase", [base, coffee])));
        expect(packed?.book).toBe(book.bookId);
        const whole = packed && unpackOutcome(packed, book);
        expect(whole).toEqual({ ...own, campaigns: expect.any(Array) });
        expect(() => decisionOutcome.parse(whole)).not.toThrow();
      }),
    );
  });

  it("say of each campaign what it said", () => {
    const own = {
      subject: { type: "custom", name: "visit" } as const,
      awards: [],
      debt: { paid: 0, made: 0 },
    };
    const stored = packOutcome(own, book, "purchase", [["€5.00 × 1 point per €1.00", 5, 3], 1]);
    const packed = readPacked(JSON.parse(stored));
    expect(packed && unpackOutcome(packed, book).campaigns).toEqual([
      {
        campaignId: "base",
        version: 1,
        name: "Base rate",
        fired: true,
        status: "fired",
        reason: "€5.00 × 1 point per €1.00",
        desired: 5,
        granted: 3,
      },
      {
        campaignId: "coffee",
        version: 3,
        name: "Coffee week",
        fired: false,
        status: "not",
        reason: "no Coffee in the basket",
        desired: 0,
        granted: 0,
      },
    ]);
  });

  it("are told from whole ones", () => {
    const whole = {
      subject: { type: "custom", name: "visit" },
      campaigns: [],
      awards: [],
      debt: { paid: 0, made: 0 },
    };
    expect(readPacked(whole)).toBeNull();
  });
});

describe("makePhraseBook", () => {
  it("names the same content the same, and other content otherwise", () => {
    const { bookId, ...content } = book;
    expect(makePhraseBook(structuredClone(content)).bookId).toBe(bookId);
    expect(makePhraseBook({ ...content, phrases: [...content.phrases].reverse() }).bookId).not.toBe(bookId);
  });
});
