import { type FactLine, milliOf } from "./fact-line";
import type { LineFilter, LineTest } from "./schema";

/** Looks at a folded line. */
export type LineMatch = (line: FactLine) => boolean;

/** A compiled filter of lines. Equal filters of a rule set are one, so that each event is sifted once for all of them. */
export type LineSelector = { no: number; matches: LineMatch };

/** The lines of an event that a filter keeps, in numbers. */
export type Selection = {
  /** How many lines. */
  lines: number;
  /** What they come to, in minor units. */
  amountMinor: number;
  /** Thousandths of a piece. */
  quantityMilli: number;
  /** Amounts by line, zero where it is not kept. What has no lines is one line. */
  amounts: number[];
  /** Thousandths of a piece by line. */
  quantities: number[];
};

/** All of a purchase. Its amount is the total that was paid, which may be less than the lines come to. */
export function wholeOf(lines: readonly FactLine[], amountMinor: number): Selection {
  if (lines.length === 0) {
    return { lines: 0, amountMinor, quantityMilli: 0, amounts: [amountMinor], quantities: [0] };
  }
  return { ...selectionOf(lines, () => true), amountMinor };
}

export function selectionOf(folded: readonly FactLine[], matches: LineMatch): Selection {
  const selection: Selection = { lines: 0, amountMinor: 0, quantityMilli: 0, amounts: [], quantities: [] };
  for (const line of folded) {
    const isKept = matches(line);
    const amountMinor = isKept ? line.amountMinor : 0;
    const quantityMilli = isKept ? milliOf(line.quantity) : 0;
    selection.amounts.push(amountMinor);
    selection.quantities.push(quantityMilli);
    selection.amountMinor += amountMinor;
    selection.quantityMilli += quantityMilli;
    if (isKept) selection.lines += 1;
  }
  if (folded.length === 0) {
    selection.amounts.push(0);
    selection.quantities.push(0);
  }
  return selection;
}

/** Compiles filters, each different one once. */
export class LineSelectors {
  readonly #known = new Map<string, LineSelector>();

  /** Null for no filter: all lines. */
  of(filter: LineFilter): LineSelector;
  of(filter: LineFilter | undefined): LineSelector | null;
  of(filter: LineFilter | undefined): LineSelector | null {
    if (filter === undefined) return null;
    const key = JSON.stringify(filter);
    let found = this.#known.get(key);
    if (found === undefined) {
      found = { no: this.#known.size, matches: compileFilter(filter) };
      this.#known.set(key, found);
    }
    return found;
  }
}

/** A line matches when it passes every test. */
function compileFilter(filter: LineFilter): LineMatch {
  const tests = filter.map(compileLineTest);
  const [only] = tests;
  if (only && tests.length === 1) return only;
  return (line) => tests.every((test) => test(line));
}

function compileLineTest(test: LineTest): LineMatch {
  if ("value" in test) return compileBound(test);
  const { field } = test;
  const values = test.values.map((value) => value.toLowerCase());
  if (test.op === "contains") {
    return (line) => {
      const content = line[field];
      return content !== undefined && values.some((value) => content.includes(value));
    };
  }
  const set = new Set(values);
  const wanted = test.op === "in";
  return (line) => set.has(line[field] ?? "") === wanted;
}

function compileBound({ field, op, value }: Extract<LineTest, { value: number }>): LineMatch {
  const isLeast = op === "at_least";
  if (field === "unitMinor") {
    // Compared without dividing, so that a third of a piece costs exactly what it costs.
    return ({ amountMinor, quantity }) => {
      const [amount, bound] = [amountMinor * 1_000, value * milliOf(quantity)];
      return isLeast ? amount >= bound : amount <= bound;
    };
  }
  return isLeast ? (line) => line[field] >= value : (line) => line[field] <= value;
}
