import type { Tx } from "@/lib/db";
import { SPENDABLE_POINT_TYPE } from "@/lib/programs";
import type { OpenRun } from "./sql";

/** One piece of work: a member's or pool's points of a type, or a whole lane, which the program's id stands for. */
export type DueItem = { party: string; pointTypeNo: number };

/** Stands for all points of a whole lane. */
const ALL_TYPES = 0;

export function isWholeLane({ pointTypeNo }: DueItem): boolean {
  return pointTypeNo === ALL_TYPES;
}

export function wholeLane(programId: string): DueItem {
  return { party: programId, pointTypeNo: ALL_TYPES };
}

/** Most members, and roughly most lots, that one batch takes. */
export const MAX_ITEMS = 500;
const MAX_LOTS = 10_000;

/** Locks a lane that has something of the step to do for members and that nobody else holds. */
export async function lockFreeLane(tx: Tx, { programId, day, step }: OpenRun): Promise<number | null> {
  const [row] = await tx.$queryRaw<{ lane: number }[]>`
    SELECT lane FROM lane
    WHERE program_id = ${programId}::uuid AND EXISTS (
      SELECT FROM day_due
      WHERE day_due.program_id = ${programId}::uuid AND day = ${day}::date AND step = ${step}
        AND day_due.lane = lane.lane AND point_type_no <> ${ALL_TYPES})
    ORDER BY lane
    LIMIT 1
    FOR NO KEY UPDATE SKIP LOCKED`;
  return row?.lane ?? null;
}

/** A lane with something of the step left to do for members, by others' commits so far. */
export async function findDueLane(tx: Tx, { programId, day, step }: OpenRun): Promise<number | null> {
  const [row] = await tx.$queryRaw<{ lane: number }[]>`
    SELECT lane FROM day_due
    WHERE program_id = ${programId}::uuid AND day = ${day}::date AND step = ${step}
      AND point_type_no <> ${ALL_TYPES}
    ORDER BY lane LIMIT 1`;
  return row?.lane ?? null;
}

/** Whether anything of the step is left to do, by others' commits so far. */
export async function isAnythingDue(tx: Tx, { programId, day, step }: OpenRun): Promise<boolean> {
  const rows = await tx.$queryRaw<object[]>`
    SELECT FROM day_due WHERE program_id = ${programId}::uuid AND day = ${day}::date AND step = ${step} LIMIT 1`;
  return rows.length > 0;
}

/** Takes a batch off the list of a lane that this transaction holds: at least one item, however many lots it has. */
export async function takeDue(
  tx: Tx,
  { programId, day, step }: OpenRun,
  lane: number,
  most: number,
): Promise<DueItem[]> {
  return tx.$queryRaw<DueItem[]>`
    WITH first AS MATERIALIZED (
      SELECT party, point_type_no, lots FROM day_due
      WHERE program_id = ${programId}::uuid AND day = ${day}::date AND step = ${step} AND lane = ${lane}::smallint
        AND point_type_no <> ${ALL_TYPES}
      ORDER BY party, point_type_no
      LIMIT ${most}
    ), batch AS MATERIALIZED (
      SELECT party, point_type_no FROM (
        SELECT party, point_type_no, sum(lots) OVER (ORDER BY party, point_type_no) - lots AS lots_before FROM first
      ) AS counted
      WHERE lots_before < ${MAX_LOTS}
    )
    DELETE FROM day_due USING batch
    WHERE program_id = ${programId}::uuid AND day = ${day}::date AND step = ${step} AND lane = ${lane}::smallint
      AND day_due.party = batch.party AND day_due.point_type_no = batch.point_type_no
    RETURNING day_due.party, day_due.point_type_no AS "pointTypeNo"`;
}

/** Takes a lane that is one piece of work, unless others are at it. */
export async function takeDueLane(tx: Tx, { programId, day, step }: OpenRun): Promise<number | null> {
  // Not materialized, the subquery would run again for each row, and then find the next lane free.
  const [row] = await tx.$queryRaw<{ lane: number }[]>`
    WITH free AS MATERIALIZED (
      SELECT lane FROM day_due
      WHERE program_id = ${programId}::uuid AND day = ${day}::date AND step = ${step} AND point_type_no = ${ALL_TYPES}
      ORDER BY lane
      LIMIT 1
      FOR UPDATE SKIP LOCKED
    )
    DELETE FROM day_due USING free
    WHERE program_id = ${programId}::uuid AND day = ${day}::date AND step = ${step} AND day_due.lane = free.lane
      AND point_type_no = ${ALL_TYPES}
    RETURNING day_due.lane`;
  return row?.lane ?? null;
}

/**
 * Lists members and pools of a lane in the place of the lane, for each of whom the work is one piece then.
 * @returns false where somebody else has taken the lane off the list
 */
export async function divideDueLane(
  tx: Tx,
  { programId, day, step }: OpenRun,
  lane: number,
  parties: readonly string[],
): Promise<boolean> {
  const taken = await tx.$executeRaw`
    DELETE FROM day_due
    WHERE program_id = ${programId}::uuid AND day = ${day}::date AND step = ${step} AND lane = ${lane}::smallint
      AND point_type_no = ${ALL_TYPES}`;
  if (taken === 0) return false;
  await tx.$executeRaw`
    INSERT INTO day_due (program_id, day, step, lane, party, point_type_no, lots)
    SELECT ${programId}::uuid, ${day}::date, ${step}, ${lane}::smallint, party, ${SPENDABLE_POINT_TYPE}, 0
    FROM unnest(${[...parties]}::uuid[]) AS party`;
  await tx.$executeRaw`
    UPDATE day_run SET due = due + ${parties.length - taken}
    WHERE program_id = ${programId}::uuid AND day = ${day}::date`;
  return true;
}
