import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeCursor, encodeCursor, toPage } from "./cursor";
import { Invalid } from "./errors";

describe("cursors", () => {
  it("carry their parts", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.integer())), (parts) => {
        expect(decodeCursor(encodeCursor(parts))).toEqual(parts);
      }),
    );
  });

  it("refuse what no list gave out", () => {
    const foreign = ['[{"a":1}]', '["a\\u0000"]'].map((text) => Buffer.from(text).toString("base64url"));
    for (const text of ["", "x", "e30", ...foreign]) {
      expect(() => decodeCursor(text)).toThrow(Invalid);
    }
  });

  it("cut pages and end on the last", () => {
    expect(toPage([1, 2, 3], 2, (last) => [last])).toEqual({ items: [1, 2], nextCursor: encodeCursor([2]) });
    expect(toPage([1, 2], 2, (last) => [last])).toEqual({ items: [1, 2], nextCursor: null });
  });
});
