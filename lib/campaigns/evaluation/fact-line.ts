/** One line of a purchase, as far as rules look at it. */
export type FactLine = {
  sku?: string | undefined;
  name?: string | undefined;
  category?: string | undefined;
  brand?: string | undefined;
  /** Pieces, with up to three decimals. */
  quantity: number;
  /** Total of the line in minor units. */
  amountMinor: number;
  /** Labels that the sender put on it. */
  attributes?: Readonly<Record<string, string | number | boolean>> | undefined;
};

const MILLI = 1_000;

/** Thousandths of a piece. Quantities have up to three decimals: whole thousandths keep sums exact. */
export function milliOf(quantity: number): number {
  return Math.round(quantity * MILLI);
}

/** Text as it is compared: tills and people write "COFFEE" and "Coffee". */
export function fold<T>(value: T): T | string {
  return typeof value === "string" ? value.toLowerCase() : value;
}

/** A line with its texts folded for comparing, each when it is first looked at. */
export class FoldedLine implements FactLine {
  readonly quantity: number;
  readonly amountMinor: number;
  readonly #line: FactLine;
  #category: string | undefined;
  #brand: string | undefined;

  constructor(line: FactLine) {
    this.quantity = line.quantity;
    this.amountMinor = line.amountMinor;
    this.#line = line;
  }

  get category(): string | undefined {
    this.#category ??= this.#line.category?.toLowerCase();
    return this.#category;
  }

  get brand(): string | undefined {
    this.#brand ??= this.#line.brand?.toLowerCase();
    return this.#brand;
  }

  get sku(): string | undefined {
    return this.#line.sku?.toLowerCase();
  }

  get attributes(): FactLine["attributes"] {
    return this.#line.attributes;
  }

  get name(): string | undefined {
    return this.#line.name?.toLowerCase();
  }
}
