import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { laneOf } from "./lane";

it("never moves a member to another lane", () => {
  expect(laneOf("01939c5e-7b1a-7c3d-9e4f-0123456789ab", 8)).toBe(0);
  expect(laneOf("01939c5e-7b1a-7c3d-9e4f-0123456789ac", 8)).toBe(3);
});

it("spreads members evenly", () => {
  const counts = new Array<number>(8).fill(0);
  for (let member = 0; member < 8_000; member++) {
    const lane = laneOf(randomUUID(), 8);
    counts[lane] = (counts[lane] ?? 0) + 1;
  }
  for (const count of counts) expect(Math.abs(count - 1_000)).toBeLessThan(200);
});
