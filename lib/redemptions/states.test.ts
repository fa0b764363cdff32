import { describe, expect, it } from "vitest";
import {
  canMemberCancel,
  isOver,
  nextState,
  REDEMPTION_COMMANDS,
  REDEMPTION_STATES,
  type RedemptionCommand,
  type RedemptionState,
  stageOf,
} from "./states";

/** Written out once more, so that a slip in the course shows. */
const ALLOWED: [RedemptionState, RedemptionCommand, RedemptionState][] = [
  ["requested", "reserve", "reserved"],
  ["requested", "cancel", "cancelled"],
  ["requested", "fail", "failed"],
  ["reserved", "accept", "reserved"],
  ["reserved", "ship", "reserved"],
  ["reserved", "fulfil", "fulfilled"],
  ["reserved", "cancel", "cancelled"],
  ["reserved", "fail", "failed"],
  ["fulfilled", "reverse", "reversed"],
];

describe("the course of a redemption", () => {
  for (const state of REDEMPTION_STATES) {
    for (const command of REDEMPTION_COMMANDS) {
      const expected = ALLOWED.find(([from, by]) => from === state && by === command)?.[2] ?? null;
      it(`${command} of one that is ${state} ${expected === null ? "is refused" : `leads to ${expected}`}`, () => {
        expect(nextState(state, command)).toBe(expected);
      });
    }
  }

  it("ends where no command leads on", () => {
    expect(REDEMPTION_STATES.filter(isOver)).toEqual(["cancelled", "failed", "reversed"]);
  });

  it("tells what is ordered from what is in work and what is on its way", () => {
    const [then, now] = ["2026-11-21T10:00:00Z", "2026-11-22T10:00:00Z"];
    const reserved = { state: "reserved", acceptedAt: null, shippedAt: null } as const;
    expect(stageOf(reserved)).toBe("reserved");
    expect(stageOf({ ...reserved, acceptedAt: then })).toBe("accepted");
    expect(stageOf({ ...reserved, acceptedAt: then, shippedAt: now })).toBe("shipped");
    expect(stageOf({ state: "fulfilled", acceptedAt: then, shippedAt: now })).toBe("fulfilled");
    expect(stageOf({ state: "failed", acceptedAt: then, shippedAt: null })).toBe("failed");
  });

  it("lets the member call it off until somebody is at work on it", () => {
    const now = "2026-11-22T10:00:00Z";
    expect(REDEMPTION_STATES.filter((state) => canMemberCancel(state, null))).toEqual([
      "requested",
      "reserved",
    ]);
    expect(REDEMPTION_STATES.filter((state) => canMemberCancel(state, now))).toEqual([]);
  });
});
