import type { z } from "zod";
import type { purchaseInput } from "@/lib/events/schema";
import type { StagedItem } from "@/lib/imports/schema";

export type BasketLine = { memberKey: string; occurredAt: Date; item: StagedItem };

/** Whose ids the basket keys are, so that a file's baskets and another sender's events never meet. */
export function eventSource(mappingSource: string): string {
  return `file:${mappingSource}`;
}

/**
 * The purchase that a basket of lines is: at the time of its earliest line, in the store, channel and device that
 * the first line which names one names, with the codes of all its lines.
 * @param lines of one basket and one member, in the order of the file; at least one
 */
export function toPurchase(
  basketKey: string,
  lines: readonly BasketLine[],
  { source, currency }: { source: string; currency: string },
): z.input<typeof purchaseInput> {
  const [first] = lines;
  if (first === undefined) throw new Error("a basket has at least one line");
  const occurredAt = lines.reduce(
    (earliest, line) => Math.min(earliest, line.occurredAt.getTime()),
    Number.POSITIVE_INFINITY,
  );
  const firstOf = (field: "store" | "channel" | "device") =>
    lines.find(({ item }) => item[field] !== undefined)?.item[field];
  const codes = [...new Set(lines.flatMap(({ item }) => item.codes ?? []))];
  return {
    type: "purchase",
    id: basketKey,
    source,
    member: { externalId: first.memberKey },
    occurredAt: new Date(occurredAt).toISOString(),
    currency,
    lines: lines.map(({ item: { sku, name, category, brand, quantity, amountMinor, attributes } }) => ({
      sku,
      name,
      category,
      brand,
      quantity,
      amountMinor,
      attributes,
    })),
    store: firstOf("store"),
    channel: firstOf("channel"),
    device: firstOf("device"),
    codes: codes.length === 0 ? undefined : codes,
  };
}
