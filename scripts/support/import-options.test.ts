import { describe, expect, it } from "vitest";
import { parseImportOptions } from "./import-options";

const parse = (line: string) => parseImportOptions(line.split(" "));

describe("parseImportOptions", () => {
  it("reads a mapping and its options", () => {
    expect(
      parse("sales.csv --map basket_id=basketId,a=b=amount --program club --create-members --time day_first"),
    ).toEqual({
      file: "sales.csv",
      program: "club",
      rejects: undefined,
      mapping: {
        columns: { basketId: "basket_id", amount: "a=b" },
        createMembers: true,
        occurredAtFormat: "day_first",
      },
    });
  });

  it("answers a call for help", () => {
    expect(parse("--help")).toBeNull();
  });

  it.each([
    ["--program club", /Name one file/],
    ["a.csv b.csv --program club", /Name one file/],
    ["a.csv", /Name the program/],
    ["a.csv --program club --map total", /not a mapping/],
    ["a.csv --program club --map total=sum", /not a field/],
    ["a.csv --program club --map a=amount,b=amount", /mapped twice/],
    ["a.csv --program club --time noon", /--time is one of/],
    ["a.csv --program club --fast", /--fast/],
  ])("refuses %j", (line, reason) => {
    expect(() => parse(line)).toThrow(reason);
  });
});
