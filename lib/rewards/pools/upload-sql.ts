import type { Tx } from "@/lib/db";
import type { CodeLine, RefusedLine } from "./read-line";

export type UploadKey = { programId: string; uploadId: string };

/**
 * Locks a file of codes that is to be read on and that nobody else is at. The lock ends with the transaction, so a
 * process that dies leaves the file to the others at once.
 * @param only looks at this file alone
 */
export async function lockOpenUpload(tx: Tx, only: UploadKey | null): Promise<UploadKey | null> {
  const [row] = await tx.$queryRaw<UploadKey[]>`
    SELECT program_id AS "programId", upload_id AS "uploadId" FROM code_upload
    WHERE state = 'reading' AND (not_before IS NULL OR not_before <= clock_timestamp())
      AND (${only?.uploadId ?? null}::uuid IS NULL
           OR (program_id = ${only?.programId ?? null}::uuid AND upload_id = ${only?.uploadId ?? null}::uuid))
    ORDER BY upload_id
    LIMIT 1
    FOR NO KEY UPDATE SKIP LOCKED`;
  return row ?? null;
}

/** Keeps others from numbering codes of the pool meanwhile. @returns the highest number so far */
export async function lockNumbers(tx: Tx, programId: string, poolId: string): Promise<number> {
  await tx.$queryRaw`
    SELECT FROM code_pool WHERE program_id = ${programId}::uuid AND pool_id = ${poolId}::uuid FOR NO KEY UPDATE`;
  const [row] = await tx.$queryRaw<{ last: bigint }[]>`
    SELECT coalesce(max(code_no), 0) AS last FROM pool_code
    WHERE program_id = ${programId}::uuid AND pool_id = ${poolId}::uuid`;
  return Number(row?.last ?? 0n);
}

/**
 * Puts codes into a pool, numbered by their places after `last`. What the program has already, as a code of any pool or
 * as a voucher, does not go in a second time. In the order of the codes, so that two files that share some wait for
 * each other rather than deadlock.
 * @returns how many went in
 */
export async function insertCodes(
  tx: Tx,
  { programId, uploadId, poolId }: UploadKey & { poolId: string },
  last: number,
  lines: readonly CodeLine[],
): Promise<number> {
  if (lines.length === 0) return 0;
  return tx.$executeRaw`
    INSERT INTO pool_code (program_id, pool_id, code_no, code, upload_id, expires_on)
    SELECT ${programId}::uuid, ${poolId}::uuid, ${last}::bigint + line.place, line.code, ${uploadId}::uuid, line.expires_on
    FROM unnest(${lines.map(({ code }) => code)}::text[], ${lines.map(({ expiresOn }) => expiresOn)}::date[])
      WITH ORDINALITY AS line (code, expires_on, place)
    WHERE NOT EXISTS (
      SELECT FROM voucher WHERE voucher.program_id = ${programId}::uuid AND voucher.code = line.code)
    ORDER BY line.code, line.place
    ON CONFLICT (program_id, code) DO NOTHING`;
}

/** The codes of a page that did not go in, with the reason. */
export async function findDuplicates(
  tx: Tx,
  { programId, uploadId, poolId }: UploadKey & { poolId: string },
  last: number,
  lines: readonly CodeLine[],
): Promise<RefusedLine[]> {
  return tx.$queryRaw<RefusedLine[]>`
    SELECT line.no AS line, line.code,
           CASE WHEN known.upload_id = ${uploadId}::uuid THEN 'duplicate_in_file' ELSE 'duplicate_in_program' END AS reason
    FROM unnest(${lines.map(({ code }) => code)}::text[], ${lines.map(({ line }) => line)}::int[])
      WITH ORDINALITY AS line (code, no, place)
    LEFT JOIN pool_code AS known ON known.program_id = ${programId}::uuid AND known.code = line.code
    WHERE known.code_no IS DISTINCT FROM ${last}::bigint + line.place OR known.pool_id <> ${poolId}::uuid`;
}

export async function insertRefused(
  tx: Tx,
  { programId, uploadId }: UploadKey,
  lines: readonly RefusedLine[],
): Promise<void> {
  if (lines.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO refused_code (program_id, upload_id, line, code, reason)
    SELECT ${programId}::uuid, ${uploadId}::uuid, line, code, reason
    FROM unnest(${lines.map(({ line }) => line)}::int[], ${lines.map(({ code }) => code)}::text[],
                ${lines.map(({ reason }) => reason)}::text[]) AS line (line, code, reason)`;
}

/** Lets a fault have its pause: the file is left alone for so many milliseconds. */
export async function postponeUpload(tx: Tx, key: UploadKey, milliseconds: number): Promise<void> {
  await tx.$executeRaw`
    UPDATE code_upload SET not_before = clock_timestamp() + make_interval(secs => ${milliseconds / 1_000})
    WHERE program_id = ${key.programId}::uuid AND upload_id = ${key.uploadId}::uuid`;
}
