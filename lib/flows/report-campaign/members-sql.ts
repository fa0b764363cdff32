import "server-only";
import type { EngineMember } from "@/lib/campaigns";
import { lowestId } from "@/lib/core/ids";
import { Prisma, type Tx } from "@/lib/db";
import type { ReportSpan } from "./given-sql";

const DAY_MS = 86_400_000;

export type SpendingRow = { memberId: string; purchases: number; amountMinor: bigint };

/**
 * What each member bought in these days. Ids of events are in the order of their arrival, and nothing arrives before
 * it happens, but for clocks that differ: earlier ids are left out.
 * @param memberIds these alone
 */
export async function sumSpending(
  tx: Tx,
  { programId, start, end }: ReportSpan,
  memberIds?: readonly string[],
): Promise<SpendingRow[]> {
  const these = memberIds ? Prisma.sql`AND member_id = ANY (${[...memberIds]}::uuid[])` : Prisma.empty;
  return tx.$queryRaw<SpendingRow[]>`
    SELECT member_id AS "memberId", count(*)::int AS purchases,
           sum((payload->>'amountMinor')::bigint)::bigint AS "amountMinor"
    FROM event
    WHERE program_id = ${programId}::uuid AND event_id >= ${lowestId(start.getTime() - DAY_MS)}::uuid
      AND type = 'purchase' AND occurred_at >= ${start} AND occurred_at < ${end} ${these}
    GROUP BY member_id`;
}

/** A page of the members who had joined by then, as campaigns' audiences look at them. */
export async function selectMemberPage(
  tx: Tx,
  {
    programId,
    joinedBefore,
    after,
    limit,
  }: { programId: string; joinedBefore: Date; after: string | null; limit: number },
): Promise<EngineMember[]> {
  return tx.$queryRaw<EngineMember[]>`
    SELECT member_id AS "memberId", attributes, joined_at AS "joinedAt", tier, tags, birthday::text,
           ARRAY(SELECT segment_code FROM segment_member
                 WHERE segment_member.program_id = member.program_id
                   AND segment_member.member_id = member.member_id) AS segments
    FROM member
    WHERE program_id = ${programId}::uuid AND joined_at < ${joinedBefore}
      AND (${after}::uuid IS NULL OR member_id > ${after}::uuid)
    ORDER BY member_id
    LIMIT ${limit}`;
}

/** What members are called, by id. */
export async function selectNamesOf(
  tx: Tx,
  programId: string,
  memberIds: readonly string[],
): Promise<Map<string, string>> {
  const members = await tx.member.findMany({
    where: { programId, memberId: { in: [...memberIds] } },
    select: { memberId: true, name: true },
  });
  return new Map(members.map(({ memberId, name }) => [memberId, name]));
}
