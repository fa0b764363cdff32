import type { Tx } from "@/lib/db";

/** What one person has adjusted without a second one. */
export type DoneAlone = { count: number; points: number };

/** Makes what one person does in a program one after the other queue up, so that none of it is overlooked. */
export async function lockPerson(tx: Tx, programId: string, person: string): Promise<void> {
  const name = `${person} alone in ${programId}`;
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))::text`;
}

/**
 * What a person, or an API key of theirs, has adjusted since an instant without a second person: by hand and by files,
 * credits and debits alike; and by hand for one member. Exact for whoever holds the person's lock.
 * @param person as the audit log names people
 */
export async function readDoneAlone(
  tx: Tx,
  programId: string,
  { person, memberId, since }: { person: string; memberId: string | null; since: Date },
): Promise<{ inAll: DoneAlone; forMember: DoneAlone }> {
  const instant = since.toISOString();
  const [row] = await tx.$queryRaw<Record<"count" | "points" | "memberCount" | "memberPoints", bigint>[]>`
    WITH actor AS (
      SELECT ${person}::text AS ref
      UNION ALL
      SELECT 'apiKey:' || api_key_id FROM api_key
      WHERE program_id = ${programId}::uuid AND 'user:' || created_by = ${person}::text
    ), done AS (
      SELECT abs(points) AS points, member_id FROM adjustment JOIN actor ON requested_by = ref
      WHERE program_id = ${programId}::uuid AND NOT needs_approval AND requested_at > ${instant}::timestamptz
      UNION ALL
      SELECT points, NULL FROM credit_job JOIN actor ON confirmed_by = ref
      WHERE program_id = ${programId}::uuid AND NOT needs_approval AND confirmed_at > ${instant}::timestamptz
    )
    SELECT count(*) AS count, coalesce(sum(points), 0)::bigint AS points,
           count(*) FILTER (WHERE member_id = ${memberId}::uuid) AS "memberCount",
           coalesce(sum(points) FILTER (WHERE member_id = ${memberId}::uuid), 0)::bigint AS "memberPoints"
    FROM done`;
  return {
    inAll: { count: Number(row?.count ?? 0), points: Number(row?.points ?? 0) },
    forMember: { count: Number(row?.memberCount ?? 0), points: Number(row?.memberPoints ?? 0) },
  };
}
