import { expect, it } from "vitest";
import { csvDownload, toCsvLine } from "./csv";

it("quotes what it must, and leaves numbers as they are", () => {
  expect(toCsvLine(["plain", 'say "hi"', "a,b", "two\nlines", -5, null])).toBe(
    'plain,"say ""hi""","a,b","two\nlines",-5,\r\n',
  );
});

it("gives a spreadsheet nothing to run", () => {
  expect(toCsvLine(["=1+1", "+1", "-1", "@SUM(A1)"])).toBe("'=1+1,'+1,'-1,'@SUM(A1)\r\n");
});

it("is downloaded under a name that every system can keep", async () => {
  const response = csvDownload("Double Tuesdays / stores", [toCsvLine(["store"]), toCsvLine(["Berlin"])]);
  expect(response.headers.get("content-disposition")).toBe(
    'attachment; filename="Double-Tuesdays-stores.csv"',
  );
  expect(await response.text()).toBe("store\r\nBerlin\r\n");
});
