import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { addDays, type Day, startOfDay } from "@/lib/core/calendar";
import { db } from "@/lib/db";
import { recallProgram } from "@/lib/programs";
import { SEMANTICS } from "./evaluation/semantics";
import { selectOtherReading } from "./sql";

/**
 * Whether rules were in force in a period that the engine reads otherwise today: what was posted then need not be what
 * they give now.
 * @param from first and `to` last day, in the program's time zone
 * @throws Forbidden
 */
export async function wasReadOtherwise(ctx: Ctx, { from, to }: { from: Day; to: Day }): Promise<boolean> {
  requirePermission(ctx, "campaigns:read");
  const { timeZone } = await recallProgram(ctx.programId);
  return selectOtherReading(db(), ctx.programId, {
    from: startOfDay(from, timeZone),
    to: startOfDay(addDays(to, 1), timeZone),
    semantics: SEMANTICS,
  });
}
