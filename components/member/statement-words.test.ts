import { expect, test } from "vitest";
import type { StatementDto } from "@/lib/statements/schema";
import { monthInWords, movementsOf, partsOf } from "./statement-words";

const statement: StatementDto = {
  month: "2026-10",
  pointType: { code: "points", name: "points" },
  opening: 100,
  earned: 40,
  returned: 5,
  spent: 30,
  expired: 10,
  received: 0,
  sent: 0,
  adjusted: -3,
  closing: 92,
  pending: 12,
  owed: 0,
  madeAt: "2026-10-31T23:00:10.000Z",
};

test("a month is named in the reader's language", () => {
  expect(monthInWords("2026-10", "de-DE")).toBe("Oktober 2026");
  expect(monthInWords("2026-10", "en")).toBe("October 2026");
});

test("the movements lead from the opening to the closing balance", () => {
  const movements = movementsOf(statement);
  expect(movements.map(({ name, points }) => [name, points])).toEqual([
    ["earned", 40],
    ["returned", -5],
    ["spent", -30],
    ["expired", -10],
    ["adjusted", -3],
  ]);
  expect(movements.reduce((sum, { points }) => sum + points, statement.opening)).toBe(statement.closing);
});

test("the parts of the closing balance are named where not all of it could be used", () => {
  expect(partsOf(statement)).toEqual([
    { name: "usable", points: 80 },
    { name: "pending", points: 12 },
  ]);
  expect(partsOf({ ...statement, pending: 0, owed: 7, closing: -7 })).toEqual([
    { name: "usable", points: 0 },
    { name: "owed", points: -7 },
  ]);
  expect(partsOf({ ...statement, pending: 0 })).toEqual([]);
});
