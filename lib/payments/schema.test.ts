import { describe, expect, it } from "vitest";
import {
  nextPaymentState,
  PAYMENT_COMMANDS,
  PAYMENT_STATES,
  type PaymentCommand,
  type PaymentState,
} from "./schema";

const ALLOWED: [PaymentState, PaymentCommand, PaymentState][] = [
  ["pending", "pay", "paid"],
  ["pending", "payLate", "refund_due"],
  ["pending", "fail", "failed"],
  ["pending", "cancel", "cancelled"],
  ["failed", "payLate", "refund_due"],
  ["cancelled", "payLate", "refund_due"],
  ["paid", "giveBack", "refund_due"],
  ["refund_due", "refund", "refunded"],
];

describe("the course of a payment", () => {
  for (const state of PAYMENT_STATES) {
    for (const command of PAYMENT_COMMANDS) {
      const expected = ALLOWED.find(([from, by]) => from === state && by === command)?.[2] ?? null;
      it(`${command} of one that is ${state} ${expected === null ? "is refused" : `leads to ${expected}`}`, () => {
        expect(nextPaymentState(state, command)).toBe(expected);
      });
    }
  }
});
