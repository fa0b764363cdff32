import { describe, expect, it } from "vitest";
import { attributeChanges, toDrafts } from "./attribute-drafts";

const before = { tier: "gold", visits: 12, staff: false };

describe("editing attributes", () => {
  it("keeps every value and its kind when nothing is touched", () => {
    expect(attributeChanges(before, toDrafts(before))).toEqual({ ok: true, value: before });
  });

  it("removes what was taken out and renames by removing and setting", () => {
    const [tier] = toDrafts({ tier: "gold" });
    const drafts = tier ? [{ ...tier, name: "level" }] : [];
    expect(attributeChanges(before, drafts)).toEqual({
      ok: true,
      value: { tier: null, visits: null, staff: null, level: "gold" },
    });
  });

  it("says what does not fit", () => {
    const draft = { name: "visits", kind: "number", value: "many" } as const;
    expect(attributeChanges({}, [draft])).toEqual({
      ok: false,
      message: "The value of “visits” is not a number.",
    });
    expect(attributeChanges({}, [{ ...draft, name: " " }])).toMatchObject({ ok: false });
    const twice = { name: "tier", kind: "text", value: "a" } as const;
    expect(attributeChanges({}, [twice, twice])).toMatchObject({ ok: false });
  });
});
