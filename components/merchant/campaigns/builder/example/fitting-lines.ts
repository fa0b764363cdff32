import type { CampaignDefinition, LineFilter } from "@/lib/campaigns/schema";
import type { ExampleLine } from "./example";
import { filtersOf, leavesOf } from "./leaves";

/** The value that a text field of a line must have for a filter; undefined where no filter names one. */
function wanted(filters: LineFilter[], field: "category" | "brand" | "sku" | "name"): string | undefined {
  for (const test of filters.flat()) {
    if (test.field === field && test.op !== "not_in") return test.values[0];
  }
  return undefined;
}

/** A category that is asked for beside the one of the first line. */
function wantedBeside(filters: LineFilter[], category: string): string | undefined {
  const asked = filters.flatMap((filter) => wanted([filter], "category") ?? []);
  return asked.find((other) => other !== category);
}

/** The least that a filter or the basket asks for, or what is usual. */
function least(
  filters: LineFilter[],
  field: "quantity" | "unitMinor" | "amountMinor",
  usual: number,
): number {
  const bounds = filters.flat().flatMap((test) => {
    return test.field === field && test.op === "at_least" ? [test.value] : [];
  });
  return Math.max(usual, ...bounds);
}

/** A basket for which the campaign gives something. */
export function fittingLines(definition: CampaignDefinition, unitMinor: number): ExampleLine[] {
  const filters = filtersOf(definition);
  const leaves = leavesOf(definition.condition);
  const baskets = leaves.flatMap((leaf) => (leaf.kind === "basket" && leaf.op === "at_least" ? [leaf] : []));
  const leastOf = (measure: "quantity" | "amountMinor") =>
    Math.max(0, ...baskets.filter((basket) => basket.measure === measure).map(({ value }) => value));
  const total = Math.max(
    leastOf("amountMinor"),
    ...leaves.flatMap((leaf) =>
      leaf.kind === "event" && leaf.field === "amountMinor" && leaf.test.op === "at_least"
        ? [leaf.test.value]
        : [],
    ),
    ...definition.effects.flatMap((effect) =>
      effect.kind === "steps" && effect.measure === "amountMinor" ? [effect.steps[0]?.from ?? 0] : [],
    ),
  );
  const picked = definition.effects.flatMap((effect) => ("pick" in effect && effect.pick?.of) || []);
  const quantity = Math.ceil(Math.max(least(filters, "quantity", 2), leastOf("quantity"), ...picked));
  const price = Math.max(Math.round(4.2 * unitMinor), least(filters, "unitMinor", 0));
  const category = wanted(filters, "category") ?? "Coffee";
  return [
    {
      key: 0,
      name: wanted(filters, "name") ?? "Flat white",
      sku: wanted(filters, "sku") ?? "",
      category,
      brand: wanted(filters, "brand") ?? "",
      quantity,
      amountMinor: Math.max(price * quantity, least(filters, "amountMinor", 0), total),
    },
    {
      key: 1,
      name: "Almond croissant",
      sku: "",
      category: wantedBeside(filters, category) ?? "Bakery",
      brand: "",
      quantity: 1,
      amountMinor: Math.round(3.6 * unitMinor),
    },
  ];
}
