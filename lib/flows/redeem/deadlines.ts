import type { ProgramDto } from "@/lib/programs";
import type { RedemptionRow } from "@/lib/redemptions";

const MINUTE_MS = 60_000;
/** How long a member may take to pay: as long as payment providers keep their page open, and some time to answer. */
const PAYMENT_MINUTES = 60;

/** Until when something that waits for its payment is kept. */
export function paymentDeadline(now: Date): Date {
  return new Date(now.getTime() + PAYMENT_MINUTES * MINUTE_MS);
}

/**
 * Until when something that has to be fulfilled is kept: as long as its reward says, otherwise as long as holds last
 * at most in the program.
 */
export function reservedUntil(
  { reward }: Pick<RedemptionRow, "reward">,
  { ledgerPolicy }: Pick<ProgramDto, "ledgerPolicy">,
  now: Date,
): Date {
  const minutes = reward.holdMinutes ?? ledgerPolicy.holds.longestMinutes;
  return new Date(now.getTime() + minutes * MINUTE_MS);
}
