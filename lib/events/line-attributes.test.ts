import { expect, it } from "vitest";
import { examineItem } from "./examine-item";

const RULES = { currency: "EUR", timeZone: "Europe/Berlin", eventsFrom: "2026-01-01" };
const NOW = new Date("2026-11-22T10:00:00Z");

const examined = (attributes?: unknown) =>
  examineItem(
    {
      type: "purchase",
      id: "p-1",
      member: { externalId: "c-1" },
      occurredAt: "2026-11-22T09:00:00Z",
      currency: "EUR",
      lines: [{ amountMinor: 450, ...(attributes !== undefined && { attributes }) }],
    },
    "/events/0",
    RULES,
    NOW,
  );

it("keeps the labels of a line, in one order however they come, so that equal events are equal texts", () => {
  const one = examined({ organic: true, supplier: "Nordic Oats", margin: 12.5 });
  const other = examined({ margin: 12.5, organic: true, supplier: "Nordic Oats" });
  expect(one).toEqual(other);
  expect(one).toMatchObject({
    draft: { event: { lines: [{ attributes: { margin: 12.5, organic: true, supplier: "Nordic Oats" } }] } },
  });
  expect("draft" in one && one.draft.payload).toContain(
    '{"margin":12.5,"organic":true,"supplier":"Nordic Oats"}',
  );
});

it("leaves lines without labels as they were", () => {
  const plain = examined();
  expect("draft" in plain && plain.draft.payload).not.toContain("attributes");
});

it.each([
  ["a list", { organic: ["yes"] }, "/events/0/lines/0/attributes/organic"],
  ["a name that begins with a digit", { "1st": true }, "/events/0/lines/0/attributes/1st"],
  [
    "more than twenty",
    Object.fromEntries(Array.from({ length: 21 }, (_, index) => [`label${index}`, index])),
    "/events/0/lines/0/attributes",
  ],
])("refuses %s", (_, attributes, pointer) => {
  expect(examined(attributes)).toMatchObject({ error: { pointer } });
});
