import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { isDay } from "@/lib/core/calendar";
import { decodeCursor, type Page, toPage } from "@/lib/core/cursor";
import { Invalid } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { db, type Prisma } from "@/lib/db";
import { type FaultRow, type FaultSums, listFaultRows, sumFaults } from "./fault-sql";
import { DAY_STEPS, type DayRunDto, MAX_NAMED, type SetAsideDto } from "./schema";

/**
 * The closes of the program's days, the latest first.
 * @throws Forbidden; Invalid for a foreign cursor
 */
export async function listDayRuns(
  ctx: Ctx,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<Page<DayRunDto>> {
  requirePermission(ctx, "ledger:read");
  const client = ctx.tx ?? db();
  const rows = await client.dayRun.findMany({
    where: {
      programId: ctx.programId,
      ...(cursor === undefined ? {} : { day: { lt: position(cursor) } }),
    },
    orderBy: { day: "desc" },
    take: limit + 1,
  });
  const page = toPage(rows, limit, (last) => [dayText(last.day)]);
  const days = page.items.map(({ day }) => dayText(day));
  const [faults, sums] = await Promise.all([
    listFaultRows(client, ctx.programId, days, MAX_NAMED),
    sumFaults(client, ctx.programId, days),
  ]);
  return {
    nextCursor: page.nextCursor,
    items: page.items.map((row) => {
      const isOf = ({ day }: { day: string }) => day === dayText(row.day);
      return toDto(row, faults.filter(isOf), sums.find(isOf) ?? NOTHING);
    }),
  };
}

const NOTHING: Omit<FaultSums, "day"> = {
  open: 0n,
  settled: 0n,
  activatedPoints: 0n,
  activatedLots: 0n,
  expiredPoints: 0n,
  expiredLots: 0n,
  statements: 0n,
};

function toDto(
  row: Prisma.DayRunGetPayload<object>,
  faults: readonly FaultRow[],
  sums: Omit<FaultSums, "day">,
): DayRunDto {
  return {
    day: dayText(row.day),
    state: row.state,
    step: DAY_STEPS.find((step) => step === row.step) ?? null,
    progress: { due: Number(row.due), done: Number(row.done) },
    activated: {
      points: Number(row.activatedPoints + sums.activatedPoints),
      lots: Number(row.activatedLots + sums.activatedLots),
    },
    expired: {
      points: Number(row.expiredPoints + sums.expiredPoints),
      lots: Number(row.expiredLots + sums.expiredLots),
    },
    statements: Number(row.statements + sums.statements),
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    fault:
      row.error === null || row.retryAt === null
        ? null
        : { error: row.error, attempts: row.attempts, retryAt: row.retryAt.toISOString() },
    setAside: { open: Number(sums.open), settled: Number(sums.settled), items: faults.map(toSetAside) },
  };
}

function toSetAside({
  isPool,
  party,
  name,
  step,
  error,
  attempts,
  retryAt,
  settledAt,
}: FaultRow): SetAsideDto {
  return {
    kind: isPool ? "pool" : "member",
    id: toTypeId(isPool ? "pool" : "mem", party),
    name,
    step,
    error,
    attempts,
    retryAt: retryAt?.toISOString() ?? null,
    settledAt: settledAt?.toISOString() ?? null,
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
