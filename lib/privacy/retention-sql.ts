import { lowestId } from "@/lib/core/ids";
import { Prisma, type Tx } from "@/lib/db";
import { scrubAudit } from "./erase-records-sql";
import type { RetentionRule } from "./schema";

/** What of a program a rule is about: what is older than an instant, behind what was looked at before. */
export type Span = { programId: string; before: Date; after: string };

/** Sorts before every id. */
export const FROM_THE_BEGINNING = "00000000-0000-0000-0000-000000000000";

const at = (instant: Date) => Prisma.sql`${instant.toISOString()}::timestamptz`;

/** The ids that a rule concerns, as a query; ids of events and audit rows are in order of time. */
const CONCERNED: Record<RetentionRule, (span: Span) => Prisma.Sql> = {
  messages: ({ programId, before, after }) => Prisma.sql`
    SELECT message_id AS id FROM message
    WHERE program_id = ${programId}::uuid AND message_id > ${after}::uuid AND sent_at < ${at(before)}`,
  mails: ({ programId, before, after }) => Prisma.sql`
    SELECT mail_id AS id FROM mail
    WHERE program_id = ${programId}::uuid AND mail_id > ${after}::uuid AND created_at < ${at(before)}
      AND state <> 'waiting'`,
  auditDetails: ({ programId, before, after }) => Prisma.sql`
    SELECT audit_id AS id FROM audit
    WHERE program_id = ${programId}::uuid AND audit_id > ${after}::uuid
      AND audit_id < ${lowestId(before.getTime())}::uuid AND detail <> '{}'`,
  eventDetails: ({ programId, before, after }) => Prisma.sql`
    SELECT event_id AS id FROM event
    WHERE program_id = ${programId}::uuid AND event_id > ${after}::uuid
      AND event_id < ${lowestId(before.getTime())}::uuid AND type <> 'arrival'`,
  inactiveMembers: ({ programId, before, after }) => Prisma.sql`
    SELECT member_id AS id FROM member
    WHERE program_id = ${programId}::uuid AND member_id > ${after}::uuid AND status <> 'closed'
      AND joined_at < ${at(before)} AND coalesce(last_sign_in_at, joined_at) < ${at(before)}
      AND NOT EXISTS (
        SELECT FROM event
        WHERE event.program_id = ${programId}::uuid AND event.member_id = member.member_id
          AND event.event_id >= ${lowestId(before.getTime())}::uuid)
      AND NOT EXISTS (
        SELECT FROM member_session
        WHERE member_session.program_id = ${programId}::uuid AND member_session.member_id = member.member_id
          AND member_session.seen_at >= ${at(before)})
      AND NOT EXISTS (
        SELECT FROM erasure
        WHERE erasure.program_id = ${programId}::uuid AND erasure.member_id = member.member_id
          AND erasure.state IN ('waiting', 'closing'))`,
};

/** How many rows or members a rule concerns. */
export async function countConcerned(tx: Tx, rule: RetentionRule, span: Span): Promise<number> {
  const [row] = await tx.$queryRaw<{ concerned: bigint }[]>`
    SELECT count(*) AS concerned FROM (${CONCERNED[rule](span)}) AS concerned`;
  return Number(row?.concerned ?? 0);
}

/** The next of them, in the order of their ids. */
export async function listConcerned(
  tx: Tx,
  rule: RetentionRule,
  span: Span,
  limit: number,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`${CONCERNED[rule](span)} ORDER BY 1 LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}

/** Carries a rule out for some ids. Inactive members are the caller's affair. */
export const CARRY_OUT: Record<
  Exclude<RetentionRule, "inactiveMembers">,
  (tx: Tx, programId: string, ids: readonly string[]) => Promise<number>
> = {
  messages: (tx, programId, ids) => tx.$executeRaw`
    DELETE FROM message WHERE program_id = ${programId}::uuid AND message_id = ANY (${[...ids]}::uuid[])`,
  mails: (tx, programId, ids) => tx.$executeRaw`
    DELETE FROM mail WHERE program_id = ${programId}::uuid AND mail_id = ANY (${[...ids]}::uuid[])`,
  auditDetails: scrubAudit,
  // What campaigns can count by stays: store, channel and what was bought. So what is kept of history stays provable.
  eventDetails: (tx, programId, ids) => tx.$executeRaw`
    UPDATE event
    SET payload = (
      (payload::jsonb - '{attributes,codes,device}'::text[])
      || CASE WHEN payload::jsonb ? 'lines' AND type = 'purchase' THEN jsonb_build_object('lines', (
           SELECT coalesce(jsonb_agg(line.item - 'name' ORDER BY line.place), '[]')
           FROM jsonb_array_elements(payload::jsonb -> 'lines') WITH ORDINALITY AS line (item, place)))
         ELSE '{}' END
    )::json
    WHERE program_id = ${programId}::uuid AND event_id = ANY (${[...ids]}::uuid[])`,
};

/** Notes that members are to be erased, for whom nobody asked. @returns how many */
export async function noteInactive(
  tx: Tx,
  programId: string,
  memberIds: readonly string[],
  { now, dueAt, by }: { now: Date; dueAt: Date; by: string },
): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO erasure (program_id, erasure_id, member_id, requested_by, requested_at, due_at)
    SELECT ${programId}::uuid, gen_random_uuid(), member_id, ${by}, ${at(now)}, ${at(dueAt)}
    FROM unnest(${[...memberIds]}::uuid[]) AS member_id
    ON CONFLICT DO NOTHING`;
}
