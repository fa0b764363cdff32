import { describe, expect, it } from "vitest";
import { readPasted } from "./read-pasted";

const campaign = {
  name: "Check-in",
  trigger: { event: "custom", name: "checkin" },
  effects: [{ kind: "fixed", points: 5 }],
};

describe("a pasted campaign", () => {
  it("is read with what it leaves to its defaults", () => {
    expect(readPasted(JSON.stringify(campaign))).toEqual({
      ok: true,
      problemCount: 0,
      definition: { ...campaign, audience: null, condition: null, limits: [], schedule: {} },
    });
  });

  it("may be unfinished", () => {
    const reading = readPasted(JSON.stringify({ ...campaign, effects: [], name: "" }));
    expect(reading).toMatchObject({ ok: true, problemCount: 2, definition: { effects: [], audience: null } });
  });

  it("is refused with the place of what is foreign", () => {
    const reading = readPasted(JSON.stringify({ ...campaign, effects: [{ kind: "gift" }], budget: 5 }));
    expect(reading).toMatchObject({ ok: false });
    expect(JSON.stringify(reading)).toContain("/effects/0/kind");
    expect(readPasted("{ not json")).toMatchObject({ ok: false });
    expect(readPasted("[]")).toMatchObject({ ok: false });
  });
});
