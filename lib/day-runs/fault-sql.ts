import type { Day } from "@/lib/core/calendar";
import { Prisma, type Tx } from "@/lib/db";
import type { DueItem } from "./due-sql";
import { DAY_STEPS, type DayStepName } from "./schema";
import type { DayCounts, OpenRun } from "./sql";

/** Work of a day that was set aside for one member or pool. */
export type FaultKey = { programId: string; party: string; day: Day; step: DayStepName; pointTypeNo: number };

export type DueFault = {
  programId: string;
  timeZone: string;
  createdAt: Date;
  party: string;
  lane: number;
};

/** Most that one look takes up. */
const MAX_FAULTS = 100;

/**
 * Takes one piece of work off the list and sets it aside. @returns false where somebody else has done it
 * @param error why it failed
 */
export async function setAsideDue(
  tx: Tx,
  { programId, day, step }: OpenRun,
  lane: number,
  { party, pointTypeNo }: DueItem,
  error: string,
  now: Date,
): Promise<boolean> {
  const instant = now.toISOString();
  const moved = await tx.$executeRaw`
    WITH taken AS (
      DELETE FROM day_due
      WHERE program_id = ${programId}::uuid AND day = ${day}::date AND step = ${step} AND lane = ${lane}::smallint
        AND party = ${party}::uuid AND point_type_no = ${pointTypeNo}::smallint
      RETURNING program_id, day, step, lane, party, point_type_no
    )
    INSERT INTO day_fault (program_id, day, step, lane, party, point_type_no, set_aside_at, attempts, error, retry_at)
    SELECT taken.*, ${instant}::timestamptz, 1, ${error}, ${instant}::timestamptz + interval '1 minute' FROM taken`;
  return moved > 0;
}

/** The members and pools with work of a step that is set aside. */
export async function listWaiting(tx: Tx, programId: string, step: DayStepName): Promise<string[]> {
  const rows = await tx.$queryRaw<{ party: string }[]>`
    SELECT DISTINCT party FROM day_fault
    WHERE program_id = ${programId}::uuid AND step = ${step} AND settled_at IS NULL`;
  return rows.map(({ party }) => party);
}

/** How many failed on a day, of themselves. */
export async function countFailed(tx: Tx, { programId, day }: OpenRun): Promise<number> {
  const [row] = await tx.$queryRaw<{ failed: bigint }[]>`
    SELECT count(DISTINCT party) AS failed FROM day_fault
    WHERE program_id = ${programId}::uuid AND day = ${day}::date AND attempts > 0`;
  return Number(row?.failed ?? 0);
}

/**
 * Sets listed work aside whose member has earlier work that is set aside: it is done after that, so that days stay
 * in order. A statement tells of points and moves none, so it keeps none waiting. @returns how much it is
 */
export async function setAsideBehind(tx: Tx, { programId, day, step }: OpenRun, now: Date): Promise<number> {
  return tx.$executeRaw`
    WITH behind AS MATERIALIZED (
      SELECT DISTINCT party FROM day_fault
      WHERE program_id = ${programId}::uuid AND settled_at IS NULL AND (step <> 'statements' OR ${step} = 'statements')
    ), taken AS (
      DELETE FROM day_due USING behind
      WHERE program_id = ${programId}::uuid AND day = ${day}::date AND step = ${step}
        AND day_due.party = behind.party
      RETURNING program_id, day, step, lane, day_due.party, point_type_no
    )
    INSERT INTO day_fault (program_id, day, step, lane, party, point_type_no, set_aside_at)
    SELECT taken.*, ${now.toISOString()}::timestamptz FROM taken`;
}

/** The oldest first, statements after what moves points. */
const IN_TURN = Prisma.sql`
  step = 'statements', day, array_position(${[...DAY_STEPS]}::text[], step), point_type_no`;

/** Members whose next work that is set aside is due to be tried again. */
export function listDueFaults(tx: Tx, programId: string | null, now: Date): Promise<DueFault[]> {
  return tx.$queryRaw<DueFault[]>`
    SELECT next.program_id AS "programId", program.time_zone AS "timeZone", program.created_at AS "createdAt",
           next.party, next.lane
    FROM (
      SELECT DISTINCT ON (program_id, party) program_id, party, lane, retry_at FROM day_fault
      WHERE settled_at IS NULL AND (${programId}::uuid IS NULL OR program_id = ${programId}::uuid)
      ORDER BY program_id, party, ${IN_TURN}
    ) AS next
    JOIN program ON program.program_id = next.program_id
    WHERE next.retry_at IS NULL OR next.retry_at <= ${now.toISOString()}::timestamptz
    ORDER BY next.program_id, next.party
    LIMIT ${MAX_FAULTS}`;
}

/** The next work of a member that is set aside; exact for whoever holds their lane. @returns null where there is none due */
export async function readDueFault(
  tx: Tx,
  { programId, party }: { programId: string; party: string },
  now: Date,
): Promise<FaultKey | null> {
  const [row] = await tx.$queryRaw<(FaultKey & { isDue: boolean })[]>`
    SELECT program_id AS "programId", party, day::text AS day, step, point_type_no AS "pointTypeNo",
           coalesce(retry_at <= ${now.toISOString()}::timestamptz, TRUE) AS "isDue"
    FROM day_fault
    WHERE program_id = ${programId}::uuid AND party = ${party}::uuid AND settled_at IS NULL
    ORDER BY ${IN_TURN}
    LIMIT 1`;
  if (row === undefined || !row.isDue) return null;
  const { isDue: _, ...fault } = row;
  return fault;
}

/** Notes that the work is done, and what it moved. */
export async function settleFault(
  tx: Tx,
  { programId, party, day, step, pointTypeNo }: FaultKey,
  counts: DayCounts,
  now: Date,
): Promise<void> {
  const { activatedPoints = 0, activatedLots = 0, expiredPoints = 0, expiredLots = 0 } = counts;
  const { statements = 0 } = counts;
  await tx.$executeRaw`
    UPDATE day_fault SET settled_at = ${now.toISOString()}::timestamptz, retry_at = NULL,
                         points = ${activatedPoints + expiredPoints}, lots = ${activatedLots + expiredLots + statements}
    WHERE program_id = ${programId}::uuid AND party = ${party}::uuid AND day = ${day}::date AND step = ${step}
      AND point_type_no = ${pointTypeNo}::smallint AND settled_at IS NULL`;
}

/** Notes that the work failed again, and puts the next attempt off, up to an hour. */
export async function postponeFault(
  tx: Tx,
  { programId, party, day, step, pointTypeNo }: FaultKey,
  error: string,
  now: Date,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE day_fault SET attempts = attempts + 1, error = ${error},
      retry_at = ${now.toISOString()}::timestamptz + least(60, 2 ^ least(attempts, 6)) * interval '1 minute'
    WHERE program_id = ${programId}::uuid AND party = ${party}::uuid AND day = ${day}::date AND step = ${step}
      AND point_type_no = ${pointTypeNo}::smallint AND settled_at IS NULL`;
}

/** Makes what failed on a day due now. @returns how much it is */
export async function hurryFaults(tx: Tx, programId: string, day: Day, now: Date): Promise<number> {
  return tx.$executeRaw`
    UPDATE day_fault SET retry_at = ${now.toISOString()}::timestamptz
    WHERE program_id = ${programId}::uuid AND settled_at IS NULL AND attempts > 0
      AND party IN (
        SELECT party FROM day_fault
        WHERE program_id = ${programId}::uuid AND day = ${day}::date AND settled_at IS NULL)`;
}

export type FaultRow = {
  day: Day;
  party: string;
  isPool: boolean;
  name: string;
  step: DayStepName;
  pointTypeNo: number;
  attempts: number;
  error: string | null;
  retryAt: Date | null;
  settledAt: Date | null;
};

/** Work that was set aside on these days: what is still to be done first, so many of each day. */
export function listFaultRows(
  tx: Tx,
  programId: string,
  days: readonly Day[],
  most: number,
): Promise<FaultRow[]> {
  return tx.$queryRaw<FaultRow[]>`
    SELECT fault.day::text AS day, fault.party, member.member_id IS NULL AS "isPool",
           coalesce(member.name, pool.name, '') AS name, fault.step, fault.point_type_no AS "pointTypeNo",
           fault.attempts, fault.error, fault.retry_at AS "retryAt", fault.settled_at AS "settledAt"
    FROM unnest(${[...days]}::date[]) AS wanted (day)
    CROSS JOIN LATERAL (
      SELECT * FROM day_fault WHERE program_id = ${programId}::uuid AND day = wanted.day
      ORDER BY settled_at IS NOT NULL, attempts = 0, party, step, point_type_no
      LIMIT ${most}
    ) AS fault
    LEFT JOIN member ON member.program_id = fault.program_id AND member.member_id = fault.party
    LEFT JOIN pool ON pool.program_id = fault.program_id AND pool.pool_id = fault.party
    ORDER BY fault.day, fault.settled_at IS NOT NULL, fault.attempts = 0, fault.party, fault.step, fault.point_type_no`;
}

export type FaultSums = {
  day: Day;
  open: bigint;
  settled: bigint;
  activatedPoints: bigint;
  activatedLots: bigint;
  expiredPoints: bigint;
  expiredLots: bigint;
  statements: bigint;
};

/** How much work was set aside on these days, and what it moved once it was done. */
export function sumFaults(tx: Tx, programId: string, days: readonly Day[]): Promise<FaultSums[]> {
  return tx.$queryRaw<FaultSums[]>`
    SELECT day::text AS day, count(*) FILTER (WHERE settled_at IS NULL) AS open, count(settled_at) AS settled,
           coalesce(sum(points) FILTER (WHERE step = 'activation'), 0)::bigint AS "activatedPoints",
           coalesce(sum(lots) FILTER (WHERE step = 'activation'), 0)::bigint AS "activatedLots",
           coalesce(sum(points) FILTER (WHERE step = 'expiry'), 0)::bigint AS "expiredPoints",
           coalesce(sum(lots) FILTER (WHERE step = 'expiry'), 0)::bigint AS "expiredLots",
           coalesce(sum(lots) FILTER (WHERE step = 'statements'), 0)::bigint AS statements
    FROM day_fault
    WHERE program_id = ${programId}::uuid AND day = ANY (${[...days]}::date[])
    GROUP BY day`;
}
