import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { isDay } from "@/lib/core/calendar";
import { decodeCursor, type Page, toPage } from "@/lib/core/cursor";
import { Invalid } from "@/lib/core/errors";
import { db, type Prisma } from "@/lib/db";
import { DAY_STEPS, type DayRunDto } from "./schema";

/**
 * The closes of the program's days, the latest first.
 * @throws Forbidden; Invalid for a foreign cursor
 */
export async function listDayRuns(
  ctx: Ctx,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<Page<DayRunDto>> {
  requirePermission(ctx, "ledger:read");
  const rows = await (ctx.tx ?? db()).dayRun.findMany({
    where: {
      programId: ctx.programId,
      ...(cursor === undefined ? {} : { day: { lt: position(cursor) } }),
    },
    orderBy: { day: "desc" },
    take: limit + 1,
  });
  const page = toPage(rows, limit, (last) => [dayText(last.day)]);
  return { nextCursor: page.nextCursor, items: page.items.map(toDto) };
}

function toDto(row: Prisma.DayRunGetPayload<object>): DayRunDto {
  return {
    day: dayText(row.day),
    state: row.state,
    step: DAY_STEPS.find((step) => step === row.step) ?? null,
    progress: { due: Number(row.due), done: Number(row.done) },
    activated: { points: Number(row.activatedPoints), lots: Number(row.activatedLots) },
    expired: { points: Number(row.expiredPoints), lots: Number(row.expiredLots) },
    statements: Number(row.statements),
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    fault:
      row.error === null || row.retryAt === null
        ? null
        : { error: row.error, attempts: row.attempts, retryAt: row.retryAt.toISOString() },
  };
}

function dayText(day: Date): string {
  return day.toISOString().slice(0, 10);
}

function position(cursor: string): Date {
  const [day] = decodeCursor(cursor);
  if (typeof day === "string" && isDay(day)) return new Date(`${day}T00:00:00Z`);
  throw new Invalid("The cursor is not one that this list gave out.", [
    { pointer: "/cursor", code: "invalid_cursor", detail: "Use the nextCursor of the page before." },
  ]);
}
