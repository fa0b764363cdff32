import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromTypeId, ID_PREFIXES, newIds, toTypeId } from "./ids";
import { typeId } from "./schema";

describe("ids", () => {
  it("sort in the order in which they were made", () => {
    const ids = newIds(5_000);
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("survive the way out and back in, with their own prefix only", () => {
    fc.assert(
      fc.property(fc.uuid(), fc.constantFrom(...ID_PREFIXES), (uuid, prefix) => {
        const text = toTypeId(prefix, uuid);
        expect(text).toMatch(new RegExp(`^${prefix}_[0-9a-z]{26}$`));
        expect(fromTypeId(prefix, text)).toBe(uuid);
        for (const other of ID_PREFIXES) if (other !== prefix) expect(fromTypeId(other, text)).toBeNull();
      }),
    );
  });

  it("refuses whatever is not a TypeID", () => {
    for (const text of ["", "mem_", "mem_short", "mem_81h455vb4pex5vsknk084sn02q", `mem_${"u".repeat(26)}`]) {
      expect(fromTypeId("mem", text)).toBeNull();
    }
    expect(typeId("mem").safeParse("evt_01h455vb4pex5vsknk084sn02q").success).toBe(false);
  });
});
