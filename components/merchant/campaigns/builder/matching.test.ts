import { describe, expect, it } from "vitest";
import { offeredFor, optionNamed } from "./matching";

const categories = ["Iced coffee", "Coffee", "Bakery", "Coffee beans"].map((value) => ({
  value,
  label: value,
}));
const segments = [{ value: "regulars", label: "Comes every week" }];
const values = (text: string) => offeredFor(categories, text, true).map(({ value }) => value);

describe("what is offered to somebody who types", () => {
  it("is everything at first, in its own order", () => {
    expect(offeredFor(categories, " ", true)).toEqual(categories);
  });

  it("begins with what begins with it, and ends with the text itself", () => {
    expect(values("cof")).toEqual(["Coffee", "Coffee beans", "Iced coffee", "cof"]);
    expect(offeredFor(categories, " tea ", true)).toEqual([
      { value: "tea", label: "“tea”", note: "as typed" },
    ]);
  });

  it("is nothing else where only what there is can be meant", () => {
    expect(offeredFor(segments, "gold", false)).toEqual([]);
    expect(offeredFor(segments, "week", false)).toEqual(segments);
  });

  it("begins with what it names, and then has no need of the text itself", () => {
    expect(values("coffee")).toEqual(["Coffee", "Coffee beans", "Iced coffee"]);
  });
});

describe("optionNamed", () => {
  it("knows an option by its value and by its name, in any case", () => {
    expect(optionNamed(categories, " COFFEE ")?.value).toBe("Coffee");
    expect(optionNamed(segments, "comes every week")?.value).toBe("regulars");
    expect(optionNamed(segments, "comes every")).toBeUndefined();
  });
});
