import type { Day } from "@/lib/core/calendar";
import type { Tx } from "@/lib/db";
import type { DayStepName } from "./schema";

/** The close of a day that is under way; its step is null before any work is listed. */
export type OpenRun = { programId: string; day: Day; step: DayStepName | null };

/** What one batch did. */
export type DayCounts = {
  /** Pieces of listed work. */
  done: number;
  activatedPoints?: number;
  activatedLots?: number;
  expiredPoints?: number;
  expiredLots?: number;
  statements?: number;
};

export type ProgramDays = {
  programId: string;
  timeZone: string;
  createdAt: Date;
  /** The latest day with a run. */
  day: Day | null;
  isOpen: boolean;
  /** When an open run that failed is to be tried again. */
  retryAt: Date | null;
};

/** Where programs stand with their days: one look at the end of the key of day_run each. */
export async function listProgramDays(tx: Tx, programId: string | null): Promise<ProgramDays[]> {
  return tx.$queryRaw<ProgramDays[]>`
    SELECT program.program_id AS "programId", program.time_zone AS "timeZone", program.created_at AS "createdAt",
           last.day::text AS day, coalesce(last.state <> 'finished', false) AS "isOpen", last.retry_at AS "retryAt"
    FROM program
    LEFT JOIN LATERAL (
      SELECT day, state, retry_at FROM day_run
      WHERE day_run.program_id = program.program_id ORDER BY day DESC LIMIT 1
    ) AS last ON TRUE
    WHERE ${programId}::uuid IS NULL OR program.program_id = ${programId}::uuid
    ORDER BY program.program_id`;
}

/** @returns null where no day of the program is under way */
export async function readOpenRun(tx: Tx, programId: string): Promise<OpenRun | null> {
  const [run] = await tx.$queryRaw<(OpenRun & { isOpen: boolean })[]>`
    SELECT program_id AS "programId", day::text AS day, step, state <> 'finished' AS "isOpen" FROM day_run
    WHERE program_id = ${programId}::uuid ORDER BY day DESC LIMIT 1`;
  if (run === undefined || !run.isOpen) return null;
  return { programId: run.programId, day: run.day, step: run.step };
}

/** Opens a day. @returns false where somebody else did; waits for whoever is about to */
export async function insertRun(
  tx: Tx,
  { programId, day }: Pick<OpenRun, "programId" | "day">,
  now: Date,
): Promise<boolean> {
  const inserted = await tx.$executeRaw`
    INSERT INTO day_run (program_id, day, started_at)
    VALUES (${programId}::uuid, ${day}::date, ${now.toISOString()}::timestamptz)
    ON CONFLICT (program_id, day) DO NOTHING`;
  return inserted > 0;
}

/** Locks a run that still works on the step. @returns false where it has moved on */
export async function lockRun(tx: Tx, { programId, day, step }: OpenRun): Promise<boolean> {
  const rows = await tx.$queryRaw<object[]>`
    SELECT FROM day_run
    WHERE program_id = ${programId}::uuid AND day = ${day}::date
      AND step IS NOT DISTINCT FROM ${step}::text AND state <> 'finished'
    FOR UPDATE`;
  return rows.length > 0;
}

export async function beginStep(tx: Tx, { programId, day, step }: OpenRun, due: number): Promise<void> {
  await tx.$executeRaw`
    UPDATE day_run SET step = ${step}, due = ${due}, done = 0, state = 'running', error = NULL, attempts = 0,
                       retry_at = NULL
    WHERE program_id = ${programId}::uuid AND day = ${day}::date`;
}

/** Adds what a batch did; a run that had failed runs again. */
export async function countBatch(tx: Tx, { programId, day }: OpenRun, counts: DayCounts): Promise<void> {
  const { done, activatedPoints = 0, activatedLots = 0, expiredPoints = 0, expiredLots = 0 } = counts;
  await tx.$executeRaw`
    UPDATE day_run SET done = done + ${done}, activated_points = activated_points + ${activatedPoints},
                       activated_lots = activated_lots + ${activatedLots},
                       expired_points = expired_points + ${expiredPoints},
                       expired_lots = expired_lots + ${expiredLots},
                       statements = statements + ${counts.statements ?? 0},
                       state = 'running', error = NULL, attempts = 0, retry_at = NULL
    WHERE program_id = ${programId}::uuid AND day = ${day}::date`;
}

export async function finishRun(tx: Tx, { programId, day }: OpenRun, now: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE day_run SET state = 'finished', finished_at = ${now.toISOString()}::timestamptz, error = NULL,
                       attempts = 0, retry_at = NULL
    WHERE program_id = ${programId}::uuid AND day = ${day}::date`;
}

/** Notes why a run stopped, and puts the next attempt off: one minute, then two, four, … up to an hour. */
export async function failRun(
  tx: Tx,
  { programId, day }: Pick<OpenRun, "programId" | "day">,
  error: string,
  now: Date,
): Promise<void> {
  const instant = now.toISOString();
  await tx.$executeRaw`
    INSERT INTO day_run (program_id, day, state, started_at, error, attempts, retry_at)
    VALUES (${programId}::uuid, ${day}::date, 'failed', ${instant}::timestamptz, ${error}, 1,
            ${instant}::timestamptz + interval '1 minute')
    ON CONFLICT (program_id, day) DO UPDATE
      SET state = 'failed', error = EXCLUDED.error, attempts = day_run.attempts + 1,
          retry_at = ${instant}::timestamptz + least(60, 2 ^ least(day_run.attempts, 6)) * interval '1 minute'
      WHERE day_run.state <> 'finished'`;
}

/** Makes a run that failed due now. @returns false where the day has none */
export async function hurryRun(tx: Tx, programId: string, day: Day, now: Date): Promise<boolean> {
  const changed = await tx.$executeRaw`
    UPDATE day_run SET retry_at = ${now.toISOString()}::timestamptz
    WHERE program_id = ${programId}::uuid AND day = ${day}::date AND state = 'failed'`;
  return changed > 0;
}
