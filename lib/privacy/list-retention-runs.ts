import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { db } from "@/lib/db";
import { RETENTION_RULES, type RetentionRunDto } from "./schema";

/**
 * The last days on which a retention rule was carried out, the latest first.
 * @throws Forbidden
 */
export async function listRetentionRuns(ctx: Ctx, limit: number): Promise<RetentionRunDto[]> {
  requirePermission(ctx, "program:manage");
  const rows = await db().retentionRun.findMany({
    where: { programId: ctx.programId, rule: { in: [...RETENTION_RULES] } },
    orderBy: [{ day: "desc" }, { rule: "asc" }],
    take: limit,
  });
  return rows.map(({ rule, day, done, finishedAt }) => ({
    rule: rule as RetentionRunDto["rule"],
    day: day.toISOString().slice(0, 10),
    done: Number(done),
    isDone: finishedAt !== null,
  }));
}
