import type { Facts } from "./facts";

/** Points by line: what has no lines counts as one line, number 0. */
export type LinePoints = number[];

/** Points of one type that an event has earned so far, by line: what limits left of base points and bonuses. */
export type Earned = {
  /** By amount, quantity or value. */
  base: LinePoints;
  /** The same, and bonuses. */
  all: LinePoints;
  /** How many campaigns gave less of it than they would have, because of their limits. */
  cuts: number;
};

export function lineCount(facts: Facts): number {
  return Math.max(1, facts.lines.length);
}

export function sumOf(lines: readonly number[]): number {
  let sum = 0;
  for (const points of lines) sum += points;
  return sum;
}

export function zeros(count: number): LinePoints {
  // Several times as fast as filling, for the few lines that purchases have.
  const lines = new Array<number>(count);
  for (let line = 0; line < count; line += 1) lines[line] = 0;
  return lines;
}

export function nothingEarned(lineCount: number): Earned {
  return { base: zeros(lineCount), all: zeros(lineCount), cuts: 0 };
}

export function addEarned(target: Earned, { base, all, cuts }: Earned): void {
  addLines(target.base, base);
  addLines(target.all, all);
  target.cuts += cuts;
}

export function addLines(target: LinePoints, lines: LinePoints): void {
  for (let line = 0; line < lines.length; line += 1) target[line] = (target[line] ?? 0) + (lines[line] ?? 0);
}
