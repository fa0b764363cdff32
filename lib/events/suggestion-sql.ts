import { Prisma, type Tx } from "@/lib/db";
import type { SuggestionField } from "./schema";

/** How far back values are looked for: the cost does not grow with the program. */
const RECENT_EVENTS = 3_000;
const RECENT_MEMBERS = 2_000;
const MAX_VALUES = 2_000;

type OfMembers = "memberAttribute" | "tag";
type OfEvents = Exclude<SuggestionField, OfMembers>;

const LINES = Prisma.sql`recent CROSS JOIN LATERAL json_array_elements(recent.payload->'lines') AS line`;
const PURCHASES = Prisma.sql`recent`;

/** Where each value is found, and what of it. */
const VALUES: Record<OfEvents, { from: Prisma.Sql; value: Prisma.Sql }> = {
  category: { from: LINES, value: Prisma.sql`line->>'category'` },
  brand: { from: LINES, value: Prisma.sql`line->>'brand'` },
  sku: { from: LINES, value: Prisma.sql`line->>'sku'` },
  name: { from: LINES, value: Prisma.sql`line->>'name'` },
  store: { from: PURCHASES, value: Prisma.sql`recent.payload->>'store'` },
  channel: { from: PURCHASES, value: Prisma.sql`recent.payload->>'channel'` },
  device: { from: PURCHASES, value: Prisma.sql`recent.payload->>'device'` },
  lineAttribute: {
    from: Prisma.sql`${LINES} CROSS JOIN LATERAL json_object_keys(line->'attributes') AS label`,
    value: Prisma.sql`label`,
  },
  event: { from: PURCHASES, value: Prisma.sql`substring(recent.type FROM '^custom:(.*)$')` },
  attribute: {
    from: Prisma.sql`recent CROSS JOIN LATERAL json_object_keys(recent.payload->'attributes') AS attribute`,
    value: Prisma.sql`attribute`,
  },
};

/** The values of a field in the latest events, those seen most often first. */
export async function selectRecentValues(tx: Tx, programId: string, field: OfEvents): Promise<string[]> {
  const { from, value } = VALUES[field];
  const rows = await tx.$queryRaw<{ value: string }[]>`
    WITH recent AS MATERIALIZED (
      SELECT type, payload FROM event
      WHERE program_id = ${programId}::uuid
      ORDER BY event_id DESC
      LIMIT ${RECENT_EVENTS}
    )
    SELECT value FROM (SELECT ${value} AS value FROM ${from}) AS seen
    WHERE value <> ''
    GROUP BY value
    ORDER BY count(*) DESC, value
    LIMIT ${MAX_VALUES}`;
  return rows.map((row) => row.value);
}

/** The names of attributes, or the tags, of the latest members. */
export async function selectRecentNames(tx: Tx, programId: string, field: OfMembers): Promise<string[]> {
  const names =
    field === "tag" ? Prisma.sql`unnest(recent.tags)` : Prisma.sql`jsonb_object_keys(recent.attributes)`;
  const rows = await tx.$queryRaw<{ value: string }[]>`
    WITH recent AS MATERIALIZED (
      SELECT tags, attributes FROM member
      WHERE program_id = ${programId}::uuid
      ORDER BY member_id DESC
      LIMIT ${RECENT_MEMBERS}
    )
    SELECT value FROM recent CROSS JOIN LATERAL ${names} AS value
    GROUP BY value
    ORDER BY count(*) DESC, value
    LIMIT ${MAX_VALUES}`;
  return rows.map((row) => row.value);
}
