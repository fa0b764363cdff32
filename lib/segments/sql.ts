import type { SqlTx, Tx } from "@/lib/db";

export type SegmentRow = {
  code: string;
  name: string;
  description: string;
  createdAt: Date;
  members: bigint;
};

/** Segments in the order of their codes, with the number of their members. */
export async function selectSegments(
  tx: Tx,
  programId: string,
  { q, after, limit }: { q: string | null; after: string; limit: number },
): Promise<SegmentRow[]> {
  return tx.$queryRaw<SegmentRow[]>`
    SELECT page.*, (
      SELECT count(*) FROM segment_member
      WHERE segment_member.program_id = ${programId}::uuid AND segment_member.segment_code = page.code
    ) AS members
    FROM (
      SELECT code, name, description, created_at AS "createdAt"
      FROM segment
      WHERE program_id = ${programId}::uuid AND code > ${after}
        AND (${q}::text IS NULL OR strpos(code || ' ' || lower(name), lower(${q})) > 0)
      ORDER BY code
      LIMIT ${limit}
    ) AS page
    ORDER BY page.code`;
}

/** The members on a list, in the order of their ids. */
export async function selectSegmentMembers(
  tx: Tx,
  programId: string,
  code: string,
  { after, limit }: { after: string | null; limit: number },
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ memberId: string }[]>`
    SELECT member_id AS "memberId" FROM segment_member
    WHERE program_id = ${programId}::uuid AND segment_code = ${code}
      AND (${after}::uuid IS NULL OR member_id > ${after}::uuid)
    ORDER BY member_id
    LIMIT ${limit}`;
  return rows.map(({ memberId }) => memberId);
}

/** A member on a list, or about to be. */
export type Membership = { segment: string; memberId: string };

/** One order for everybody, so that two who change the same lists wait for each other rather than deadlock. */
function inOrder(memberships: readonly Membership[]): Membership[] {
  return [...memberships].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

export function keyOf({ segment, memberId }: Membership): string {
  return `${segment} ${memberId}`;
}

/** Puts members on lists that exist. @returns the keys of those who were not on them */
export async function insertMemberships(
  tx: SqlTx,
  programId: string,
  memberships: readonly Membership[],
  now: Date,
): Promise<Set<string>> {
  if (memberships.length === 0) return new Set();
  const ordered = inOrder(memberships);
  const rows = await tx.$queryRaw<Membership[]>`
    INSERT INTO segment_member (program_id, segment_code, member_id, added_at)
    SELECT ${programId}::uuid, item.code, item.member_id, ${now.toISOString()}::timestamptz
    FROM unnest(${ordered.map(({ segment }) => segment)}::text[], ${ordered.map(({ memberId }) => memberId)}::uuid[])
      WITH ORDINALITY AS item (code, member_id, place)
    WHERE EXISTS (SELECT FROM segment WHERE segment.program_id = ${programId}::uuid AND segment.code = item.code)
    ORDER BY item.place
    ON CONFLICT DO NOTHING
    RETURNING segment_code AS segment, member_id AS "memberId"`;
  return new Set(rows.map(keyOf));
}

/** Takes members off lists. @returns the keys of those who were on them */
export async function deleteMemberships(
  tx: SqlTx,
  programId: string,
  memberships: readonly Membership[],
): Promise<Set<string>> {
  if (memberships.length === 0) return new Set();
  const ordered = inOrder(memberships);
  const rows = await tx.$queryRaw<Membership[]>`
    DELETE FROM segment_member
    USING unnest(${ordered.map(({ segment }) => segment)}::text[], ${ordered.map(({ memberId }) => memberId)}::uuid[])
      AS item (code, member_id)
    WHERE segment_member.program_id = ${programId}::uuid AND segment_member.segment_code = item.code
      AND segment_member.member_id = item.member_id
    RETURNING segment_code AS segment, segment_member.member_id AS "memberId"`;
  return new Set(rows.map(keyOf));
}

/** The segments of each of these members, as posting looks at them. */
export async function loadSegments(
  tx: SqlTx,
  programId: string,
  memberIds: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await tx.$queryRaw<{ memberId: string; segments: string[] }[]>`
    SELECT wanted.member_id AS "memberId", own.segments
    FROM unnest(${[...memberIds]}::uuid[]) AS wanted (member_id)
    CROSS JOIN LATERAL (
      SELECT array_agg(segment_code ORDER BY segment_code) AS segments FROM segment_member
      WHERE program_id = ${programId}::uuid AND segment_member.member_id = wanted.member_id
    ) AS own
    WHERE own.segments IS NOT NULL`;
  return new Map(rows.map(({ memberId, segments }) => [memberId, segments]));
}
