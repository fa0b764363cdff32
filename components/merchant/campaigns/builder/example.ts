import type { CampaignDefinition, Condition, LineFilter } from "@/lib/campaigns/schema";
import { addDays, instantOfLocal, localDay, zonedParts } from "@/lib/core/calendar";

export type ExampleLine = {
  /** Tells lines apart while they are edited. */
  key: number;
  name: string;
  category: string;
  brand: string;
  quantity: number;
  amountMinor: number;
};

/** What the campaign is tried on: a member and a basket, both made up. */
export type Example = {
  memberName: string;
  attributes: { key: number; name: string; value: string }[];
  joinedDaysAgo: number;
  /** YYYY-MM-DDTHH:MM in the program's time zone */
  at: string;
  store: string;
  lines: ExampleLine[];
};

const leavesOf = (condition: Condition | null): Condition[] => {
  if (condition === null || condition.kind === "not") return [];
  if (condition.kind === "all" || condition.kind === "any") return condition.conditions.flatMap(leavesOf);
  return [condition];
};

const filtersOf = ({ effects, condition }: CampaignDefinition): LineFilter[] => [
  ...effects.flatMap((effect) => ("filter" in effect && effect.filter ? [effect.filter] : [])),
  ...leavesOf(condition).flatMap((leaf) => ("filter" in leaf && leaf.filter ? [leaf.filter] : [])),
];

/** The value that a text field of a line must have for a filter, or null where no filter names one. */
function wanted(definition: CampaignDefinition, field: "category" | "brand"): string | null {
  for (const test of filtersOf(definition).flat()) {
    if (test.field === field && test.op === "in") return test.values[0] ?? null;
  }
  return null;
}

/** A store that the campaign's conditions ask for, or null where they ask for none. */
function fittingStore({ condition }: CampaignDefinition): string | null {
  for (const leaf of leavesOf(condition)) {
    if (leaf.kind !== "event" || leaf.field !== "store") continue;
    if (leaf.test.op === "is") return String(leaf.test.value);
    if (leaf.test.op === "in") return leaf.test.value.length > 0 ? String(leaf.test.value[0]) : null;
  }
  return null;
}

/** The next time at which the campaign's days and hours hold; today at noon where it has none. */
function fittingTime(definition: CampaignDefinition, now: Date, timeZone: string): string {
  const today = localDay(now, timeZone);
  const time = leavesOf(definition.condition).find((leaf) => leaf.kind === "time");
  const { startsAt } = definition.schedule;
  const first =
    startsAt && Date.parse(startsAt) > now.getTime() ? localDay(new Date(startsAt), timeZone) : today;
  const weekdays = time?.weekdays ?? [1, 2, 3, 4, 5, 6, 7];
  const day =
    [0, 1, 2, 3, 4, 5, 6]
      .map((days) => addDays(first, days))
      .find((candidate) => {
        const { weekday } = zonedParts(instantOfLocal(`${candidate}T12:00:00`, timeZone), timeZone);
        return weekdays.includes(weekday);
      }) ?? first;
  return `${day}T${time?.from ?? "12:00"}`;
}

/** An example on which the campaign as it is now would most likely fire. */
export function exampleFor(
  definition: CampaignDefinition,
  { now, timeZone, unitMinor }: { now: Date; timeZone: string; unitMinor: number },
): Example {
  const audience = definition.audience?.tests ?? [];
  const joined = audience.find(({ attribute }) => attribute === "daysSinceJoining")?.test;
  const attributes = audience.flatMap(({ attribute, test }, key) =>
    attribute !== "daysSinceJoining" && "value" in test
      ? {
          key,
          name: attribute,
          value: String(Array.isArray(test.value) ? (test.value[0] ?? "") : test.value),
        }
      : [],
  );
  return {
    memberName: "Amira Haddad",
    attributes: attributes.length > 0 ? attributes : [{ key: 0, name: "tier", value: "gold" }],
    joinedDaysAgo:
      joined?.op === "at_least" ? joined.value : joined?.op === "at_most" ? Math.min(7, joined.value) : 90,
    at: fittingTime(definition, now, timeZone),
    store: fittingStore(definition) ?? "Kollwitzstr.",
    lines: [
      {
        key: 0,
        name: "Flat white",
        category: wanted(definition, "category") ?? "Coffee",
        brand: wanted(definition, "brand") ?? "",
        quantity: 2,
        amountMinor: Math.round(8.4 * unitMinor),
      },
      {
        key: 1,
        name: "Almond croissant",
        category: "Bakery",
        brand: "",
        quantity: 1,
        amountMinor: Math.round(3.6 * unitMinor),
      },
    ],
  };
}
