import type { Tx } from "@/lib/db";
import { POINTS_POSTED } from "@/lib/wallet/schema";

/** What a text may name a member by. */
export type Names = {
  memberId: string;
  typeId: string;
  /** `member:<id>`, as callers of the product are named. */
  memberRef: string;
  /** What people and other systems call them: numbers, address, phone, name. */
  words: readonly string[];
};

/** Shorter words, such as the customer number 17, mean something else in most texts. */
const SHORTEST = 5;

/** A pattern that finds a word on its own: not as a part of a longer one. */
function patternOf({ memberId, typeId, words }: Names): string {
  const telling = [memberId, typeId, ...words.filter((word) => word.length >= SHORTEST)];
  const escaped = telling.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return `(^|[^[:alnum:]])(${escaped.join("|")})($|[^[:alnum:]])`;
}

/** What separates the fields of a line. */
const BETWEEN_FIELDS = '[,;\t|"]+';

/** Jobs whose file or staged lines name the member and that are still at work: they have to end first. */
export async function countJobsUnderWay(tx: Tx, programId: string, names: Names): Promise<number> {
  const [row] = await tx.$queryRaw<{ jobs: bigint }[]>`
    SELECT count(*) AS jobs FROM (
      SELECT import_id FROM import
      WHERE program_id = ${programId}::uuid AND state IN ('staging', 'grouping', 'posting')
        AND EXISTS (SELECT FROM import_line
                    WHERE import_line.program_id = ${programId}::uuid AND import_line.import_id = import.import_id
                      AND member_key = ANY (${[names.typeId, ...names.words]}::text[]))
      UNION ALL
      SELECT job_id FROM credit_job
      WHERE program_id = ${programId}::uuid AND state = 'posting'
        AND EXISTS (SELECT FROM credit_line
                    WHERE credit_line.program_id = ${programId}::uuid AND credit_line.job_id = credit_job.job_id
                      AND member_id = ${names.memberId}::uuid)
    ) AS under_way`;
  return Number(row?.jobs ?? 0);
}

/**
 * Removes rows that name the member in what was kept for a while: staged and refused lines of files, answers for replay,
 * announcements, single baskets that were simulated.
 * @param causeIds lines of statements that have words of theirs, also those of others
 * @returns rows by table
 */
export async function removeMentions(
  tx: Tx,
  programId: string,
  names: Names,
  causeIds: readonly string[],
): Promise<Record<string, number>> {
  const pattern = patternOf(names);
  const { typeId, memberId, memberRef, words } = names;
  return {
    import_line: await tx.$executeRaw`
      DELETE FROM import_line
      WHERE program_id = ${programId}::uuid AND member_key = ANY (${[typeId, ...words]}::text[])`,
    import_reject: await tx.$executeRaw`
      DELETE FROM import_reject
      WHERE program_id = ${programId}::uuid AND (content ~ ${pattern}
        OR regexp_split_to_array(content, ${BETWEEN_FIELDS}) && ${[typeId, ...words]}::text[])`,
    credit_reject: await tx.$executeRaw`
      DELETE FROM credit_reject
      WHERE program_id = ${programId}::uuid AND (content ~ ${pattern}
        OR regexp_split_to_array(content, ${BETWEEN_FIELDS}) && ${[typeId, ...words]}::text[])`,
    idempotency: await tx.$executeRaw`
      DELETE FROM idempotency
      WHERE program_id = ${programId}::uuid AND (caller = ${memberRef} OR response::text ~ ${pattern})`,
    simulation_example: await tx.$executeRaw`
      DELETE FROM simulation_example
      WHERE program_id = ${programId}::uuid AND (strpos(content::text, ${memberId}) > 0
        OR strpos(content::text, ${typeId}) > 0 OR content::text ~ ${pattern})`,
    ...(await removeByAddress(tx, programId, words)),
    simulation: await removeTriedBaskets(tx, programId, memberId, typeId),
    outbox: await scrubOutbox(tx, programId, names, causeIds),
  };
}

/** What was sent to the member's address before it was theirs, and the codes that prove it. */
async function removeByAddress(
  tx: Tx,
  programId: string,
  words: readonly string[],
): Promise<Record<string, number>> {
  const addresses = words.filter((word) => word.includes("@"));
  return {
    mail: await tx.$executeRaw`
      DELETE FROM mail WHERE program_id = ${programId}::uuid AND recipient = ANY (${addresses}::text[])`,
    email_code: await tx.$executeRaw`
      DELETE FROM email_code WHERE program_id = ${programId}::uuid AND email = ANY (${addresses}::text[])`,
  };
}

async function removeTriedBaskets(
  tx: Tx,
  programId: string,
  memberId: string,
  typeId: string,
): Promise<number> {
  await tx.$executeRaw`
    DELETE FROM simulation_example USING simulation
    WHERE simulation_example.program_id = ${programId}::uuid AND simulation.program_id = ${programId}::uuid
      AND simulation.simulation_id = simulation_example.simulation_id
      AND (strpos(simulation.request::text, ${memberId}) > 0 OR strpos(simulation.request::text, ${typeId}) > 0)`;
  return tx.$executeRaw`
    DELETE FROM simulation
    WHERE program_id = ${programId}::uuid
      AND (strpos(request::text, ${memberId}) > 0 OR strpos(request::text, ${typeId}) > 0)`;
}

/** Movements stay announced, without their reasons; everything else that names the member goes. */
async function scrubOutbox(
  tx: Tx,
  programId: string,
  { memberId, typeId }: Names,
  causeIds: readonly string[],
): Promise<number> {
  const scrubbed = await tx.$executeRaw`
    UPDATE outbox
    SET payload = redact_json(payload::jsonb, '{memberId,causeId,kind,at}', '{}', '{}')::json
    WHERE program_id = ${programId}::uuid AND topic = ${POINTS_POSTED} AND EXISTS (
      SELECT FROM json_array_elements(payload -> 'items') AS item
      WHERE item ->> 'memberId' = ${memberId} OR item ->> 'causeId' = ANY (${[...causeIds]}::text[]))`;
  const removed = await tx.$executeRaw`
    DELETE FROM outbox
    WHERE program_id = ${programId}::uuid AND topic <> ${POINTS_POSTED}
      AND (strpos(payload::text, ${memberId}) > 0 OR strpos(payload::text, ${typeId}) > 0)`;
  return scrubbed + removed;
}
