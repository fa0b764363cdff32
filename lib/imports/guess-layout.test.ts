import { describe, expect, it } from "vitest";
import { guessDelimiter, guessEncoding, isGzip, refusalOf } from "./guess-layout";

describe("guessDelimiter", () => {
  it.each([
    ["a,b,c", ","],
    ["a;b;c", ";"],
    ["a\tb", "\t"],
    ["a|b", "|"],
    ['"one, two";b;c', ";"],
    ["alone", ","],
  ])("splits %j by %j", (header, delimiter) => {
    expect(guessDelimiter(header)).toBe(delimiter);
  });
});

describe("the first bytes", () => {
  it("tell gzip from text", () => {
    expect(isGzip(Buffer.from([0x1f, 0x8b, 8]))).toBe(true);
    expect(isGzip(Buffer.from("a,b"))).toBe(false);
  });

  it("tell UTF-8, even cut within a character, from single-byte text", () => {
    expect(guessEncoding(Buffer.from("Café").subarray(0, 4))).toBe("utf-8");
    expect(guessEncoding(Buffer.from("Café,1", "latin1"))).toBe("latin1");
  });

  it.each([
    [Buffer.from([0x50, 0x4b, 3, 4]), /spreadsheet/],
    [Buffer.from("a,b", "utf16le"), /not text/],
    [Buffer.from([0xff, 0xfe, 0x61, 0]), /UTF-16/],
  ])("refuse what is no text", (head, refusal) => {
    expect(refusalOf(head)).toMatch(refusal);
  });

  it("take text", () => {
    expect(refusalOf(Buffer.from("a,b\n1,2\n"))).toBeNull();
  });
});
