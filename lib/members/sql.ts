import { type Columns, Prisma, rowsOf, type SqlTx, type Tx } from "@/lib/db";
import { SPENDABLE_POINT_TYPE } from "@/lib/programs";
import type { MemberStatus, ResolvedMember } from "./schema";

/** A member about to be inserted. */
export type MemberRow = {
  memberId: string;
  accountId: string;
  externalId: string | null;
  cardNumber: string;
  lane: number;
  name: string;
  email: string | null;
  phone: string | null;
  attributes: string;
  joinedAt: Date;
  passwordHash: string | null;
  birthday: string | null;
  tier: string | null;
  /** JSON */
  tags: string;
  words: string[];
};

/**
 * Inserts members with their search words and their account for spendable points: three statements, whatever
 * their number. (As one statement the parts would be joined by a plan that knows nothing of their size.)
 * A row that meets an existing card number, external id or e-mail is left out.
 * @returns ids of the members that were inserted
 */
export async function insertMembers(tx: Tx, programId: string, rows: MemberRow[]): Promise<Set<string>> {
  const inserted = await tx.$queryRaw<{ memberId: string }[]>`
    INSERT INTO member (program_id, member_id, external_id, card_number, lane, name, email, phone, attributes,
                        joined_at, password_hash, birthday, tier, tags)
    SELECT ${programId}::uuid, member_id, external_id, card_number, lane, name, email, phone,
           attributes::jsonb, joined_at, password_hash, birthday, tier,
           ARRAY(SELECT jsonb_array_elements_text(tags::jsonb))
    FROM unnest(
      ${rows.map((row) => row.memberId)}::uuid[], ${rows.map((row) => row.externalId)}::text[],
      ${rows.map((row) => row.cardNumber)}::text[], ${rows.map((row) => row.lane)}::smallint[],
      ${rows.map((row) => row.name)}::text[], ${rows.map((row) => row.email)}::text[],
      ${rows.map((row) => row.phone)}::text[], ${rows.map((row) => row.attributes)}::text[],
      ${rows.map((row) => row.joinedAt.toISOString())}::timestamptz[],
      ${rows.map((row) => row.passwordHash)}::text[], ${rows.map((row) => row.birthday)}::date[],
      ${rows.map((row) => row.tier)}::text[], ${rows.map((row) => row.tags)}::text[]
    ) AS item (member_id, external_id, card_number, lane, name, email, phone, attributes, joined_at,
               password_hash, birthday, tier, tags)
    ON CONFLICT DO NOTHING
    RETURNING member_id AS "memberId"`;
  const ids = new Set(inserted.map((row) => row.memberId));
  const landed = rows.filter((row) => ids.has(row.memberId));
  await tx.$executeRaw`
    INSERT INTO account (program_id, account_id, kind, point_type_no, party)
    SELECT ${programId}::uuid, account_id, 'available', ${SPENDABLE_POINT_TYPE}::smallint, member_id
    FROM unnest(${landed.map((row) => row.accountId)}::uuid[], ${landed.map((row) => row.memberId)}::uuid[])
      AS item (account_id, member_id)`;
  await tx.$executeRaw`
    INSERT INTO member_search (program_id, word, member_id)
    SELECT ${programId}::uuid, word, member_id
    FROM unnest(
      ${landed.flatMap((row) => row.words)}::text[],
      ${landed.flatMap((row) => row.words.map(() => row.memberId))}::uuid[]
    ) AS item (word, member_id)`;
  return ids;
}

/** Replaces the words under which a member is found. */
export async function replaceSearchWords(
  tx: Tx,
  programId: string,
  memberId: string,
  words: string[],
): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM member_search
    WHERE program_id = ${programId}::uuid AND member_id = ${memberId}::uuid AND word <> ALL (${words}::text[])`;
  await tx.$executeRaw`
    INSERT INTO member_search (program_id, word, member_id)
    SELECT ${programId}::uuid, word, ${memberId}::uuid FROM unnest(${words}::text[]) AS word
    ON CONFLICT DO NOTHING`;
}

/** Sorts after every character that a word can hold: the words with a prefix lie between it and it + LAST. */
const LAST = "\u{10FFFF}";

export type SearchHit = { memberId: string; word: string };

/**
 * Members one of whose words starts with `lead` and who have, for each of `others`, a word that starts with
 * it. Walks the words in order from the cursor and stops at `limit`, so its cost does not grow with the number
 * of members. A member with several words under `lead` counts once, at the first of them.
 */
export function searchHitsQuery(search: {
  programId: string;
  lead: string;
  others: string[];
  status: MemberStatus | null;
  segment: string | null;
  after: SearchHit | null;
  limit: number;
}): Prisma.Sql {
  const { programId, lead, others, status, segment, after, limit } = search;
  const conditions = [
    Prisma.sql`hit.program_id = ${programId}::uuid AND hit.word >= ${lead} AND hit.word < ${`${lead}${LAST}`}`,
    Prisma.sql`NOT EXISTS (
      SELECT FROM member_search earlier
      WHERE earlier.program_id = hit.program_id AND earlier.member_id = hit.member_id
        AND earlier.word >= ${lead} AND earlier.word < hit.word)`,
    ...others.map(
      (prefix) => Prisma.sql`EXISTS (
      SELECT FROM member_search other
      WHERE other.program_id = hit.program_id AND other.member_id = hit.member_id
        AND other.word >= ${prefix} AND other.word < ${`${prefix}${LAST}`})`,
    ),
  ];
  if (after)
    conditions.push(Prisma.sql`(hit.word, hit.member_id) > (${after.word}, ${after.memberId}::uuid)`);
  if (status) {
    conditions.push(Prisma.sql`EXISTS (
      SELECT FROM member
      WHERE member.program_id = hit.program_id AND member.member_id = hit.member_id
        AND member.status = ${status}::member_status)`);
  }
  if (segment) {
    conditions.push(Prisma.sql`EXISTS (
      SELECT FROM segment_member
      WHERE segment_member.program_id = hit.program_id AND segment_member.segment_code = ${segment}
        AND segment_member.member_id = hit.member_id)`);
  }
  return Prisma.sql`
    SELECT hit.member_id AS "memberId", hit.word
    FROM member_search hit
    WHERE ${Prisma.join(conditions, " AND ")}
    ORDER BY hit.word, hit.member_id
    LIMIT ${limit}`;
}

/** The only member with a phone number of these digits. */
export async function findByPhone(
  tx: Tx,
  programId: string,
  digits: string,
): Promise<{ memberId: string; lane: number; status: MemberStatus; name: string } | null> {
  const rows = await tx.$queryRaw<{ memberId: string; lane: number; status: MemberStatus; name: string }[]>`
    SELECT member.member_id AS "memberId", member.lane, member.status::text AS status, member.name
    FROM member_search AS hit
    JOIN member ON member.program_id = hit.program_id AND member.member_id = hit.member_id
    WHERE hit.program_id = ${programId}::uuid AND hit.word = ${digits}
      AND regexp_replace(member.phone, '[^0-9]', '', 'g') = ${digits}
    LIMIT 2`;
  const [only, another] = rows;
  return another === undefined ? (only ?? null) : null;
}

/** Makes concurrent changes of one member queue up. A member that does not exist is not noticed here. */
export async function lockMember(tx: Tx, programId: string, memberId: string): Promise<void> {
  await tx.$queryRaw`
    SELECT member_id FROM member WHERE program_id = ${programId}::uuid AND member_id = ${memberId}::uuid
    FOR NO KEY UPDATE`;
}

export type RefKey = { kind: "memberId" | "externalId" | "cardNumber"; value: string };

/** The members that go by any of these, each with the key that found it. */
export async function resolveRows(
  tx: SqlTx,
  programId: string,
  keys: { memberIds: string[]; externalIds: string[]; cardNumbers: string[] },
): Promise<(RefKey & ResolvedMember)[]> {
  const [columns] = await tx.$queryRaw<[Columns<RefKey & ResolvedMember>]>`
    SELECT json_agg(kind) AS kind, json_agg(value) AS value, json_agg(member_id) AS "memberId", json_agg(lane) AS lane,
           json_agg(status) AS status
    FROM (
      -- By its key: an array of keys may make the database skip through another index that ends in them.
      SELECT 'memberId' AS kind, wanted.id::text AS value, wanted.id AS member_id, own.lane, own.status
      FROM unnest(${keys.memberIds}::uuid[]) AS wanted (id)
      CROSS JOIN LATERAL (
        SELECT lane, status FROM member WHERE program_id = ${programId}::uuid AND member_id = wanted.id
        LIMIT 1
      ) AS own
      UNION ALL
      SELECT 'externalId', external_id, member_id, lane, status
      FROM member WHERE program_id = ${programId}::uuid AND external_id = ANY (${keys.externalIds}::text[])
      UNION ALL
      SELECT 'cardNumber', card_number, member_id, lane, status
      FROM member WHERE program_id = ${programId}::uuid AND card_number = ANY (${keys.cardNumbers}::text[])
    ) AS found`;
  return rowsOf(columns);
}
