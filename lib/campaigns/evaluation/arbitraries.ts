import fc from "fast-check";
import { type CampaignDefinition, definitionStructure, LIMIT_WINDOWS } from "../language/definition";
import type { EngineEvent } from "./facts";

/** Campaigns and events of every shape, for properties of the engine: also those that make little sense together. */

const category = fc.constantFrom("Coffee", "Bakery", "Dairy");
const store = fc.constantFrom("Mitte", "West");
const rounding = fc.constantFrom("floor", "nearest", "ceil");
const upTo = fc.option(fc.integer({ min: 1, max: 200 }), { nil: undefined });
const some = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

const filter = some(
  fc.oneof(
    category.map((value) => [{ field: "category", op: "in", values: [value] }]),
    fc.integer({ min: 1, max: 3_000 }).map((value) => [{ field: "unitMinor", op: "at_least", value }]),
    fc.constant([{ field: "attribute", name: "organic", test: { op: "is", value: true } }]),
  ),
);

const pick = some(
  fc.oneof(
    fc.constant({ which: "dearest" }),
    fc.constant({ which: "cheapest", of: 2 }),
    fc.constant({ which: "cheapest", of: 3, pieces: 2, overall: true }),
  ),
);

const pointEffect = fc.oneof(
  fc.record({ kind: fc.constant("fixed"), points: fc.integer({ min: 1, max: 500 }) }),
  fc.record({
    kind: fc.constant("per_amount"),
    points: fc.integer({ min: 1, max: 20 }),
    perMinor: fc.constantFrom(1, 3, 7, 100, 250),
    basis: fc.constantFrom("basket", "lines"),
    filter,
    pick,
    rounding,
    upTo,
  }),
  fc.record({
    kind: fc.constant("per_quantity"),
    points: fc.integer({ min: 1, max: 20 }),
    pieces: fc.integer({ min: 1, max: 3 }),
    filter,
    upTo,
  }),
  fc.record({
    kind: fc.constant("per_value"),
    field: fc.constant("attributes.miles"),
    points: fc.integer({ min: 1, max: 5 }),
    per: fc.integer({ min: 1, max: 10 }),
    rounding,
    upTo,
  }),
  fc.record({
    kind: fc.constant("steps"),
    measure: fc.constantFrom("amountMinor", "quantity", "lines"),
    filter,
    steps: fc.constant([
      { from: 2, points: 5 },
      { from: 4, points: 15 },
      { from: 1_000, points: 40 },
    ]),
  }),
  fc.record({
    kind: fc.constant("multiplier"),
    factorPercent: fc.integer({ min: 101, max: 500 }),
    on: fc.constantFrom("base", "all"),
    filter,
    pick,
    rounding,
    upTo,
  }),
);

const benefit = fc.oneof(
  fc.record({ kind: fc.constant("voucher"), name: fc.constant("Coffee"), costMinor: fc.nat({ max: 200 }) }),
  fc.record({ kind: fc.constant("badge"), badge: fc.constant("Early bird") }),
);

const window = fc.constantFrom(
  { kind: "days", days: 1 },
  { kind: "days", days: 30 },
  { kind: "current", period: "week" },
  { kind: "current", period: "month" },
  { kind: "lifetime" },
);
const counted = fc.record({ filter, stores: some(fc.constant(["Mitte"])) });
const counting = { kind: fc.constant("history"), of: counted, withThis: fc.boolean() };

const history = fc.oneof(
  fc.record({
    ...counting,
    measure: fc.constantFrom("count", "amountMinor", "quantity"),
    window,
    op: fc.constantFrom("at_least", "at_most", "every"),
    value: fc.constantFrom(1, 2, 3, 5_000),
  }),
  fc.record({
    ...counting,
    measure: fc.constant("distinct"),
    what: fc.constantFrom("day", "store", "sku", "category"),
    window,
    op: fc.constantFrom("at_least", "at_most"),
    value: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({
    ...counting,
    measure: fc.constant("streak"),
    unit: fc.constantFrom("day", "week", "month"),
    op: fc.constantFrom("at_least", "at_most", "every"),
    value: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({
    ...counting,
    measure: fc.constantFrom("days_since_first", "days_since_last"),
    op: fc.constantFrom("at_least", "at_most"),
    value: fc.integer({ min: 0, max: 40 }),
  }),
);

const leaf = fc.oneof(
  history,
  fc.record({ kind: fc.constant("time"), weekdays: fc.constantFrom([1, 2, 3], [4, 5, 6, 7]) }),
  fc.record({ kind: fc.constant("time"), monthDays: fc.constantFrom([31], [1, 15]) }),
  fc.record({
    kind: fc.constant("event"),
    field: fc.constant("store"),
    test: fc.constant({ op: "is", value: "mitte" }),
  }),
  fc.record({
    kind: fc.constant("basket"),
    measure: fc.constantFrom("amountMinor", "quantity"),
    filter,
    op: fc.constantFrom("at_least", "at_most"),
    value: fc.constantFrom(2, 1_500),
  }),
  fc.record({
    kind: fc.constant("compare"),
    field: fc.constantFrom("amountMinor", "quantity"),
    op: fc.constantFrom("is", "is_not", "at_least", "at_most"),
    with: fc.constant("attributes.miles"),
  }),
);
const condition = fc.oneof(
  { weight: 3, arbitrary: leaf },
  fc.record({
    kind: fc.constantFrom("all", "any"),
    conditions: fc.array(leaf, { minLength: 1, maxLength: 3 }),
  }),
  leaf.map((inner) => ({ kind: "not", condition: inner })),
);

/** At most one limit of each kind: two of a kind would be told apart by nothing. */
const limits = fc
  .uniqueArray(
    fc.record({
      per: fc.constantFrom("member", "campaign"),
      measure: fc.constantFrom("points", "times", "costMinor"),
      most: fc.integer({ min: 1, max: 300 }),
      window: fc.constantFrom(...LIMIT_WINDOWS),
    }),
    { maxLength: 3, selector: ({ per, measure, window: reach }) => `${per} ${measure} ${reach}` },
  )
  .map((all) =>
    all.map(({ per, measure, most, window: reach }) => ({ per, [measure]: most, window: reach })),
  );

export const GROUPS = ["deals", "extras"] as const;

/** A campaign for purchases. It fits the types; whether it makes sense, nobody asked. */
export const anyCampaign: fc.Arbitrary<CampaignDefinition> = fc
  .record({
    effects: fc.array(fc.oneof({ weight: 4, arbitrary: pointEffect }, benefit), {
      minLength: 1,
      maxLength: 3,
    }),
    condition: fc.option(condition),
    limits,
    stacking: some(
      fc.record({
        group: some(fc.constantFrom(...GROUPS)),
        priority: fc.integer({ min: -1, max: 1 }),
        exclusive: fc.boolean(),
      }),
    ),
    control: some(fc.record({ percent: fc.integer({ min: 1, max: 50 }) })),
    terms: some(fc.constant({ pointType: "stars" })),
  })
  .map((rules) => definitionStructure.parse({ name: "Any", trigger: { event: "purchase" }, ...rules }));

const line = fc.record({
  sku: fc.constantFrom("a", "b", "C"),
  category: some(category),
  quantity: fc.constantFrom(0.25, 1, 2, 3.333),
  amountMinor: fc.nat({ max: 5_000 }),
  attributes: fc.constantFrom(undefined, { organic: true }),
});

/** A purchase within three months of autumn, at prices that a voucher may have lowered. */
export const anyPurchase: fc.Arbitrary<EngineEvent> = fc
  .record({
    lines: fc.array(line, { maxLength: 5 }),
    discount: fc.nat({ max: 3_000 }),
    minutes: fc.nat({ max: 92 * 24 * 60 }),
    store: some(store),
    miles: some(fc.nat({ max: 500 })),
  })
  .map(({ lines, discount, minutes, store: at, miles }) => ({
    type: "purchase",
    occurredAt: new Date(Date.UTC(2026, 8, 1) + minutes * 60_000),
    payload: {
      lines,
      amountMinor: Math.max(0, lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0) - discount),
      ...(at && { store: at }),
      ...(miles && { attributes: { miles } }),
    },
  }));

export const POLICIES = ["all", "first_match", "best_for_member", "best_for_program"] as const;
export const anyPolicy = fc.constantFrom(...POLICIES);
