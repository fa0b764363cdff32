import { z } from "zod";
import { attributeName, comparison, text } from "./comparison";

export const TEXT_FIELDS = ["category", "brand", "sku", "name"] as const;
/** `unitMinor` is the price of one piece: the line's amount by its quantity. */
export const NUMBER_FIELDS = ["amountMinor", "quantity", "unitMinor"] as const;

function nameTest<Field extends (typeof TEXT_FIELDS)[number]>(field: Field, called: string) {
  return z.strictObject({
    field: z.literal(field),
    /** Compared without regard to case; contains looks inside the text. */
    op: z.enum(["in", "not_in", "contains"]),
    values: z.array(text(128)).min(1, `Add at least one ${called} of the lines that are meant.`).max(500),
  });
}

const lineTest = z.discriminatedUnion("field", [
  nameTest("category", "category"),
  nameTest("brand", "brand"),
  nameTest("sku", "SKU"),
  nameTest("name", "product name"),
  z.strictObject({
    field: z.enum(NUMBER_FIELDS),
    op: z.enum(["at_least", "at_most"]),
    value: z.number().min(0).max(100_000_000_000),
  }),
  z.strictObject({
    /** A label that came with the line: `organic`, `supplier`, `margin`. */
    field: z.literal("attribute"),
    name: attributeName,
    test: comparison,
  }),
]);
export type LineTest = z.infer<typeof lineTest>;
export type NameTest = Extract<LineTest, { values: string[] }>;
export type BoundTest = Extract<LineTest, { value: number }>;
export type LabelTest = Extract<LineTest, { field: "attribute" }>;

/** Lines that pass every test. */
export const lineFilter = z.array(lineTest).min(1, "Say which lines, or remove the filter.").max(10);
export type LineFilter = z.infer<typeof lineFilter>;
