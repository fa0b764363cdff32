import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { Conflict } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { hurryFaults } from "./fault-sql";
import { dayRetry } from "./schema";
import { hurryRun } from "./sql";

/**
 * Has a day whose close failed, or what failed on it for single members, tried again at once instead of when its
 * pause is over.
 * @param input the day, `YYYY-MM-DD`
 * @throws Forbidden; Conflict `day_not_failed`
 */
export async function retryDay(ctx: Ctx, input: { day: string }): Promise<{ day: string }> {
  const { day } = dayRetry.parse(input);
  return write(ctx, { permission: "program:manage", request: { retryDay: day } }, async (tx) => {
    const now = ctx.clock.now();
    const isHurried = await hurryRun(tx, ctx.programId, day, now);
    const faults = await hurryFaults(tx, ctx.programId, day, now);
    if (!isHurried && faults === 0) {
      throw new Conflict(
        "day_not_failed",
        "Nothing has failed on this day, so there is nothing to try again.",
      );
    }
    await recordAudit(tx, ctx, {
      action: "day_run.retried",
      target: toTypeId("prog", ctx.programId),
      detail: { day },
    });
    return { day };
  });
}
