import { describe, expect, it } from "vitest";
import { type Cases, custom, pointersOf, type Rules } from "./testing";

type Condition = NonNullable<Rules["condition"]>;
const compare = (field: string, op: string, other: string) =>
  ({ kind: "compare", field, op, with: other }) as Condition;
const near = (rest: object = {}) =>
  ({
    kind: "distance",
    place: { name: "the shop", latitude: 52.5219, longitude: 13.4132 },
    withinMetres: 300,
    ...rest,
  }) as Condition;
const at = (latitude: number, longitude: number) => ({ place: { name: "there", latitude, longitude } });
const all = (...conditions: Condition[]): Rules => ({ condition: { kind: "all", conditions } });

const comparing: Cases = [
  ["a thing with itself", { condition: compare("store", "is", "store") }, "/condition/with"],
  [
    "an attribute with itself",
    { condition: compare("attributes.a", "is_not", "attributes.a") },
    "/condition/with",
  ],
  ["a store with an amount", { condition: compare("store", "is", "amountMinor") }, "/condition/with"],
  ["an amount with a tier", { condition: compare("amountMinor", "is", "member.tier") }, "/condition/with"],
  ["a store by size", { condition: compare("store", "at_least", "member.homeStore") }, "/condition/op"],
  ["segments by size", { condition: compare("attributes.a", "at_most", "member.segments") }, "/condition/op"],
  ["money with pieces", { condition: compare("amountMinor", "at_least", "quantity") }, "/condition/with"],
  [
    "pieces with days",
    { condition: compare("quantity", "at_least", "member.daysSinceJoining") },
    "/condition/with",
  ],
  [
    "what only a purchase has, first",
    { trigger: custom, condition: compare("store", "is", "member.homeStore") },
    "/condition/field",
  ],
  [
    "what only a purchase has, second",
    { trigger: custom, condition: compare("attributes.a", "is", "lines.bonus") },
    "/condition/with",
  ],
  ["a misspelt field", { condition: compare("shop", "is", "member.homeStore") }, "/condition/field"],
  ["nothing of the member's", { condition: compare("store", "is", "member.") }, "/condition/with"],
  ["a member's as the first", { condition: compare("member.a", "is", "store") }, "/condition/field"],
  ["another comparison", { condition: compare("store", "contains", "member.a") }, "/condition/op"],
  [
    "the same the other way round",
    all(compare("attributes.a", "is", "attributes.b"), compare("attributes.b", "is", "attributes.a")),
    "/condition/conditions/1",
  ],
  [
    "both alike and not",
    all(compare("store", "is", "member.a"), compare("store", "is_not", "member.a")),
    "/condition/conditions/1/op",
  ],
];

const distances: Cases = [
  [
    "a place without a name",
    { condition: near({ place: { name: " ", latitude: 1, longitude: 1 } }) },
    "/condition/place/name",
  ],
  ["a place that nobody has entered", { condition: near(at(0, 0)) }, "/condition/place/latitude"],
  ["a latitude beyond the pole", { condition: near(at(91, 13)) }, "/condition/place/latitude"],
  ["a longitude beyond the date line", { condition: near(at(52, 181)) }, "/condition/place/longitude"],
  ["no distance at all", { condition: near({ withinMetres: 0 }) }, "/condition/withinMetres"],
  ["half a metre", { condition: near({ withinMetres: 1.5 }) }, "/condition/withinMetres"],
  ["all of the Earth", { condition: near({ withinMetres: 20_015_114 }) }, "/condition/withinMetres"],
  [
    "one attribute for both",
    { condition: near({ attributes: { latitude: "position", longitude: "position" } }) },
    "/condition/attributes/longitude",
  ],
  [
    "an attribute without a name",
    { condition: near({ attributes: { latitude: "", longitude: "lon" } }) },
    "/condition/attributes/latitude",
  ],
  ["two places that are far apart", all(near(), near(at(48.8584, 2.2945))), "/condition/conditions/1"],
];

describe("what cannot mean anything is refused where it stands: comparing", () => {
  it.each(comparing)("%s", (_, rules, pointer) => {
    expect(pointersOf(rules)).toEqual([pointer]);
  });
});

describe("what cannot mean anything is refused where it stands: near", () => {
  it.each(distances)("%s", (_, rules, pointer) => {
    expect(pointersOf(rules)).toEqual([pointer]);
  });
});

describe("what means something is taken", () => {
  it.each([
    ["an attribute of anything", { condition: compare("attributes.a", "at_least", "quantity") }],
    ["a sum of labels with money", { condition: compare("lines.deposit", "at_most", "amountMinor") }],
    ["an attribute and its namesake of the member", { condition: compare("attributes.a", "is", "member.a") }],
    ["a custom event near a place", { trigger: custom, condition: near() }],
    [
      "at least and at most another: equal to it",
      all(compare("attributes.a", "at_least", "member.a"), compare("attributes.a", "at_most", "member.a")),
    ],
    ["two places next to each other", all(near(), near(at(52.5246, 13.4132)))],
    [
      "two places, each by attributes of its own",
      all(near(), near({ ...at(48.8584, 2.2945), attributes: { latitude: "toLat", longitude: "toLon" } })),
    ],
    ["either of two places", { condition: { kind: "any", conditions: [near(), near(at(48.8584, 2.2945))] } }],
  ] as [string, Rules][])("%s", (_, rules) => {
    expect(pointersOf(rules)).toEqual([]);
  });
});
