import { describe, expect, it } from "vitest";
import { guessMapping } from "./guess-mapping";
import { compileMapping } from "./parse-line";
import { importMapping } from "./schema";

const COLUMNS = ["basket", "member", "at", "amount", "qty", "sku"];
const mapping = importMapping.parse({
  columns: {
    basketId: "basket",
    memberId: "member",
    occurredAt: "at",
    amount: "amount",
    quantity: "qty",
    sku: "sku",
  },
});
const parse = compileMapping(mapping, COLUMNS, { timeZone: "UTC", currencyDigits: 2 });

function line(content: string) {
  return parse({ lineNo: 7, fields: content.split(","), content, next: { byte: 0, line: 7 } });
}

describe("compileMapping", () => {
  it("turns a row into a line item in minor units", () => {
    expect(line("b1,m1,2026-03-14 15:09:26,3.86,2,tea")).toEqual({
      ok: true,
      line: {
        lineNo: 7,
        basketKey: "b1",
        memberKey: "m1",
        occurredAt: new Date("2026-03-14T15:09:26Z"),
        item: { amountMinor: 386, quantity: 2, sku: "tea" },
        content: "b1,m1,2026-03-14 15:09:26,3.86,2,tea",
      },
    });
  });

  it("reads labels as what they mean, and an empty cell as none", () => {
    const labels = { organic: "sku", shelf: "qty" };
    const parseLabels = compileMapping(
      { ...mapping, columns: { ...mapping.columns, quantity: undefined, sku: undefined }, labels },
      COLUMNS,
      { timeZone: "UTC", currencyDigits: 2 },
    );
    const read = (cell: string, other = "") => {
      const fields = ["b1", "m1", "2026-03-14", "1", other, cell];
      return parseLabels({ lineNo: 7, fields, content: "", next: { byte: 0, line: 7 } });
    };
    const attributesOf = (cell: string) => {
      const parsed = read(cell);
      return parsed.ok ? parsed.line.item.attributes : parsed.reject.code;
    };
    expect(["Yes", "no", "12.5", "-3", "0049", "Nordic Oats", ""].map(attributesOf)).toEqual([
      { organic: true },
      { organic: false },
      { organic: 12.5 },
      { organic: -3 },
      { organic: "0049" },
      { organic: "Nordic Oats" },
      undefined,
    ]);
    expect(read("yes", "7")).toMatchObject({ line: { item: { attributes: { organic: true, shelf: 7 } } } });
    expect(read("x".repeat(513))).toMatchObject({ ok: false, reject: { code: "too_long" } });
    expect(() =>
      compileMapping({ ...mapping, labels: { organic: "eco" } }, COLUMNS, {
        timeZone: "UTC",
        currencyDigits: 2,
      }),
    ).toThrow(
      expect.objectContaining({ fields: [expect.objectContaining({ pointer: "/mapping/labels/organic" })] }),
    );
  });

  it("reads several codes from one cell, and refuses too many", () => {
    const columns = { ...mapping.columns, device: "qty", codes: "sku" };
    const parseCodes = compileMapping({ ...mapping, columns }, COLUMNS, {
      timeZone: "UTC",
      currencyDigits: 2,
    });
    const read = (codes: string) =>
      parseCodes({
        lineNo: 7,
        fields: ["b1", "m1", "2026-03-14", "1", "1", codes],
        content: "",
        next: { byte: 0, line: 7 },
      });
    expect(read("SUMMER10; app-5")).toMatchObject({
      ok: true,
      line: { item: { device: "1", codes: ["SUMMER10", "app-5"] } },
    });
    expect(read(Array.from({ length: 21 }, (_, place) => `c${place}`).join(" "))).toMatchObject({
      ok: false,
      reject: { code: "too_many_codes" },
    });
  });

  it("takes lines without pieces or without a price", () => {
    expect(line("b1,m1,2026-03-14,0,0,")).toMatchObject({
      ok: true,
      line: { item: { amountMinor: 0, quantity: 0 } },
    });
  });

  it.each([
    ["b1,m1,2026-03-14,3.86,2", "column_count"],
    [",m1,2026-03-14,3.86,2,tea", "missing_value"],
    ["b1,,2026-03-14,3.86,2,tea", "missing_value"],
    ["b1,m1,,3.86,2,tea", "missing_value"],
    ["b1,m1,2026-02-30,3.86,2,tea", "time"],
    ["b1,m1,2026-03-14,,2,tea", "missing_value"],
    ["b1,m1,2026-03-14,free,2,tea", "amount"],
    ["b1,m1,2026-03-14,-1,2,tea", "negative_amount"],
    ["b1,m1,2026-03-14,1e12,2,tea", "amount_too_large"],
    ["b1,m1,2026-03-14,3.86,two,tea", "quantity"],
    ["b1,m1,2026-03-14,3.86,-2,tea", "negative_quantity"],
    ["b1,m1,2026-03-14,3.86,2,t\uFFFDa", "encoding"],
    ["b1,m1,2026-03-14,3.86,2,t\0a", "control_character"],
    [`${"b".repeat(129)},m1,2026-03-14,3.86,2,tea`, "too_long"],
  ])("refuses %j as %s", (content, code) => {
    expect(line(content)).toMatchObject({ ok: false, reject: { lineNo: 7, code } });
  });

  it("keeps the basket of a refused line, so that the basket is not posted without it", () => {
    expect(line("b1,m1,2026-03-14,free,2,tea")).toMatchObject({ reject: { basketKey: "b1" } });
  });

  it("names every column that the file lacks", () => {
    expect(() =>
      compileMapping(mapping, ["basket", "member"], { timeZone: "UTC", currencyDigits: 2 }),
    ).toThrow("The file lacks the columns “at”, “amount”, “qty”, “sku”. Its columns are “basket”, “member”.");
  });
});

describe("guessMapping", () => {
  it("finds the columns of a grocery export", () => {
    const columns = [
      { name: "household_id", samples: ["2261"] },
      { name: "store_id", samples: ["309"] },
      { name: "basket_id", samples: ["31625220889"] },
      { name: "product_id", samples: ["940996"] },
      { name: "quantity", samples: ["1"] },
      { name: "sales_value", samples: ["3.86"] },
      { name: "transaction_timestamp", samples: ["2017-01-28 14:06:53"] },
    ];
    expect(guessMapping(columns)).toEqual({
      columns: {
        basketId: "basket_id",
        memberId: "household_id",
        occurredAt: "transaction_timestamp",
        amount: "sales_value",
        quantity: "quantity",
        sku: "product_id",
        store: "store_id",
      },
      occurredAtFormat: "iso",
      decimalSeparator: "point",
      amountUnit: "major",
    });
  });

  it("takes columns that are named after labels for labels", () => {
    const names = ["receipt", "line.attributes.organic", "attributes.supplier", "attributes"];
    expect(guessMapping(names.map((name) => ({ name, samples: [] }))).labels).toEqual({
      organic: "line.attributes.organic",
      supplier: "attributes.supplier",
    });
  });

  it("reads German headers, dates and commas", () => {
    const columns = [
      { name: "Bon-Nr.", samples: ["1"] },
      { name: "Kundennummer", samples: ["K1"] },
      { name: "Datum", samples: ["28.07.2017"] },
      { name: "Betrag", samples: ["3,86"] },
    ];
    expect(guessMapping(columns)).toMatchObject({
      columns: { basketId: "Bon-Nr.", memberId: "Kundennummer", occurredAt: "Datum", amount: "Betrag" },
      occurredAtFormat: "day_first",
      decimalSeparator: "comma",
    });
  });
});
