import type { LineFilter, LineTest } from "../schema";
import { type FactLine, milliOf } from "./fact-line";

/** Looks at a folded line. */
export type LineMatch = (line: FactLine) => boolean;

/** A compiled filter of lines. Equal filters of a rule set are one, so that each event is sifted once for all of them. */
export class LineSelector {
  readonly matches: LineMatch;
  #sifted: readonly FactLine[] | null = null;
  #selection: Selection | null = null;

  constructor(matches: LineMatch) {
    this.matches = matches;
  }

  /** What it keeps of an event's lines; asked again about the same lines, it remembers. */
  select(folded: readonly FactLine[]): Selection {
    if (this.#selection === null || folded !== this.#sifted) {
      this.#selection = Selection.of(folded, this.matches);
      this.#sifted = folded;
    }
    return this.#selection;
  }
}

/** The lines of an event that a filter keeps, in numbers; those that are seldom asked for are worked out when they are. */
export class Selection {
  /** How many lines. */
  readonly lines: number;
  /** What they come to, in minor units. */
  readonly amountMinor: number;
  readonly #folded: readonly FactLine[];
  readonly #matches: LineMatch | null;
  #amounts: readonly number[] | undefined;

  private constructor(
    lines: number,
    amountMinor: number,
    folded: readonly FactLine[],
    matches: LineMatch | null,
  ) {
    this.lines = lines;
    this.amountMinor = amountMinor;
    this.#folded = folded;
    this.#matches = matches;
  }

  /** All of a purchase. Its amount is the total that was paid, which may be less than the lines come to. */
  static whole(lines: readonly FactLine[], amountMinor: number): Selection {
    return new Selection(lines.length, amountMinor, lines, null);
  }

  static of(folded: readonly FactLine[], matches: LineMatch): Selection {
    let lines = 0;
    let amountMinor = 0;
    for (const line of folded) {
      if (!matches(line)) continue;
      lines += 1;
      amountMinor += line.amountMinor;
    }
    return new Selection(lines, amountMinor, folded, matches);
  }

  /** Thousandths of a piece. */
  get quantityMilli(): number {
    let sum = 0;
    for (const quantity of this.quantities) sum += quantity;
    return sum;
  }

  /** Amounts by line, zero where it is not kept. What has no lines is one line. */
  get amounts(): readonly number[] {
    this.#amounts ??= this.#amountsByLine();
    return this.#amounts;
  }

  #amountsByLine(): readonly number[] {
    if (this.#folded.length === 0) return [this.amountMinor];
    const matches = this.#matches;
    return this.#folded.map((line) => (matches === null || matches(line) ? line.amountMinor : 0));
  }

  /** Thousandths of a piece by line. */
  get quantities(): readonly number[] {
    if (this.#folded.length === 0) return [0];
    const matches = this.#matches;
    return this.#folded.map((line) => (matches === null || matches(line) ? milliOf(line.quantity) : 0));
  }
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
      found = new LineSelector(compileFilter(filter));
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
