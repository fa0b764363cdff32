import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeCursor, encodeCursor, readFromCursor, toPage } from "./cursor";
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

describe("readFromCursor", () => {
  const read = async (cursor: string | undefined) =>
    cursor === undefined ? "the start" : decodeCursor(cursor);

  it("goes on where the cursor says, and begins at the start without one or with what is none", async () => {
    expect(await readFromCursor(encodeCursor([7]), read)).toEqual([7]);
    expect(await readFromCursor(undefined, read)).toBe("the start");
    expect(await readFromCursor("zzz", read)).toBe("the start");
  });

  it("leaves every other failure to whoever asked", async () => {
    await expect(readFromCursor("zzz", () => Promise.reject(new Error("down")))).rejects.toThrow("down");
    await expect(readFromCursor(undefined, () => Promise.reject(new Invalid("no")))).rejects.toThrow(Invalid);
  });
});
