import { z } from "zod";
import type { CounterActionKind } from "@/lib/db/generated/enums";

/**
 * Names one action at the counter before it is taken. Whoever repeats the action with the same ticket, because the
 * answer was lost or somebody pressed twice, gets what the first time led to.
 */
export const ticket = z.strictObject({ id: z.uuid(), at: z.iso.datetime() });
export type Ticket = z.output<typeof ticket>;

export const counterStore = z.string().trim().min(1).max(64).optional();

const MAX_AMOUNT_MINOR = 100_000_000;

export const earning = z.strictObject({
  ticket,
  amountMinor: z.int().min(1, "Enter the amount.").max(MAX_AMOUNT_MINOR, "That is more than a till takes."),
  receipt: z.string().trim().min(1).max(100).optional(),
  store: counterStore,
});
export type Earning = z.output<typeof earning>;

/** Something that whoever stands at the counter did today. Amounts are minor units, instants ISO 8601. */
export type CounterActionDto = {
  actionId: string;
  kind: CounterActionKind;
  at: string;
  memberId: string;
  memberName: string;
  /** Of the reward or voucher; empty for a purchase. */
  name: string;
  /** Earned, or paid for the reward; null where they come by themselves, or for a voucher. */
  points: number | null;
  amountMinor: number | null;
  isUndone: boolean;
  /** Whether it can be taken back now, by whoever did it. */
  canUndo: boolean;
};
