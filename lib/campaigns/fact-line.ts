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

export function foldLine({ sku, name, category, brand, quantity, amountMinor }: FactLine): FactLine {
  return {
    sku: sku?.toLowerCase(),
    name: name?.toLowerCase(),
    category: category?.toLowerCase(),
    brand: brand?.toLowerCase(),
    quantity,
    amountMinor,
  };
}
