import { type CampaignDefinition, type LineFilter, sourceOf } from "@/lib/campaigns/schema";
import type { ExampleAttribute, ExampleLine } from "./example";
import { passingValue } from "./fitting-member";
import { filtersOf, leavesOf } from "./leaves";

/** The value that a text field of a line must have for a filter; undefined where no filter names one. */
function wanted(filters: LineFilter[], field: "category" | "brand" | "sku" | "name"): string | undefined {
  for (const test of filters.flat()) {
    if (test.field !== "attribute" && test.field === field && test.op !== "not_in") return test.values[0];
  }
  return undefined;
}

/** A number that lines bring with them, where points are given for it. */
const USUAL_NUMBER = "10";

/** The labels that filters ask for, and the numbers that points are given for. */
function wantedLabels({ effects }: CampaignDefinition, filters: LineFilter[]): ExampleAttribute[] {
  const asked = filters.flat().flatMap((test) => {
    if (test.field !== "attribute" || test.name === "") return [];
    const value = test.test.op === "exists" ? "yes" : passingValue(test.test);
    return value === "" ? [] : [[test.name, value] as const];
  });
  const counted = effects.flatMap((effect) => {
    if (effect.kind !== "per_value") return [];
    const { source, name } = sourceOf(effect.field);
    return source === "lines" && name !== "" ? [[name, USUAL_NUMBER] as const] : [];
  });
  return [...new Map([...counted, ...asked])].map(([name, value], key) => ({ key, name, value }));
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
      labels: wantedLabels(definition, filters),
    },
    {
      key: 1,
      name: "Almond croissant",
      sku: "",
      category: wantedBeside(filters, category) ?? "Bakery",
      brand: "",
      quantity: 1,
      amountMinor: Math.round(3.6 * unitMinor),
      labels: [],
    },
  ];
}
