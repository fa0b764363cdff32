import { Prisma, type Tx } from "@/lib/db";

/** Texts of stored events that say nothing of a person, and parts of events that always do. */
const EVENT_KEPT =
  "{type,source,occurredAt,currency,partyId,expiresOn,causeId,graceUntil,from,pool,member,purchaseSource}";
const EVENT_DROPPED = "{attributes,codes,device,store,channel,sku,category,brand,message,reason,file}";

/**
 * What stays of events: when they were, of what kind, amounts and quantities. What was bought, where and how, and every
 * id of the sender's goes; the hash becomes one of the event's own id, which nobody can guess a payload by.
 * @param which a condition on `event`
 */
function scrubEventsWhere(tx: Tx, which: Prisma.Sql): Promise<number> {
  return tx.$executeRaw`
    UPDATE event
    SET external_id = event_id::text, payload_hash = sha256(convert_to(event_id::text, 'UTF8')),
        payload = (
          redact_json(payload::jsonb, ${EVENT_KEPT}::text[], '{}', ${EVENT_DROPPED}::text[])
          || jsonb_build_object('id', event_id::text)
          || CASE WHEN type LIKE 'custom:%' THEN jsonb_build_object('name', substr(type, 8)) ELSE '{}' END
        )::json
    WHERE ${which} AND external_id <> event_id::text`;
}

/** @returns how many events of the member were scrubbed */
export async function scrubEvents(tx: Tx, programId: string, memberId: string): Promise<number> {
  return scrubEventsWhere(tx, Prisma.sql`program_id = ${programId}::uuid AND member_id = ${memberId}::uuid`);
}

/**
 * The same for what brings words of the member to others: points that they sent, and points that left a pool which
 * they ran and named.
 */
export async function scrubArrivals(tx: Tx, programId: string, memberId: string): Promise<number> {
  return scrubEventsWhere(
    tx,
    Prisma.sql`program_id = ${programId}::uuid AND event_id IN (
      SELECT arrival_id FROM points_transfer
      WHERE program_id = ${programId}::uuid
        AND (from_member = ${memberId}::uuid OR to_member = ${memberId}::uuid)
      UNION ALL
      SELECT event.event_id FROM pool
      JOIN LATERAL (
        SELECT member_id FROM pool_member WHERE program_id = ${programId}::uuid AND pool_id = pool.pool_id
        UNION ALL
        SELECT pool.pool_id
      ) AS party ON TRUE
      JOIN event ON event.program_id = ${programId}::uuid AND event.member_id = party.member_id
        AND event.type = 'arrival' AND event.payload #>> '{subject,pool}' = pool.pool_id::text
      WHERE pool.program_id = ${programId}::uuid AND pool.owner_id = ${memberId}::uuid)`,
  );
}

/**
 * The lines of statements that have words of or about the member: their own, those of points that they sent or were
 * sent, and those of pools that they ran or took part in.
 */
export async function listCauses(tx: Tx, programId: string, memberId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ causeId: string }[]>`
    SELECT cause_id AS "causeId" FROM decision
    WHERE program_id = ${programId}::uuid AND member_id = ${memberId}::uuid
    UNION
    SELECT unnest(ARRAY[transfer_id, arrival_id]) FROM points_transfer
    WHERE program_id = ${programId}::uuid AND (from_member = ${memberId}::uuid OR to_member = ${memberId}::uuid)
    UNION
    SELECT decision.cause_id FROM pool
    JOIN LATERAL (
      SELECT member_id FROM pool_member WHERE program_id = ${programId}::uuid AND pool_id = pool.pool_id
      UNION ALL
      SELECT pool.pool_id
    ) AS party ON TRUE
    JOIN decision ON decision.program_id = ${programId}::uuid AND decision.member_id = party.member_id
      AND decision.outcome #>> '{subject,pool}' = pool.pool_id::text
    WHERE pool.program_id = ${programId}::uuid AND pool.owner_id = ${memberId}::uuid
    UNION
    SELECT decision.cause_id FROM pool_member
    JOIN decision ON decision.program_id = ${programId}::uuid AND decision.member_id = pool_member.pool_id
      AND decision.outcome #>> '{subject,member}' = ${memberId}
    WHERE pool_member.program_id = ${programId}::uuid AND pool_member.member_id = ${memberId}::uuid`;
  return rows.map(({ causeId }) => causeId);
}

/** Takes the words out of lines of statements. The product's role may do so through this function alone. */
export async function scrubDecisions(
  tx: Tx,
  programId: string,
  causeIds: readonly string[],
): Promise<number> {
  const [row] = await tx.$queryRaw<{ scrubbed: bigint }[]>`
    SELECT scrub_decisions(${programId}::uuid, ${[...causeIds]}::uuid[]) AS scrubbed`;
  return Number(row?.scrubbed ?? 0);
}

/** Audit rows that a member did, or that name them. */
export async function listAudits(
  tx: Tx,
  programId: string,
  names: { memberRef: string; typeId: string; memberId: string },
): Promise<string[]> {
  const { memberRef, typeId, memberId } = names;
  const rows = await tx.$queryRaw<{ auditId: string }[]>`
    SELECT audit_id AS "auditId" FROM audit
    WHERE program_id = ${programId}::uuid AND detail <> '{}'
      AND (target = ${typeId} OR actor = ${memberRef}
           OR strpos(detail::text, ${typeId}) > 0 OR strpos(detail::text, ${memberId}) > 0)`;
  return rows.map(({ auditId }) => auditId);
}

/** Takes the words out of audit rows. The product's role may do so through this function alone. */
export async function scrubAudit(tx: Tx, programId: string, auditIds: readonly string[]): Promise<number> {
  const [row] = await tx.$queryRaw<{ scrubbed: bigint }[]>`
    SELECT scrub_audit(${programId}::uuid, ${[...auditIds]}::uuid[]) AS scrubbed`;
  return Number(row?.scrubbed ?? 0);
}
