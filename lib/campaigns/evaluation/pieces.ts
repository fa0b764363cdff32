import type { PiecePick } from "../language/pick";
import type { FactLine } from "./fact-line";

const MILLI = 1_000;

/** Pieces of a line that cost the same. What is sold by weight, so that its quantity is not whole, is one piece. */
type Run = { line: number; pieces: number; price: number };

/** Which of the pieces in a row, counted from 0 at the dearest, are picked: so many of every group. */
type Pattern = { first: number; count: number; group: number; end: number };

/**
 * The pieces that are picked of the lines that match, in thousandths by line.
 * @param milli thousandths of a piece by line, zero where it does not match
 */
export function pickedMilli(lines: readonly FactLine[], milli: readonly number[], pick: PiecePick): number[] {
  const runs = runsOf(lines, milli);
  const all = runs.reduce((sum, { pieces }) => sum + pieces, 0);
  const pattern = patternOf(pick, all);
  const picked = new Array<number>(lines.length).fill(0);
  let place = 0;
  for (const { line, pieces } of runs) {
    const count = pickedBefore(place + pieces, pattern) - pickedBefore(place, pattern);
    picked[line] = count === pieces ? (milli[line] ?? 0) : count * MILLI;
    place += pieces;
  }
  return picked;
}

/** From the dearest down; what costs the same in the order of the lines. */
function runsOf(lines: readonly FactLine[], milli: readonly number[]): Run[] {
  return lines
    .flatMap(({ amountMinor }, line): Run[] => {
      const bought = milli[line] ?? 0;
      if (bought === 0) return [];
      const pieces = bought % MILLI === 0 ? bought / MILLI : 1;
      return [{ line, pieces, price: amountMinor / pieces }];
    })
    .sort((one, other) => other.price - one.price);
}

function patternOf({ which, pieces, of, overall }: PiecePick, all: number): Pattern {
  const groups = of === undefined ? 1 : Math.floor(all / of);
  if (of !== undefined && overall === undefined) {
    return { first: which === "dearest" ? 0 : of - pieces, count: pieces, group: of, end: groups * of };
  }
  const count = Math.min(all, pieces * groups);
  return { first: which === "dearest" ? 0 : all - count, count, group: Math.max(1, all), end: all };
}

/** How many of the pieces before a place are picked. */
function pickedBefore(place: number, { first, count, group, end }: Pattern): number {
  const bounded = Math.min(place, end);
  const inGroup = Math.min(count, Math.max(0, (bounded % group) - first));
  return Math.floor(bounded / group) * count + inGroup;
}
