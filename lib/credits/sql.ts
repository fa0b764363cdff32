import { Prisma, type Tx } from "@/lib/db";
import type { CheckedLine, RefusedLine } from "./parse-line";
import type { CreditState } from "./schema";

export type CreditKey = { programId: string; jobId: string };

const ofJob = ({ programId, jobId }: CreditKey) =>
  Prisma.sql`program_id = ${programId}::uuid AND job_id = ${jobId}::uuid`;

/**
 * Locks a job that has something to do and that nobody else is at: the one that has waited longest. The lock ends
 * with the transaction, so a process that dies leaves the job to the others at once.
 * @param only looks at this job alone
 */
export async function lockOpenJob(
  tx: Tx,
  only: CreditKey | null,
): Promise<(CreditKey & { state: CreditState }) | null> {
  const scope = only === null ? Prisma.empty : Prisma.sql`AND ${ofJob(only)}`;
  const [row] = await tx.$queryRaw<(CreditKey & { state: CreditState })[]>`
    SELECT program_id AS "programId", job_id AS "jobId", state::text AS state FROM credit_job
    WHERE (state IN ('checking', 'posting') OR (state IN ('done', 'cancelled') AND cleared_at IS NULL))
      AND (not_before IS NULL OR not_before <= clock_timestamp()) ${scope}
    ORDER BY not_before NULLS FIRST, job_id
    LIMIT 1
    FOR NO KEY UPDATE SKIP LOCKED`;
  return row ?? null;
}

/** Lets others have their turn, or a fault its pause: the job is left alone for so many milliseconds. */
export async function postponeJob(tx: Tx, key: CreditKey, milliseconds: number): Promise<void> {
  await tx.$executeRaw`
    UPDATE credit_job SET not_before = clock_timestamp() + make_interval(secs => ${milliseconds / 1_000})
    WHERE ${ofJob(key)}`;
}

export async function insertLines(tx: Tx, key: CreditKey, lines: readonly CheckedLine[]): Promise<void> {
  if (lines.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO credit_line (program_id, job_id, line_no, member_id, lane, point_type_no, points, reason, content)
    SELECT ${key.programId}::uuid, ${key.jobId}::uuid, line_no, member_id, lane, point_type_no, points, reason, content
    FROM unnest(
      ${lines.map((line) => line.lineNo)}::bigint[], ${lines.map((line) => line.memberId)}::uuid[],
      ${lines.map((line) => line.lane)}::smallint[], ${lines.map((line) => line.pointTypeNo)}::smallint[],
      ${lines.map((line) => line.points)}::bigint[], ${lines.map((line) => line.reason)}::text[],
      ${lines.map((line) => line.content)}::text[]
    ) AS line (line_no, member_id, lane, point_type_no, points, reason, content)`;
}

export async function insertRefused(tx: Tx, key: CreditKey, lines: readonly RefusedLine[]): Promise<void> {
  if (lines.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO credit_reject (program_id, job_id, line_no, code, reason, content)
    SELECT ${key.programId}::uuid, ${key.jobId}::uuid, line_no, code, reason, content
    FROM unnest(
      ${lines.map((line) => line.lineNo)}::bigint[], ${lines.map((line) => line.code)}::text[],
      ${lines.map((line) => line.reason)}::text[], ${lines.map((line) => line.content)}::text[]
    ) AS line (line_no, code, reason, content)`;
}

/** Refuses lines that say exactly what an earlier line of the file says: a member would get them twice. */
export async function refuseRepeats(tx: Tx, key: CreditKey): Promise<void> {
  // Statistics of a table that was empty a minute ago would pick plans for an empty table.
  await tx.$executeRaw`ANALYZE credit_line`;
  await tx.$executeRaw`
    WITH repeated AS MATERIALIZED (
      SELECT line_no, first_line FROM (
        SELECT line_no, min(line_no) OVER (PARTITION BY member_id, point_type_no, points, reason) AS first_line
        FROM credit_line WHERE ${ofJob(key)}
      ) AS line WHERE line_no > first_line
    ), removed AS (
      DELETE FROM credit_line USING repeated
      WHERE ${ofJob(key)} AND credit_line.line_no = repeated.line_no
      RETURNING credit_line.line_no, first_line, content
    )
    INSERT INTO credit_reject (program_id, job_id, line_no, code, reason, content)
    SELECT ${key.programId}::uuid, ${key.jobId}::uuid, line_no, 'repeated_line',
           'Line ' || first_line || ' gives the same member the same points for the same reason.', content
    FROM removed`;
}

export type CreditSums = { credits: bigint; points: bigint; members: bigint; refused: bigint };

export async function sumLines(tx: Tx, key: CreditKey): Promise<CreditSums> {
  const [sums] = await tx.$queryRaw<CreditSums[]>`
    SELECT count(*) AS credits, coalesce(sum(points), 0)::bigint AS points, count(DISTINCT member_id) AS members,
           (SELECT count(*) FROM credit_reject WHERE ${ofJob(key)}) AS refused
    FROM credit_line WHERE ${ofJob(key)}`;
  return sums ?? { credits: 0n, points: 0n, members: 0n, refused: 0n };
}

export type TakenLine = Omit<CheckedLine, "lineNo" | "points"> & { lineNo: bigint; points: bigint };

/** Takes the next lines out of the staged ones, in the order of the file. */
export async function takeLines(tx: Tx, key: CreditKey, limit: number): Promise<TakenLine[]> {
  return tx.$queryRaw<TakenLine[]>`
    WITH taken AS (
      DELETE FROM credit_line
      WHERE ${ofJob(key)} AND line_no IN (
        SELECT line_no FROM credit_line WHERE ${ofJob(key)} ORDER BY line_no LIMIT ${limit})
      RETURNING line_no, member_id, lane, point_type_no, points, reason, content
    )
    SELECT line_no AS "lineNo", member_id AS "memberId", lane, point_type_no AS "pointTypeNo", points, reason, content
    FROM taken ORDER BY line_no`;
}

/** Removes some of what is staged. @returns how many lines went */
export async function deleteLines(tx: Tx, key: CreditKey, limit: number): Promise<number> {
  return tx.$executeRaw`
    DELETE FROM credit_line
    WHERE ${ofJob(key)} AND line_no IN (
      SELECT line_no FROM credit_line WHERE ${ofJob(key)} ORDER BY line_no LIMIT ${limit})`;
}

export async function countRefusals(tx: Tx, key: CreditKey): Promise<{ code: string; lines: bigint }[]> {
  return tx.$queryRaw`
    SELECT code, count(*) AS lines FROM credit_reject WHERE ${ofJob(key)}
    GROUP BY code ORDER BY count(*) DESC, code`;
}

export async function sumByPointType(
  tx: Tx,
  key: CreditKey,
): Promise<{ pointTypeNo: number; lines: bigint; points: bigint }[]> {
  return tx.$queryRaw`
    SELECT point_type_no AS "pointTypeNo", count(*) AS lines, sum(points)::bigint AS points
    FROM credit_line WHERE ${ofJob(key)} GROUP BY point_type_no ORDER BY point_type_no`;
}

/** The lines that give most, with the names of their members. */
export async function largestLines(
  tx: Tx,
  key: CreditKey,
  limit: number,
): Promise<
  {
    lineNo: bigint;
    memberId: string;
    memberName: string;
    pointTypeNo: number;
    points: bigint;
    reason: string;
  }[]
> {
  return tx.$queryRaw`
    SELECT line.line_no AS "lineNo", line.member_id AS "memberId", member.name AS "memberName",
           line.point_type_no AS "pointTypeNo", line.points, line.reason
    FROM (
      SELECT * FROM credit_line WHERE ${ofJob(key)} ORDER BY points DESC, line_no LIMIT ${limit}
    ) AS line
    JOIN member ON member.program_id = line.program_id AND member.member_id = line.member_id
    ORDER BY line.points DESC, line.line_no`;
}
