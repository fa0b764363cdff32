import { describe, expect, it } from "vitest";
import { decide, purchaseOf, stateOf } from "./testing";

type Rules = Parameters<typeof decide>[0];
type Comparing = { field: string; op: string; with: string };

const lines: Parameters<typeof purchaseOf>[0] = [
  { amountMinor: 840, quantity: 2, attributes: { bonus: 0.1, organic: true } },
  { amountMinor: 360, attributes: { bonus: 0.2 } },
];
const purchase = purchaseOf(lines, {
  store: "Mitte",
  channel: "app",
  attributes: { city: "BERLIN", billing: "Berlin", guests: 3, level: "Gold", empty: " " },
});

/** Null where the condition lets the purchase of a member through, or the reason why it does not. */
function refusal(
  condition: object,
  attributes: Record<string, unknown> = {},
  event = purchase,
  member: object = {},
): string | null | undefined {
  const { member: known, ...state } = stateOf(attributes);
  const rules = { condition: condition as Rules["condition"] };
  const { fired, reason } = decide(rules, event, { ...state, member: { ...known, ...member } });
  return fired ? null : reason;
}

const compare = (field: string, op: string, other: string) => ({
  kind: "compare",
  ...({ field, op, with: other } satisfies Comparing),
});

describe("one thing held against another", () => {
  it.each([
    ["store", "is", "member.homeStore", null],
    ["store", "is_not", "member.homeStore", "only where the store is not the member’s home store"],
    ["store", "is", "member.workStore", "only where the store is the member’s work store"],
    ["store", "is_not", "member.workStore", null],
    ["attributes.city", "is", "attributes.billing", null],
    ["attributes.guests", "at_least", "member.guests", null],
    ["attributes.guests", "at_least", "member.seats", "only where the guests is at least the member’s seats"],
    ["attributes.guests", "at_most", "member.seats", null],
    ["amountMinor", "at_least", "member.pledge", null],
    ["amountMinor", "at_least", "member.dearPledge", "€12.00, at least the member’s dear pledge needed"],
    ["amountMinor", "at_most", "member.pledge", null],
    ["amountMinor", "is", "member.pledge", null],
    ["quantity", "at_least", "attributes.guests", null],
    [
      "quantity",
      "at_least",
      "member.seats",
      "only where the number of pieces is at least the member’s seats",
    ],
    // 0.1 and 0.2 are 0.3, to the thousandth
    ["lines.bonus", "is", "member.bonus", null],
    ["attributes.guests", "at_most", "member.daysSinceJoining", null],
  ])("%s %s %s", (field, op, other, expected) => {
    const attributes = {
      homeStore: "MITTE",
      workStore: "West",
      guests: 3,
      seats: 4,
      pledge: 1_200,
      dearPledge: 1_201,
      bonus: 0.3,
    };
    expect(refusal(compare(field, op, other), attributes)).toBe(expected);
  });

  it.each(["is", "is_not"])("does not hold where one of them is not known: %s", (op) => {
    const words = op === "is" ? "is" : "is not";
    expect(refusal(compare("store", op, "member.homeStore"))).toBe(
      `only where the store ${words} the member’s home store; the member’s home store is not known`,
    );
    expect(refusal(compare("device", op, "member.homeStore"), { homeStore: "Mitte" })).toBe(
      `only where the device ${words} the member’s home store; the device is not known`,
    );
    expect(refusal(compare("attributes.empty", op, "attributes.city"))).toContain("the empty is not known");
    expect(refusal(compare("attributes.city", op, "member.constructor"))).toContain("is not known");
    expect(refusal(compare("lines.units", op, "attributes.guests"))).toContain("is not known");
  });

  it("never takes a number for a text that looks like it", () => {
    const expected =
      "only where the guests is the member’s guests; one of them is a number and the other is not";
    expect(refusal(compare("attributes.guests", "is", "member.guests"), { guests: "3" })).toBe(expected);
  });

  it("finds a value among what a member has several of", () => {
    const guild = purchaseOf([{}], { attributes: { guild: "Bakers" } });
    const among = (op: string, member: object) =>
      refusal(compare("attributes.guild", op, "member.segments"), {}, guild, member);
    expect(among("is", { segments: ["vip", "bakers"] })).toBeNull();
    expect(among("is", { segments: ["vip"] })).toBe("only where the guild is one of the member’s segments");
    expect(among("is_not", { segments: ["bakers"] })).toBe(
      "only where the guild is none of the member’s segments",
    );
    expect(among("is_not", {})).toBeNull();
    const tagged = { tags: ["BAKERS"] };
    expect(refusal(compare("attributes.guild", "is", "member.tags"), {}, guild, tagged)).toBeNull();
  });

  it("knows the tier, also where it is kept as an attribute", () => {
    const level = compare("attributes.level", "is", "member.tier");
    expect(refusal(level, {}, purchase, { tier: "gold" })).toBeNull();
    expect(refusal(level, { tier: "GOLD" })).toBeNull();
    expect(refusal(level, { tier: "GOLD" }, purchase, { tier: "silver" })).not.toBeNull();
    expect(refusal(level)).toContain("the member’s tier is not known");
  });
});

describe("the distance to a place", () => {
  const near = {
    kind: "distance",
    place: { name: "the shop", latitude: 52.5219, longitude: 13.4132 },
    withinMetres: 300,
  };
  const at = (attributes: Record<string, string | number>) => purchaseOf([{}], { attributes });

  it.each([
    ["at the place itself", { latitude: 52.5219, longitude: 13.4132 }, null],
    ["291 m to the east", { latitude: 52.5219, longitude: 13.4175 }, null],
    // 300.2 m are 300 m
    ["300 m to the north", { latitude: 52.5246, longitude: 13.4132 }, null],
    [
      "304 m to the east",
      { latitude: 52.5219, longitude: 13.4177 },
      "304 m away, within 300 m of the shop needed",
    ],
    [
      "in another city",
      { latitude: 48.8584, longitude: 2.2945 },
      "881,541 m away, within 300 m of the shop needed",
    ],
    ["nowhere", {}, "only within 300 m of the shop; where it happened is not known"],
    ["half of it", { latitude: 52.5219 }, "only within 300 m of the shop; where it happened is not known"],
    [
      "beyond the pole",
      { latitude: 95, longitude: 13.4132 },
      "only within 300 m of the shop; there is no such place as where it happened",
    ],
    [
      "a text",
      { latitude: "52.5219", longitude: 13.4132 },
      "only within 300 m of the shop; there is no such place as where it happened",
    ],
  ])("%s", (_, attributes, expected) => {
    expect(refusal(near, {}, at(attributes as Record<string, number>))).toBe(expected);
  });

  it("reads the position from the attributes that the rule names", () => {
    const named = { ...near, attributes: { latitude: "lat", longitude: "lng" } };
    expect(refusal(named, {}, at({ lat: 52.5219, lng: 13.4132 }))).toBeNull();
    expect(refusal(named, {}, at({ latitude: 52.5219, longitude: 13.4132 }))).toContain("not known");
  });

  it("turned round, also holds where nobody knows where it was", () => {
    expect(refusal({ kind: "not", condition: near }, {}, at({}))).toBeNull();
    expect(refusal({ kind: "not", condition: near }, {}, at({ latitude: 52.5219, longitude: 13.4132 }))).toBe(
      "not within 300 m of the shop",
    );
  });
});
