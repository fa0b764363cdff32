import { describe, expect, it } from "vitest";
import { decide, purchaseOf, stateOf } from "./testing";

const breakfast = purchaseOf(
  [
    { category: "Coffee", brand: "Roastery", sku: "C-1", name: "Flat white", amountMinor: 840, quantity: 2 },
    { category: "Bakery", sku: "B-7", name: "Croissant", amountMinor: 360 },
  ],
  { store: "Mitte", channel: "till", attributes: { mood: "good", guests: 3 } },
);
const inBerlin = (at: string) => purchaseOf([{ amountMinor: 100 }], { at });
const only = (field: "category" | "brand" | "sku" | "name", ...values: string[]) => [
  { field, op: "in" as const, values },
];

type Rules = Parameters<typeof decide>[0];
/** Null where the condition lets the breakfast through, or the reason why it does not. */
function refusal(condition: Rules["condition"], event = breakfast): string | null | undefined {
  const { fired, reason } = decide({ condition }, event);
  return fired ? null : reason;
}

describe("conditions on the event", () => {
  it.each([
    ["amountMinor", { op: "at_least", value: 1_200 }, null],
    ["amountMinor", { op: "at_least", value: 1_201 }, "€12.00, at least €12.01 needed"],
    ["amountMinor", { op: "at_most", value: 1_000 }, "€12.00, at most €10.00 needed"],
    ["store", { op: "is", value: "MITTE" }, null],
    ["store", { op: "is", value: "Kollwitzstr." }, "only where the store is Kollwitzstr."],
    ["store", { op: "not_in", value: ["Mitte", "Web"] }, "only where the store is not Mitte or Web"],
    ["channel", { op: "in", value: ["web", "till"] }, null],
    ["attributes.mood", { op: "is", value: "good" }, null],
    ["attributes.guests", { op: "at_least", value: 4 }, "only where guests is at least 4"],
    ["attributes.weather", { op: "exists" }, "only where weather is known"],
    ["attributes.weather", { op: "is_not", value: "rain" }, null],
    ["attributes.mood", { op: "at_least", value: 1 }, "only where mood is at least 1"],
  ] as const)("%s %o", (field, test, expected) => {
    const value = "value" in test && Array.isArray(test.value) ? [...test.value] : undefined;
    const copy = value ? { ...test, value } : test;
    expect(refusal({ kind: "event", field, test: copy } as Rules["condition"])).toBe(expected);
  });

  it.each([
    ["contains", { op: "contains", value: "MIT" }, true],
    ["contains another", { op: "contains", value: "west" }, false],
    ["is, with a store that is not known", { op: "is", value: "Mitte" }, false, {}],
    ["contains, with a store that is not known", { op: "contains", value: "Mitte" }, false, {}],
  ] as const)("compares text: %s", (_, test, expected, payload: object = { store: "Mitte" }) => {
    const event = purchaseOf([{ amountMinor: 100 }], payload);
    expect(refusal({ kind: "event", field: "store", test }, event) === null).toBe(expected);
  });

  it("knows the device", () => {
    const onPhone: Rules["condition"] = {
      kind: "event",
      field: "device",
      test: { op: "is", value: "phone" },
    };
    expect(refusal(onPhone, purchaseOf([{}], { device: "Phone" }))).toBeNull();
    expect(refusal(onPhone, purchaseOf([{}]))).toBe("only where the device is phone");
  });

  it("looks for one of the codes among those that were entered, in any case of letters", () => {
    const code: Rules["condition"] = { kind: "code", codes: ["Summer26", "VIP"] };
    expect(refusal(code, purchaseOf([{}], { codes: ["nothing", "SUMMER26"] }))).toBeNull();
    expect(refusal(code, purchaseOf([{}], { codes: ["summer"] }))).toBe("only with the code Summer26 or VIP");
    expect(refusal(code, purchaseOf([{}]))).toBe("only with the code Summer26 or VIP");
  });

  it("does not take what every object has for an attribute", () => {
    const test = { op: "exists" as const };
    expect(refusal({ kind: "event", field: "attributes.constructor", test })).not.toBeNull();
    const audience = { match: "all" as const, tests: [{ attribute: "toString", test }] };
    expect(decide({ audience }, breakfast).fired).toBe(false);
  });
});

describe("conditions on time", () => {
  const mondays = { kind: "time" as const, weekdays: [1] };

  it("names the day that it was", () => {
    expect(refusal(mondays)).toBe("only on Mondays, this was a Tuesday");
    expect(refusal({ kind: "time", weekdays: [2, 4] })).toBeNull();
  });

  it("reckons days in the program's time zone", () => {
    expect(refusal(mondays, inBerlin("2026-11-22T22:59:59Z"))).toBe("only on Mondays, this was a Sunday");
    expect(refusal(mondays, inBerlin("2026-11-22T23:00:00Z"))).toBeNull();
  });

  it.each([
    ["06:59", "only from 07:00 to 11:00, this was at 06:59"],
    ["07:00", null],
    ["10:59", null],
    ["11:00", "only from 07:00 to 11:00, this was at 11:00"],
  ])("takes hours from the first minute until just before the last: %s", (time, expected) => {
    const event = inBerlin(`2026-11-24T${time}:00+01:00`);
    expect(refusal({ kind: "time", from: "07:00", to: "11:00" }, event)).toBe(expected);
  });

  it("counts a night by the day on which it began", () => {
    const night = { ...mondays, from: "22:00", to: "02:00" };
    expect(refusal(night, inBerlin("2026-11-23T23:30:00+01:00"))).toBeNull();
    expect(refusal(night, inBerlin("2026-11-24T01:59:00+01:00"))).toBeNull();
    expect(refusal(night, inBerlin("2026-11-23T01:00:00+01:00"))).toBe("only on Mondays, this was a Sunday");
    expect(refusal(night, inBerlin("2026-11-23T12:00:00+01:00"))).toBe(
      "only from 22:00 to 02:00, this was at 12:00",
    );
  });

  it("keeps to the wall clock when the clocks change", () => {
    const breakfastTime = { kind: "time" as const, from: "07:00", to: "11:00" };
    // Summer time ends on 25 October 2026 at 3:00: seven o'clock is 6:00 UTC after it, 5:00 UTC before.
    expect(refusal(breakfastTime, inBerlin("2026-10-24T05:00:00Z"))).toBeNull();
    expect(refusal(breakfastTime, inBerlin("2026-10-25T05:00:00Z"))).toContain("this was at 06:00");
    expect(refusal(breakfastTime, inBerlin("2026-10-25T06:00:00Z"))).toBeNull();
    // The hour from 2:00 happens twice, and both count.
    const small = { kind: "time" as const, from: "02:00", to: "03:00" };
    expect(refusal(small, inBerlin("2026-10-25T00:30:00Z"))).toBeNull();
    expect(refusal(small, inBerlin("2026-10-25T01:30:00Z"))).toBeNull();
    // In spring it does not happen at all.
    expect(refusal(small, inBerlin("2026-03-29T00:59:00Z"))).toContain("this was at 01:59");
    expect(refusal(small, inBerlin("2026-03-29T01:00:00Z"))).toContain("this was at 03:00");
  });
});

describe("conditions on lines", () => {
  const lines = (quantifier: "any" | "all" | "none", ...values: string[]) =>
    refusal({ kind: "lines", quantifier, filter: only("category", ...values) });

  it("asks for any, all or none", () => {
    expect(lines("any", "Coffee")).toBeNull();
    expect(lines("any", "Tea")).toBe("no Tea in the basket");
    expect(lines("none", "Tea")).toBeNull();
    expect(lines("none", "Coffee")).toBe("not with Coffee in the basket");
    expect(lines("all", "Coffee", "Bakery")).toBeNull();
    expect(lines("all", "Coffee")).toBe("not everything in the basket is Coffee");
  });

  it("knows nothing of the products in a basket without lines", () => {
    const total = purchaseOf([], { amountMinor: 500 });
    const filter = only("category", "Coffee");
    expect(refusal({ kind: "lines", quantifier: "all", filter }, total)).not.toBeNull();
    expect(refusal({ kind: "lines", quantifier: "none", filter }, total)).toBeNull();
  });

  it.each([
    ["two tests on one line", [...only("category", "coffee"), ...only("brand", "roastery")], true],
    ["two tests on different lines", [...only("category", "Bakery"), ...only("brand", "Roastery")], false],
    ["a part of the name", [{ field: "name", op: "contains", values: ["WHITE"] }], true],
    ["a part that is missing", [{ field: "brand", op: "contains", values: ["oat"] }], false],
    ["another SKU", [{ field: "sku", op: "not_in", values: ["c-1"] }], true],
    ["no brand but this one", [{ field: "brand", op: "not_in", values: ["Roastery"] }], true],
    ["an amount", [{ field: "amountMinor", op: "at_least", value: 841 }], false],
    ["a quantity", [{ field: "quantity", op: "at_least", value: 2 }], true],
  ] as const)("filters by %s", (_, filter, found) => {
    const condition = { kind: "lines", quantifier: "any", filter } as unknown as Rules["condition"];
    expect(refusal(condition) === null).toBe(found);
  });

  it("adds up pieces, lines and amounts", () => {
    const filter = only("category", "Coffee");
    const basket = (measure: "lines" | "quantity" | "amountMinor", value: number, filtered = true) =>
      refusal({ kind: "basket", measure, op: "at_least", value, ...(filtered ? { filter } : {}) });
    expect(basket("quantity", 2)).toBeNull();
    expect(basket("quantity", 3)).toBe("2 pieces of Coffee, at least 3 pieces needed");
    expect(basket("lines", 2)).toBe("1 line of Coffee, at least 2 lines needed");
    expect(basket("lines", 2, false)).toBeNull();
    expect(basket("amountMinor", 841)).toBe("€8.40 of Coffee, at least €8.41 needed");
  });

  it("counts thousandths of a piece exactly", () => {
    const event = purchaseOf([{ quantity: 0.1 }, { quantity: 0.2 }]);
    expect(refusal({ kind: "basket", measure: "quantity", op: "at_most", value: 0.3 }, event)).toBeNull();
    expect(refusal({ kind: "basket", measure: "quantity", op: "at_least", value: 0.3 }, event)).toBeNull();
  });
});

describe("groups", () => {
  const yes = { kind: "event" as const, field: "store", test: { op: "is" as const, value: "Mitte" } };
  const no = { kind: "time" as const, weekdays: [1] };
  const other = { kind: "lines" as const, quantifier: "any" as const, filter: only("category", "Tea") };

  it("names the first of all that fails, and every one of any", () => {
    expect(refusal({ kind: "all", conditions: [yes, no, other] })).toBe(
      "only on Mondays, this was a Tuesday",
    );
    expect(refusal({ kind: "any", conditions: [no, yes] })).toBeNull();
    expect(refusal({ kind: "any", conditions: [no, other] })).toBe(
      "only on Mondays, this was a Tuesday and no Tea in the basket",
    );
  });

  it("turns around", () => {
    expect(refusal({ kind: "not", condition: no })).toBeNull();
    expect(refusal({ kind: "not", condition: yes })).toBe("not at Mitte");
  });
});

describe("audience", () => {
  const gold = { attribute: "tier", test: { op: "is" as const, value: "gold" } };
  const young = { attribute: "daysSinceJoining", test: { op: "at_most" as const, value: 23 } };

  it("takes all or any of what a member must have", () => {
    const fired = (match: "all" | "any", attributes: Record<string, unknown>) =>
      decide({ audience: { match, tests: [gold, young] } }, breakfast, stateOf(attributes)).fired;
    expect(fired("all", { tier: "Gold" })).toBe(true);
    expect(fired("all", { tier: "silver" })).toBe(false);
    expect(fired("any", { tier: "silver" })).toBe(true);
  });

  it("says whom it is for", () => {
    const decision = decide({ audience: { match: "all", tests: [gold] } }, breakfast);
    expect(decision.reason).toBe("only for members whose tier is gold");
  });

  it("counts the days of membership by the calendar of the program", () => {
    const audience = { match: "all" as const, tests: [young] };
    const at = (text: string) => decide({ audience }, inBerlin(text)).fired;
    expect(at("2026-11-24T22:59:00Z")).toBe(true);
    expect(at("2026-11-24T23:00:00Z")).toBe(false);
  });
});

describe("conditions on the member", () => {
  const asMember = (own: object) => ({ ...stateOf(), member: { ...stateOf().member, ...own } });
  const holds = (attribute: string, test: object, own: object) =>
    decide({ condition: { kind: "member", attribute, test } as Rules["condition"] }, breakfast, asMember(own))
      .fired;

  it.each([
    ["is", { op: "is", value: "VIP" }, ["vip", "new"], true],
    ["is", { op: "is", value: "vip" }, [], false],
    ["in", { op: "in", value: ["vip", "staff"] }, ["staff"], true],
    ["is_not", { op: "is_not", value: "vip" }, ["new", "vip"], false],
    ["is_not", { op: "is_not", value: "vip" }, [], true],
    ["not_in", { op: "not_in", value: ["vip", "staff"] }, ["new"], true],
    ["exists", { op: "exists" }, ["new"], true],
    ["exists", { op: "exists" }, [], false],
  ] as const)("%s %j among %j: %s", (_, test, values, expected) => {
    expect(holds("segments", test, { segments: values })).toBe(expected);
    expect(holds("tags", test, { tags: values })).toBe(expected);
  });

  it("takes the tier that the program keeps before one that is an attribute", () => {
    const gold = { op: "is", value: "gold" };
    expect(holds("tier", gold, { tier: "gold" })).toBe(true);
    expect(holds("tier", gold, { tier: null, attributes: { tier: "Gold" } })).toBe(true);
    expect(holds("tier", gold, { tier: "silver", attributes: { tier: "gold" } })).toBe(false);
    expect(holds("tier", { op: "exists" }, {})).toBe(false);
  });

  it("says whom it is for", () => {
    const condition = {
      kind: "member" as const,
      attribute: "tags",
      test: { op: "is" as const, value: "vegan" },
    };
    expect(refusal(condition)).toBe("only for members who are tagged “vegan”");
  });
});
