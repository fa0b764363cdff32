import { z } from "zod";

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
