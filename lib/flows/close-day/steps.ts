import { activateLots } from "./activate-lots";
import type { DayStep } from "./day";
import { endVouchers } from "./end-vouchers";
import { expireLots } from "./expire-lots";
import { greetMembers } from "./greet-members";
import { makeStatements } from "./make-statements";

/**
 * What the close of a day does, in order: a step begins when the one before it is done for everybody. What depends on
 * a period that has ended with all of its points active, such as a tier earned in it, belongs between activation and
 * expiry; what follows from the points that are left, between expiry and statements.
 */
export const STEPS: readonly DayStep[] = [
  activateLots,
  expireLots,
  endVouchers,
  greetMembers,
  makeStatements,
];
