import fc from "fast-check";
import { expect, test } from "vitest";
import { readCommonPurchase } from "./common-purchase";
import { eventInput } from "./schema";

const COMMON = {
  type: "purchase",
  id: "till-4-2026-11-22-0001",
  member: { externalId: "m-17" },
  occurredAt: "2026-11-22T10:15:00.000Z",
  currency: "EUR",
  store: "Mitte",
  lines: [{ sku: "sku-1", category: "Coffee", quantity: 1.5, amountMinor: 450 }],
};

/** Values that are right in one place and wrong in another, and those on either side of a bound. */
const VALUES: unknown[] = [
  ...[0, 1, 32, 33, 64, 65, 128, 129, 256, 257].map((length) => "x".repeat(length)),
  ...[
    0,
    -0,
    1,
    -1,
    0.5,
    0.001,
    0.0005,
    1e9,
    1e9 + 1,
    1e11,
    1e11 + 1,
    2 ** 53,
    Number.NaN,
    Number.POSITIVE_INFINITY,
  ],
  ...[null, undefined, true, [], {}, [{}], "EUR", "eur", "EURO", "purchase", "return", "🎟", "XMAS"],
  ...[
    { externalId: "a" },
    { cardNumber: "b" },
    { externalId: "a", cardNumber: "b" },
    { externalId: "a", more: 1 },
  ],
  ...["", "x".repeat(32), "x".repeat(33), "x".repeat(128), "x".repeat(129)].flatMap((text) => [
    { externalId: text },
    { cardNumber: text },
  ]),
  { id: "mem_01h455vb4pex5vsknk084sn02q" },
  ...[1, 500, 501].map((length) => Array.from({ length }, () => ({ amountMinor: 1 }))),
  ...[
    "T10:15:00Z",
    "T24:00:00Z",
    "T23:59:60Z",
    "T10:15:00.1234567891Z",
    "T10:15:00+01:00",
    "T10:15Z",
    "",
  ].map((time) => `2026-11-22${time}`),
];
const PLACES = [
  ...Object.keys(COMMON),
  "source",
  "amountMinor",
  "channel",
  "device",
  "codes",
  "attributes",
  "more",
];
const LINE_PLACES = ["sku", "name", "category", "brand", "quantity", "amountMinor", "attributes", "more"];
const change = fc.tuple(fc.constantFrom(...PLACES), fc.constantFrom(...VALUES));
const lineChange = fc.tuple(fc.constantFrom(...LINE_PLACES), fc.constantFrom(...VALUES));

type Changes = readonly (readonly [string, unknown])[];

function changed(changes: Changes, lineChanges: Changes = []): Record<string, unknown> {
  const lines = COMMON.lines.map((line) => ({ ...line, ...Object.fromEntries(lineChanges) }));
  return { ...COMMON, lines, ...Object.fromEntries(changes) };
}

/** What is read is what the schema reads; what is not is left to it. */
function expectTheSame(item: unknown): void {
  const read = readCommonPurchase(item);
  if (read !== null) expect(eventInput.safeParse(item)).toEqual({ success: true, data: read });
}

test("says of a purchase what the schema says, or nothing, whatever is changed about it", () => {
  for (const value of VALUES) {
    for (const place of PLACES) expectTheSame(changed([[place, value]]));
    for (const place of LINE_PLACES) expectTheSame(changed([], [[place, value]]));
  }
  const item = fc
    .tuple(fc.array(change, { maxLength: 3 }), fc.array(lineChange, { maxLength: 2 }))
    .map(([changes, lineChanges]) => changed(changes, lineChanges));
  fc.assert(fc.property(item, expectTheSame), { numRuns: 1_000 });
});

test("reads what tills send", () => {
  const { lines: _, ...total } = {
    ...COMMON,
    amountMinor: 450,
    source: "till",
    channel: "shop",
    device: "t",
  };
  const card = { ...COMMON, member: { cardNumber: "BE123" }, lines: [{ amountMinor: 1 }] };
  for (const item of [COMMON, total, card, { ...COMMON, occurredAt: "2026-01-31T23:59:59Z" }]) {
    expect(readCommonPurchase(item)).toEqual(eventInput.parse(item));
  }
});

test("knows the days of each month", () => {
  for (let month = 0; month <= 13; month += 1) {
    for (let day = 0; day <= 32; day += 1) {
      const date = `2026-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
      const item = { ...COMMON, occurredAt: `${date}T10:15:00Z` };
      expect(readCommonPurchase(item) !== null, date).toBe(eventInput.safeParse(item).success);
    }
  }
});

test("leaves to the schema what it does not know", () => {
  const codes = { ...COMMON, codes: ["XMAS"] };
  const inherited = Object.create(COMMON);
  for (const item of [null, [], "purchase", { type: "custom" }, codes, inherited]) {
    expect(readCommonPurchase(item)).toBeNull();
  }
});
