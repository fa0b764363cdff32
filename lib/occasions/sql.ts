import { jsonTexts, type SqlTx } from "@/lib/db";
import { OWN_SOURCE } from "./schema";

export type OccasionRow = {
  eventId: string;
  externalId: string;
  type: string;
  memberId: string;
  lane: number;
  occurredAt: Date;
  /** JSON */
  payload: string;
  /** SHA-256 in hex */
  payloadHash: string;
};

/** Which of these events a campaign in force begins with. */
export async function selectAwaited(
  tx: SqlTx,
  programId: string,
  names: readonly string[],
): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ name: string }[]>`
    SELECT DISTINCT version.definition->'trigger'->>'name' AS name
    FROM program
    JOIN rule_set ON rule_set.program_id = program.program_id AND rule_set.version = program.rule_set_version
    CROSS JOIN LATERAL jsonb_array_elements(rule_set.campaigns) AS entry (campaign)
    JOIN campaign_version AS version ON version.program_id = rule_set.program_id
      AND version.campaign_id = (entry.campaign->>'campaignId')::uuid
      AND version.version = (entry.campaign->>'version')::int
    WHERE program.program_id = ${programId}::uuid
      AND version.definition->'trigger'->>'name' = ANY (${[...names]}::text[])`;
  return new Set(rows.map(({ name }) => name));
}

/** Stores occasions as events and queues them; one that is known by its external id is left out. */
export async function insertOccasionRows(
  tx: SqlTx,
  programId: string,
  rows: readonly OccasionRow[],
  now: Date,
): Promise<void> {
  // Whoever notices the same things meets them in the same order.
  const ordered = [...rows].sort((one, other) => (one.externalId < other.externalId ? -1 : 1));
  await tx.$executeRaw`
    WITH item AS (
      SELECT * FROM unnest(
        ${ordered.map((row) => row.eventId)}::uuid[], ${ordered.map((row) => row.externalId)}::text[],
        ${ordered.map((row) => row.type)}::text[], ${ordered.map((row) => row.memberId)}::uuid[],
        ${ordered.map((row) => row.lane)}::smallint[],
        ${ordered.map((row) => row.occurredAt.toISOString())}::timestamptz[],
        ${jsonTexts(ordered.map((row) => row.payload))}, ${ordered.map((row) => row.payloadHash)}::text[]
      ) AS item (event_id, external_id, type, member_id, lane, occurred_at, payload, payload_hash)
    ), stored AS (
      INSERT INTO event (program_id, event_id, source, external_id, type, member_id, occurred_at, received_at,
                         payload, payload_hash)
      SELECT ${programId}::uuid, event_id, ${OWN_SOURCE}, external_id, type, member_id, occurred_at,
             ${now.toISOString()}::timestamptz, payload::json, decode(payload_hash, 'hex')
      FROM item
      ON CONFLICT (program_id, source, external_id) DO NOTHING
      RETURNING event_id
    )
    INSERT INTO queue (program_id, lane, event_id)
    SELECT ${programId}::uuid, item.lane, event_id FROM item JOIN stored USING (event_id)`;
}
