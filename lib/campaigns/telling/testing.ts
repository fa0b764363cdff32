import {
  type CampaignDefinition,
  type CampaignDefinitionInput,
  type Condition,
  definitionStructure,
} from "../schema";
import type { OfferWording } from "./speaker";

/** A program that names nothing in English: what is English in its offers comes from the product. */
export function wordingIn(locale: string): OfferWording {
  return {
    locale,
    currency: "EUR",
    timeZone: "Europe/Berlin",
    pointName: "points",
    pointTypes: [{ code: "status", name: "Ω" }],
    tiers: [{ code: "gold", name: "Γ" }],
  };
}

export function campaign(rules: Partial<CampaignDefinitionInput>): CampaignDefinition {
  return definitionStructure.parse({
    name: "Ξ",
    trigger: { event: "purchase" },
    effects: [{ kind: "fixed", points: 5 }],
    ...rules,
  });
}

const GOODS = [{ field: "category" as const, op: "in" as const, values: ["Ψ"] }];
const COUNTED = {
  purchase: {},
  ofGoods: { filter: GOODS, stores: ["Σ"], channels: ["Φ"] },
  event: { event: "custom:w" as const },
};
const lifetime = { kind: "lifetime" as const };
const days = (count: number) => ({ kind: "days" as const, days: count });
const current = (period: "day" | "week" | "month" | "year") => ({ kind: "current" as const, period });
const sides = ["at_least", "at_most"] as const;

/** Every kind of condition, in each of its variants, by name. */
export const CONDITIONS: Readonly<Record<string, object>> = Object.fromEntries([
  ...sides.flatMap((op) => [
    [`total ${op}`, { kind: "event", field: "amountMinor", test: { op, value: 500 } }],
    [`attribute ${op}`, { kind: "event", field: "attributes.w", test: { op, value: 5 } }],
    ...["lines", "quantity", "amountMinor"].flatMap((measure) => [
      [`basket ${measure} ${op}`, { kind: "basket", measure, op, value: 3 }],
      [`basket of ${measure} ${op}`, { kind: "basket", measure, op, value: 3, filter: GOODS }],
    ]),
    [`joined ${op}`, { kind: "member", attribute: "daysSinceJoining", test: { op, value: 30 } }],
    [`member ${op}`, { kind: "member", attribute: "w", test: { op, value: 3 } }],
  ]),
  ...["store", "channel", "device", "attributes.w"].flatMap((field) =>
    [
      { op: "is", value: "Σ" },
      { op: "in", value: ["Σ", "Φ"] },
      { op: "is_not", value: "Σ" },
      { op: "not_in", value: ["Σ", "Φ"] },
      { op: "contains", value: "Σ" },
      { op: "exists" },
    ].map((test) => [`${field} ${test.op}`, { kind: "event", field, test }]),
  ),
  ["attribute is true", { kind: "event", field: "attributes.w", test: { op: "is", value: true } }],
  ["attribute is false", { kind: "event", field: "attributes.w", test: { op: "is", value: false } }],
  ["attribute is a number", { kind: "event", field: "attributes.w", test: { op: "is_not", value: 1_234 } }],
  ...[
    ["tier", "gold"],
    ["segments", "Σ"],
    ["tags", "Σ"],
    ["w", "Σ"],
  ].flatMap(([attribute, value]) =>
    [
      { op: "is", value },
      { op: "not_in", value: [value] },
      { op: "contains", value: "Σ" },
      { op: "exists" },
    ].map((test) => [`${attribute} ${test.op}`, { kind: "member", attribute, test }]),
  ),
  ["joined today", { kind: "member", attribute: "daysSinceJoining", test: { op: "at_most", value: 0 } }],
  ...[1, 2, 3, 4, 5, 6, 7].map((day) => [`weekday ${day}`, { kind: "time", weekdays: [day] }]),
  ["workdays", { kind: "time", weekdays: [1, 2, 3, 4, 5] }],
  ["weekend", { kind: "time", weekdays: [6, 7] }],
  ["some days", { kind: "time", weekdays: [1, 3], from: "07:00", to: "11:00" }],
  ["hours", { kind: "time", from: "22:00", to: "02:00" }],
  ["month days", { kind: "time", monthDays: [1, 2, 3, 15, 31] }],
  ["Friday the 13th", { kind: "time", weekdays: [5], monthDays: [13] }],
  ["dates", { kind: "dates", from: "2026-12-27", to: "2026-12-31", yearly: false }],
  ["yearly", { kind: "dates", from: "2026-12-27", to: "2026-12-31", yearly: true }],
  ["one day", { kind: "dates", from: "2026-12-27", to: "2026-12-27", yearly: false }],
  ["one day a year", { kind: "dates", from: "2026-12-27", to: "2026-12-27", yearly: true }],
  ...(["any", "all", "none"] as const).map((quantifier) => [
    `lines ${quantifier}`,
    { kind: "lines", quantifier, filter: GOODS },
  ]),
  ...(["birthday", "joining"] as const).flatMap((of) => [
    [`month of ${of}`, { kind: "anniversary_month", of }],
    ...[
      [0, 0],
      [3, 3],
      [0, 1],
      [2, 0],
      [1, 5],
    ].map(([daysBefore, daysAfter]) => [
      `${of} ${daysBefore} ${daysAfter}`,
      { kind: "anniversary", of, daysBefore, daysAfter },
    ]),
  ]),
  ...["amountMinor", "quantity", "attributes.w", "lines.w"].flatMap((field) =>
    sides.map((op) => [`${field} ${op} theirs`, { kind: "compare", field, op, with: "member.w" }]),
  ),
  ...["store", "channel", "device", "attributes.w"].flatMap((field) =>
    ["attributes.v", "member.w", "member.tier", "member.segments", "member.tags"].flatMap((other) =>
      ["is", "is_not"].map((op) => [`${field} ${op} ${other}`, { kind: "compare", field, op, with: other }]),
    ),
  ),
  [
    "days of membership",
    { kind: "compare", field: "attributes.w", op: "at_most", with: "member.daysSinceJoining" },
  ],
  [
    "near a place",
    { kind: "distance", place: { name: "Σ", latitude: 52.5, longitude: 13.4 }, withinMetres: 1_500 },
  ],
  ["code", { kind: "code", codes: ["Σ"] }],
  ...Object.entries(COUNTED).flatMap(([what, of]) => [
    ...(["count", "amountMinor", "quantity"] as const).flatMap((measure) =>
      (["at_least", "at_most", "every"] as const).flatMap((op) =>
        [lifetime, days(1), days(30), current("day"), current("week"), current("month"), current("year")].map(
          (window, place) => [
            `${what} ${measure} ${op} ${place}`,
            { kind: "history", of, measure, op, value: place + 1, window, withThis: place === 2 },
          ],
        ),
      ),
    ),
    [`${what} never`, { kind: "history", of, measure: "count", op: "at_most", value: 0, window: lifetime }],
    [`${what} none`, { kind: "history", of, measure: "count", op: "at_most", value: 0, window: days(30) }],
    ...["day", "store", "channel", "sku", "category", "brand"].flatMap((different) =>
      sides.map((op) => [
        `${what} distinct ${different} ${op}`,
        { kind: "history", of, measure: "distinct", what: different, op, value: 3, window: days(30) },
      ]),
    ),
    ...["day", "week", "month"].flatMap((unit) =>
      [...sides, "every"].map((op) => [
        `${what} streak ${unit} ${op}`,
        { kind: "history", of, measure: "streak", unit, op, value: 4 },
      ]),
    ),
    ...["days_since_first", "days_since_last"].flatMap((measure) =>
      sides.map((op) => [`${what} ${measure} ${op}`, { kind: "history", of, measure, op, value: 90 }]),
    ),
  ]),
]);

const named = (field: "category" | "brand" | "sku" | "name", op: "in" | "not_in" | "contains") => {
  return { field, op, values: ["Σ", "Φ"] };
};

/** Every kind of goods, by name. */
export const FILTERS: Readonly<Record<string, object[]>> = {
  categories: [named("category", "in")],
  brands: [named("brand", "in")],
  "categories of brands": [named("category", "in"), named("brand", "in")],
  ...Object.fromEntries(
    (["category", "brand", "sku", "name"] as const).flatMap((field) =>
      (["in", "not_in", "contains"] as const).map((op) => [`${field} ${op}`, [named(field, op)]]),
    ),
  ),
  ...Object.fromEntries(
    ["amountMinor", "quantity", "unitMinor"].flatMap((field) =>
      sides.map((op) => [`${field} ${op}`, [named("category", "in"), { field, op, value: 300 }]]),
    ),
  ),
};

const LABELLED = [
  { field: "attribute" as const, name: "w", test: { op: "is" as const, value: true } },
  { field: "attribute" as const, name: "w", test: { op: "in" as const, value: ["Σ", "Φ"] } },
];

/** Every kind of effect, in each of its variants, by name. */
export const EFFECTS: Readonly<Record<string, object>> = Object.fromEntries([
  ...[1, 2, 3, 11, 100].map((points) => [`${points} points`, { kind: "fixed", points }]),
  ...[undefined, GOODS].flatMap((filter) =>
    [
      ["per amount", { kind: "per_amount", points: 2, perMinor: 100, filter }],
      ["per full amount", { kind: "per_amount", points: 2, perMinor: 1_000, whole: true, filter, upTo: 50 }],
      ["per piece", { kind: "per_quantity", points: 2, filter }],
      ["per pieces", { kind: "per_quantity", points: 2, pieces: 3, filter, upTo: 50 }],
      [
        "per set",
        {
          kind: "per_quantity",
          points: 2,
          filter,
          together: [{ filter: LABELLED, pieces: 3 }, { filter: GOODS }],
        },
      ],
      ["double", { kind: "multiplier", factorPercent: 200, filter }],
      ["triple", { kind: "multiplier", factorPercent: 300, filter, on: "all" }],
      ["half again", { kind: "multiplier", factorPercent: 150, filter, upTo: 50 }],
      ...["amountMinor", "quantity", "lines"].map((measure) => [
        `steps of ${measure}`,
        {
          kind: "steps",
          measure,
          filter,
          steps: [
            { from: 2, points: 5 },
            { from: 9, points: 20 },
          ],
        },
      ]),
      ...(["cheapest", "dearest"] as const).flatMap((which) =>
        [
          { which },
          { which, pieces: 2 },
          { which, of: 3 },
          { which, pieces: 2, of: 5, overall: true as const },
        ].map((pick, place) => [
          `${which} ${place}`,
          { kind: "multiplier", factorPercent: 200, filter, pick: { pieces: 1, ...pick } },
        ]),
      ),
    ].map(([name, effect]) => [`${name}${filter ? " of goods" : ""}`, effect]),
  ),
  ["per value", { kind: "per_value", field: "attributes.w", points: 3, per: 1 }],
  ["per values", { kind: "per_value", field: "attributes.w", points: 3, per: 10, whole: true }],
  ["voucher", { kind: "voucher", name: "Σ" }],
  ["voucher for a day", { kind: "voucher", name: "Σ", validDays: 1 }],
  ["voucher for days", { kind: "voucher", name: "Σ", validDays: 60 }],
  ["badge", { kind: "badge", badge: "Σ" }],
  ["progress", { kind: "progress", challenge: "Σ", by: 2, goal: 10 }],
  ["tier", { kind: "tier", tier: "gold" }],
]);

const WINDOWS = ["event", "day", "week", "month", "year", "lifetime"] as const;

/** Everything else that bounds an offer, by name: a part of the definition each. */
export const BOUNDS: Readonly<Record<string, Partial<CampaignDefinitionInput>>> = Object.fromEntries([
  ...WINDOWS.flatMap((window) => [
    ...[1, 2, 3, 11].map((times) => [
      `${times} times ${window}`,
      { limits: [{ per: "member" as const, times, window }] },
    ]),
    [`points ${window}`, { limits: [{ per: "member" as const, points: 200, window }] }],
    [`shared ${window}`, { limits: [{ per: "campaign" as const, points: 200, window }] }],
  ]),
  ...(["debt", "within_balance", "only_pending"] as const).map((returns) => [
    returns,
    { terms: { returns } },
  ]),
  ...[
    { kind: "immediate" as const },
    { kind: "period" as const, days: 14 },
    { kind: "date" as const, on: "2026-12-24" },
    { kind: "event" as const, name: "w" },
  ].map((pending) => [`pending ${pending.kind}`, { terms: { pending } }]),
  ...[1, 2, 6, 30].flatMap((count) =>
    (["day", "month"] as const).map((unit) => [
      `${count} ${unit}`,
      { terms: { expiry: { kind: "rolling" as const, unit, count } } },
    ]),
  ),
  ...(["month", "quarter", "year"] as const).flatMap((period) =>
    [0, 1, 2, 5].map((keep) => [
      `end of ${period} ${keep}`,
      { terms: { expiry: { kind: "calendar" as const, period, keep } } },
    ]),
  ),
  ["never", { terms: { expiry: { kind: "none" as const } } }],
  ["other type", { terms: { pointType: "status" } }],
  [
    "first event",
    {
      trigger: { event: "custom" as const, name: "w" },
      condition: asCondition({
        kind: "history",
        of: { event: "custom:w" },
        measure: "count",
        op: "at_most",
        value: 0,
        window: lifetime,
      }),
    },
  ],
  ["schedule", { schedule: { startsAt: "2026-12-01T00:00:00+01:00", endsAt: "2027-03-01T00:00:00+01:00" } }],
  ["hours", { schedule: { startsAt: "2026-11-27T09:00:00+01:00", endsAt: "2026-11-27T18:30:00+01:00" } }],
  ...[
    "member.joined",
    "member.birthday",
    "tier.changed",
    "challenge.completed",
    "referral.completed",
    "member.referred",
    "w",
  ].map((name) => [`on ${name}`, { trigger: { event: "custom" as const, name } }]),
]);

/** Groups of conditions of every place in the sentence. */
export const GROUPS: Readonly<Record<string, object>> = (() => {
  const monday = { kind: "time", weekdays: [1] };
  const goods = { kind: "lines", quantifier: "any", filter: GOODS };
  const spent = { kind: "history", measure: "amountMinor", op: "at_least", value: 100, window: days(30) };
  const all = (...conditions: object[]) => ({ kind: "all", conditions });
  const any = (...conditions: object[]) => ({ kind: "any", conditions });
  const not = (condition: object) => ({ kind: "not", condition });
  return {
    all: all(monday, goods, spent),
    "two goods": all(goods, { ...goods, filter: [{ field: "category", op: "in", values: ["Ω"] }] }),
    any: any(monday, goods),
    "any of one place": any(monday, { kind: "time", weekdays: [7] }),
    "any of whens": any(spent, { ...spent, value: 200 }),
    "any of all": any(all(monday, goods), spent),
    "all of any": all(any(monday, spent), goods),
    not: not(monday),
    "not when": not(spent),
    "not goods": not(goods),
    "not code": not({ kind: "code", codes: ["Σ"] }),
    "not any": not(any(monday, spent)),
    "not all": not(all(monday, goods)),
    "not not": not(not(monday)),
    "any not": any(not(monday), goods),
  };
})();

export function asCondition(condition: object): Condition {
  return campaign({ condition: condition as Condition }).condition ?? { kind: "all", conditions: [] };
}
