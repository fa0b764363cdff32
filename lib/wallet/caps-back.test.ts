import { describe, expect, it } from "vitest";
import { capsBack } from "./caps-back";

const cap = { limitNo: 0, windowStart: "2026-11-01", used: 30 };

function usedBack(
  used: number,
  back: { before?: number; due: number; taken?: number; isComplete?: boolean },
) {
  const { before = 0, due, taken = due, isComplete = false } = back;
  const [found] = capsBack({ points: 30, caps: [{ ...cap, used }] }, { before, due, taken, isComplete });
  return found?.used ?? 0;
}

describe("what limits count less when points go back", () => {
  it("is the points themselves where points are counted", () => {
    expect(usedBack(30, { due: 10 })).toBe(10);
    expect(usedBack(30, { before: 10, due: 20 })).toBe(20);
  });

  it("is nothing for points that the member may keep", () => {
    expect(usedBack(30, { due: 10, taken: 4 })).toBe(4);
    expect(usedBack(1, { due: 30, taken: 0 })).toBe(0);
  });

  it("is a time once everything has come back", () => {
    expect(usedBack(1, { due: 29 })).toBe(0);
    expect(usedBack(1, { before: 29, due: 1 })).toBe(1);
  });

  it("adds up to the whole cost over any number of returns", () => {
    const parts = [7, 8, 9, 6];
    let before = 0;
    let back = 0;
    for (const due of parts) {
      back += usedBack(101, { before, due });
      before += due;
    }
    expect(back).toBe(101);
  });

  it("waits for the last of the purchase where the award had no points", () => {
    const award = { points: 0, caps: [{ ...cap, used: 1 }] };
    const back = { before: 0, due: 0, taken: 0 };
    expect(capsBack(award, { ...back, isComplete: false })).toEqual([]);
    expect(capsBack(award, { ...back, isComplete: true })).toEqual(award.caps);
  });
});
