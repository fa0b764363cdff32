import { describe, expect, it } from "vitest";
import { decide, purchaseOf } from "./testing";

const coffee = [{ field: "category" as const, op: "in" as const, values: ["Coffee"] }];
const basket = purchaseOf(
  [
    { category: "Coffee", amountMinor: 840, quantity: 2.5 },
    { category: "Bakery", amountMinor: 360, quantity: 3 },
  ],
  { attributes: { miles: 1_234.5, nights: -1, mood: "good" } },
);
type Effects = NonNullable<Parameters<typeof decide>[0]["effects"]>;
const given = (effect: Effects[number]) => {
  const { granted, reason, award } = decide({ effects: [effect] }, basket);
  return { granted, reason, lines: award?.lines.map(({ line, points }) => [line, points]) };
};

describe("points per piece", () => {
  it("counts whole pieces, shared out by quantity", () => {
    expect(given({ kind: "per_quantity", points: 4 })).toEqual({
      granted: 20,
      reason: "5.5 pieces × 4 points per piece",
      lines: [
        [0, 9],
        [1, 11],
      ],
    });
    expect(given({ kind: "per_quantity", points: 7, pieces: 2, filter: coffee })).toEqual({
      granted: 7,
      reason: "2.5 pieces of Coffee × 7 points per 2 pieces",
      lines: [[0, 7]],
    });
  });

  it("gives nothing for what names no lines", () => {
    const { granted, reason } = decide(
      { effects: [{ kind: "per_quantity", points: 4 }] },
      purchaseOf([], { amountMinor: 100 }),
    );
    expect({ granted, reason }).toEqual({ granted: 0, reason: "no lines in the basket" });
  });
});

describe("points per number that comes with the event", () => {
  it("counts with three decimals", () => {
    expect(given({ kind: "per_value", field: "attributes.miles", points: 2, per: 1 })).toMatchObject({
      granted: 2_469,
      reason: "1234.5 miles × 2 points per 1",
    });
    expect(
      given({ kind: "per_value", field: "attributes.miles", points: 1, per: 100, rounding: "ceil" }),
    ).toMatchObject({
      granted: 13,
      reason: "1234.5 miles × 1 point per 100, rounded up",
    });
  });

  it.each(["nights", "mood", "weather", "constructor"])(
    "gives nothing for %s that is no number above zero",
    (name) => {
      expect(given({ kind: "per_value", field: `attributes.${name}`, points: 2, per: 1 })).toMatchObject({
        granted: 0,
        reason: `no ${name} with the event`,
      });
    },
  );
});

describe("steps", () => {
  const steps = [
    { from: 500, points: 20 },
    { from: 1_000, points: 50 },
    { from: 5_000, points: 500 },
  ];

  it("give what the highest one reached gives", () => {
    expect(given({ kind: "steps", measure: "amountMinor", steps })).toEqual({
      granted: 50,
      reason: "50 points for €12.00, from €10.00 on",
      lines: [
        [0, 35],
        [1, 15],
      ],
    });
    expect(given({ kind: "steps", measure: "amountMinor", steps, filter: coffee })).toMatchObject({
      granted: 20,
      reason: "20 points for €8.40 of Coffee, from €5.00 on",
      lines: [[0, 20]],
    });
  });

  it("say how much is missing to the lowest", () => {
    expect(given({ kind: "steps", measure: "quantity", steps: [{ from: 6, points: 5 }] })).toMatchObject({
      granted: 0,
      reason: "5.5 pieces, at least 6 pieces needed",
    });
    expect(given({ kind: "steps", measure: "lines", steps: [{ from: 3, points: 5 }] })).toMatchObject({
      reason: "2 lines, at least 3 lines needed",
    });
  });
});

describe("the most that an effect gives", () => {
  it("cuts that effect, not the others of its campaign", () => {
    const { granted, reason } = decide(
      {
        effects: [
          { kind: "per_amount", points: 1, perMinor: 10, upTo: 30 },
          { kind: "fixed", points: 5 },
        ],
      },
      basket,
    );
    expect(granted).toBe(35);
    expect(reason).toBe("€12.00 × 1 point per €0.10, at most 30 points + 5 points");
  });

  it("says nothing where it does not bite", () => {
    expect(given({ kind: "per_amount", points: 1, perMinor: 100, upTo: 12 }).reason).toBe(
      "€12.00 × 1 point per €1.00",
    );
  });
});

describe("lines by price", () => {
  it("goes by one piece, also of what is weighed", () => {
    const cheap = [{ field: "unitMinor" as const, op: "at_most" as const, value: 336 }];
    const dear = [{ field: "unitMinor" as const, op: "at_least" as const, value: 337 }];
    expect(given({ kind: "per_quantity", points: 1, filter: cheap }).lines).toEqual([
      [0, 2],
      [1, 3],
    ]);
    expect(given({ kind: "per_quantity", points: 1, filter: dear }).granted).toBe(0);
  });
});

describe("benefits", () => {
  it("are given without points, and told of", () => {
    const badge = { kind: "badge" as const, badge: "Early bird" };
    const { fired, status, granted, reason, benefits, award } = decide({ effects: [badge] }, basket);
    expect({ fired, status, granted, benefits }).toEqual({
      fired: true,
      status: "fired",
      granted: 0,
      benefits: [badge],
    });
    expect(reason).toBe("the badge “Early bird”");
    expect(award).toMatchObject({ points: 0, lines: [], benefits: [badge] });
  });

  it("stand beside points in one award", () => {
    const { reason, award } = decide(
      {
        effects: [
          { kind: "badge", badge: "Early bird" },
          { kind: "fixed", points: 5 },
        ],
      },
      basket,
    );
    expect(reason).toBe("5 points + the badge “Early bird”");
    expect(award).toMatchObject({ points: 5, benefits: [{ kind: "badge" }] });
  });
});
