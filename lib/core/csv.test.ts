import { expect, it } from "vitest";
import { csvDownload, csvOfPages, toCsvLine } from "./csv";

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

/** Three pages of two lines each. */
const PAGES: Record<string, { items: string[][]; nextCursor: string | null }> = {
  first: { items: [["a"], ["b"]], nextCursor: "second" },
  second: { items: [["c"], ["d"]], nextCursor: "third" },
  third: { items: [["e"], ["f"]], nextCursor: null },
};
const pageOf = (cursor = "first") => PAGES[cursor] ?? { items: [], nextCursor: null };

it("sends every page of a list, one after the other", async () => {
  const response = await csvOfPages("list", ["letter"], async (cursor) => pageOf(cursor));
  expect(await response.text()).toBe(["letter", "a", "b", "c", "d", "e", "f", ""].join("\r\n"));
});

it("refuses before anything is sent, and breaks a file off when a later page cannot be read", async () => {
  const failing = (when: string) => async (cursor: string | undefined) => {
    if ((cursor ?? "first") === when) throw new Error("out of reach");
    return pageOf(cursor);
  };
  await expect(csvOfPages("list", ["letter"], failing("first"))).rejects.toThrow("out of reach");
  const response = await csvOfPages("list", ["letter"], failing("third"));
  await expect(response.text()).rejects.toThrow("out of reach");
});
