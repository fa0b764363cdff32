import type { Tx } from "@/lib/db";

/** Deletes announcements with ids below a bound, program by program over the primary key. @returns how many */
export async function deleteOutboxBelow(tx: Tx, bound: string, limit: number): Promise<number> {
  return tx.$executeRaw`
    DELETE FROM outbox USING (
      SELECT old.program_id, old.outbox_id
      FROM program
      CROSS JOIN LATERAL (
        SELECT program_id, outbox_id FROM outbox
        WHERE outbox.program_id = program.program_id AND outbox_id < ${bound}::uuid
        ORDER BY outbox_id
        LIMIT ${limit}
      ) AS old
      LIMIT ${limit}
    ) AS old
    WHERE outbox.program_id = old.program_id AND outbox.outbox_id = old.outbox_id`;
}

/** Deletes answers kept for replay that were given before an instant. @returns how many */
export async function deleteIdempotencyBefore(tx: Tx, instant: Date, limit: number): Promise<number> {
  return tx.$executeRaw`
    DELETE FROM idempotency USING (
      SELECT program_id, caller, key FROM idempotency
      WHERE created_at < ${instant.toISOString()}::timestamptz
      ORDER BY created_at
      LIMIT ${limit}
    ) AS old
    WHERE idempotency.program_id = old.program_id AND idempotency.caller = old.caller
      AND idempotency.key = old.key AND idempotency.created_at < ${instant.toISOString()}::timestamptz`;
}

/** Deletes sessions of members that began before an instant, and so have run out. @returns how many */
export async function deleteSessionsBefore(tx: Tx, instant: Date, limit: number): Promise<number> {
  return tx.$executeRaw`
    DELETE FROM member_session USING (
      SELECT program_id, session_id FROM member_session
      WHERE started_at < ${instant.toISOString()}::timestamptz
      ORDER BY started_at
      LIMIT ${limit}
    ) AS old
    WHERE member_session.program_id = old.program_id AND member_session.session_id = old.session_id`;
}

/**
 * Pictures that were not uploaded since an instant and that neither a program, nor a reward, nor what was promised of one
 * refers to.
 */
export async function selectUnusedImages(
  tx: Tx,
  uploadedBefore: Date,
  limit: number,
): Promise<{ programId: string; imageId: string }[]> {
  return tx.$queryRaw`
    SELECT image.program_id AS "programId", image.image_id AS "imageId" FROM image
    WHERE image.last_uploaded_at < ${uploadedBefore.toISOString()}::timestamptz
      AND NOT EXISTS (
        SELECT FROM program
        WHERE program.program_id = image.program_id
          AND image.image_id IN (program.logo_image_id, program.card_image_id))
      AND NOT EXISTS (
        SELECT FROM reward
        WHERE reward.program_id = image.program_id AND reward.image_id = image.image_id)
      AND NOT EXISTS (
        SELECT FROM redemption
        WHERE redemption.program_id = image.program_id AND redemption.reward ->> 'imageId' = image.image_id::text)
    ORDER BY image.last_uploaded_at
    LIMIT ${limit}`;
}

/** Files of uploads that some import, credit job, file of codes or simulation is of. */
export async function selectKnownFiles(tx: Tx, fileKeys: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ fileKey: string }[]>`
    SELECT file_key AS "fileKey" FROM import WHERE file_key = ANY (${[...fileKeys]}::text[])
    UNION SELECT file_key FROM credit_job WHERE file_key = ANY (${[...fileKeys]}::text[])
    UNION SELECT file_key FROM code_upload WHERE file_key = ANY (${[...fileKeys]}::text[])
    UNION SELECT file_key FROM simulation WHERE file_key = ANY (${[...fileKeys]}::text[])`;
  return rows.map(({ fileKey }) => fileKey);
}

/** Imports that were uploaded before an instant and never started. */
export async function selectUnmapped(
  tx: Tx,
  uploadedBefore: Date,
  limit: number,
): Promise<{ programId: string; importId: string }[]> {
  return tx.$queryRaw`
    SELECT program_id AS "programId", import_id AS "importId" FROM import
    WHERE state = 'uploaded' AND created_at < ${uploadedBefore.toISOString()}::timestamptz
    ORDER BY created_at
    LIMIT ${limit}`;
}
