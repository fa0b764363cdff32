import { describe, expect, it } from "vitest";
import { groupCardNumber } from "./member-words";

describe("a card number", () => {
  it("is grouped by four behind its prefix", () => {
    expect(groupCardNumber("BC4410772903")).toBe("BC 4410 7729 03");
    expect(groupCardNumber("441077")).toBe("4410 77");
    expect(groupCardNumber("")).toBe("");
  });
});
