import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { findHistoryBreaks } from "@/lib/history";
import { redemptionChecks } from "@/lib/redemptions";
import { type LedgerReport, verifyLedger } from "@/lib/wallet";

/**
 * Proves the program's ledger, and what is kept beside it from the same events. See `verifyLedger` for what it costs.
 * @throws Forbidden
 */
export function verifyProgram(
  ctx: Ctx,
  options: Omit<NonNullable<Parameters<typeof verifyLedger>[1]>, "more"> = {},
): Promise<LedgerReport> {
  return verifyLedger(ctx, {
    ...options,
    more: [{ check: "history", find: findHistoryBreaks }, ...redemptionChecks()],
  });
}
