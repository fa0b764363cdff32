import type { BoundTest, LineFilter, LineTest, PiecePick } from "../schema";
import { scale } from "./arithmetic";
import { attributeOf, compileComparison } from "./comparisons";
import { type FactLine, milliOf } from "./fact-line";
import { pickedMilli } from "./pieces";

/** Looks at a folded line. */
export type LineMatch = (line: FactLine) => boolean;

/** A compiled filter of lines. Equal filters of a rule set are one, so that each event is sifted once for all of them. */
export class LineSelector {
  readonly matches: LineMatch;
  readonly #pick: PiecePick | null;
  #sifted: readonly FactLine[] | null = null;
  #selection: Selection | null = null;

  constructor(matches: LineMatch, pick: PiecePick | null = null) {
    this.matches = matches;
    this.#pick = pick;
  }

  /** What it keeps of an event's lines; asked again about the same lines, it remembers. */
  select(folded: readonly FactLine[]): Selection {
    if (this.#selection === null || folded !== this.#sifted) {
      const kept = Selection.of(folded, this.matches);
      this.#selection = this.#pick === null ? kept : Selection.picked(folded, kept, this.#pick);
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
  #quantities: readonly number[] | undefined;

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

  /** Some pieces of those that are kept. Pieces of a line cost the same: its amount is shared out to the nearest unit. */
  static picked(folded: readonly FactLine[], kept: Selection, pick: PiecePick): Selection {
    const bought = kept.quantities;
    const quantities = folded.length === 0 ? [] : pickedMilli(folded, bought, pick);
    const amounts = quantities.map((milli, line) =>
      milli === 0 ? 0 : scale(folded[line]?.amountMinor ?? 0, milli, bought[line] ?? milli, "nearest"),
    );
    const lines = quantities.filter((milli) => milli > 0).length;
    const amountMinor = amounts.reduce((sum, amount) => sum + amount, 0);
    const picked = new Selection(lines, amountMinor, folded, null);
    picked.#quantities = quantities;
    picked.#amounts = amounts;
    return picked;
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
    this.#quantities ??= this.#quantitiesByLine();
    return this.#quantities;
  }

  #quantitiesByLine(): readonly number[] {
    if (this.#folded.length === 0) return [0];
    const matches = this.#matches;
    return this.#folded.map((line) => (matches === null || matches(line) ? milliOf(line.quantity) : 0));
  }
}

/** Compiles filters, each different one once. */
export class LineSelectors {
  readonly #known = new Map<string, LineSelector>();

  /** Null for no filter and no choice of pieces: all lines. */
  of(filter: LineFilter): LineSelector;
  of(filter: LineFilter | undefined, pick?: PiecePick): LineSelector | null;
  of(filter: LineFilter | undefined, pick?: PiecePick): LineSelector | null {
    if (filter === undefined && pick === undefined) return null;
    const key = JSON.stringify([filter, pick]);
    let found = this.#known.get(key);
    if (found === undefined) {
      found = new LineSelector(filter === undefined ? () => true : compileFilter(filter), pick);
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
  if (test.field === "attribute") {
    const { name } = test;
    const holds = compileComparison(test.test);
    return ({ attributes }) => holds(attributeOf(attributes, name));
  }
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

function compileBound({ field, op, value }: BoundTest): LineMatch {
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
