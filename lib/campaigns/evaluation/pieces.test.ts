import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PiecePick } from "../language/pick";
import { pickedMilli } from "./pieces";

type Line = { quantity: number; amountMinor: number };

const milliOf = (lines: readonly Line[]) => lines.map(({ quantity }) => Math.round(quantity * 1_000));
const picked = (lines: readonly Line[], pick: Partial<PiecePick> & Pick<PiecePick, "which">) =>
  pickedMilli(lines, milliOf(lines), { pieces: 1, ...pick });

/** 2 at 5.00, 3 at 2.00 and one at 9.00: from the dearest down 9 5 5 | 2 2 2. */
const basket = [
  { quantity: 2, amountMinor: 1_000 },
  { quantity: 3, amountMinor: 600 },
  { quantity: 1, amountMinor: 900 },
];

/** Every piece by itself, as one would lay them on the counter. */
function laidOut(lines: readonly Line[], { which, pieces, of, overall }: PiecePick): number[] {
  const counter = lines
    .flatMap(({ quantity, amountMinor }, line) =>
      Array.from({ length: quantity }, () => ({ line, price: amountMinor / quantity })),
    )
    .sort((one, other) => other.price - one.price);
  const groups =
    of === undefined
      ? [counter]
      : Array.from({ length: Math.floor(counter.length / of) }, (_, group) =>
          counter.slice(group * of, (group + 1) * of),
        );
  const from = (row: typeof counter, count: number) =>
    which === "dearest" ? row.slice(0, count) : row.slice(Math.max(0, row.length - count));
  const taken = overall
    ? from(counter, pieces * groups.length)
    : groups.flatMap((group) => from(group, pieces));
  return lines.map((_, line) => 1_000 * taken.filter((piece) => piece.line === line).length);
}

describe("picking pieces by price", () => {
  it.each<[string, Parameters<typeof picked>[1], number[]]>([
    ["the cheapest of every 3", { which: "cheapest", of: 3 }, [1_000, 1_000, 0]],
    ["the dearest of every 3", { which: "dearest", of: 3 }, [0, 1_000, 1_000]],
    ["the 2 cheapest of every 3", { which: "cheapest", of: 3, pieces: 2 }, [2_000, 2_000, 0]],
    ["the cheapest for every 3, overall", { which: "cheapest", of: 3, overall: true }, [0, 2_000, 0]],
    ["the cheapest of every 4: the rest is no group", { which: "cheapest", of: 4 }, [0, 1_000, 0]],
    ["the cheapest", { which: "cheapest" }, [0, 1_000, 0]],
    ["the 2 dearest", { which: "dearest", pieces: 2 }, [1_000, 0, 1_000]],
    ["more than there are", { which: "dearest", pieces: 9 }, [2_000, 3_000, 1_000]],
    ["of every 7: too few", { which: "cheapest", of: 7 }, [0, 0, 0]],
  ])("%s", (_, pick, expected) => {
    expect(picked(basket, pick)).toEqual(expected);
  });

  it("takes what is sold by weight as one piece, and of equal prices the later line as the cheaper", () => {
    const byWeight = [
      { quantity: 0.75, amountMinor: 900 },
      { quantity: 1, amountMinor: 500 },
      { quantity: 1, amountMinor: 500 },
    ];
    expect(picked(byWeight, { which: "dearest", of: 3 })).toEqual([750, 0, 0]);
    expect(picked(byWeight, { which: "cheapest", of: 3 })).toEqual([0, 0, 1_000]);
  });

  it("picks what one would pick with every piece laid out on the counter", () => {
    const line = fc.record({ quantity: fc.integer({ min: 1, max: 6 }), amountMinor: fc.nat({ max: 400 }) });
    const pick = fc
      .record({
        which: fc.constantFrom("cheapest" as const, "dearest" as const),
        pieces: fc.integer({ min: 1, max: 3 }),
        more: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
        overall: fc.boolean(),
      })
      .map(
        ({ which, pieces, more, overall }): PiecePick => ({
          which,
          pieces,
          ...(more !== undefined && { of: pieces + more, ...(overall && { overall: true as const }) }),
        }),
      );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), pick, (lines, how) => {
        expect(pickedMilli(lines, milliOf(lines), how)).toEqual(laidOut(lines, how));
      }),
    );
  });
});
