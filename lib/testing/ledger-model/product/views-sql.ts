import { db } from "@/lib/db";
import type { MemberView, View } from "../moves";

/** What is seen of each member and pool of a program, and why events are set aside. */
export async function readViews(
  programId: string,
): Promise<[views: Map<string, MemberView>, setAside: View["setAside"]]> {
  const rows = await db().$queryRaw<{ memberId: string; view: MemberView }[]>`
    SELECT party.member_id AS "memberId", jsonb_build_object(
      'available', coalesce((SELECT balance FROM account WHERE party = member_id AND kind = 'available' AND point_type_no = 1), 0),
      'held', coalesce((SELECT held FROM account WHERE party = member_id AND kind = 'available' AND point_type_no = 1), 0),
      'pending', coalesce((SELECT balance FROM account WHERE party = member_id AND kind = 'pending' AND point_type_no = 1), 0),
      'owed', coalesce((SELECT -balance FROM account WHERE party = member_id AND kind = 'debt' AND point_type_no = 1), 0),
      'stars', coalesce((SELECT balance FROM account WHERE party = member_id AND kind = 'available' AND point_type_no = 2), 0),
      'starsOwed', coalesce((SELECT -balance FROM account WHERE party = member_id AND kind = 'debt' AND point_type_no = 2), 0),
      'lots', coalesce((
        SELECT jsonb_agg(jsonb_build_object('remaining', remaining, 'reserved', reserved, 'lastDay', expires_on::text,
                                            'waitsFor', coalesce(activates_on::text, activates_by)))
        FROM account JOIN lot USING (program_id, account_id)
        WHERE party = member_id AND point_type_no = 1 AND remaining > 0), '[]'),
      'statement', coalesce((
        SELECT jsonb_agg(jsonb_build_object('delta', delta, 'balanceAfter', balance_after,
                                            'isReversed', reversal_id IS NOT NULL) ORDER BY entry_no)
        FROM decision LEFT JOIN reversed_entry USING (program_id, cause_id)
        WHERE decision.program_id = party.program_id AND decision.member_id = party.member_id), '[]')
    ) AS view
    FROM (
      SELECT program_id, member_id FROM member WHERE program_id = ${programId}::uuid
      UNION ALL
      SELECT program_id, pool_id FROM pool WHERE program_id = ${programId}::uuid
    ) AS party`;
  const dead = await db().deadLetter.findMany({ where: { programId }, select: { code: true } });
  return [new Map(rows.map(({ memberId, view }) => [memberId, view])), dead.map(({ code }) => code)];
}

/** What the lines of a member's or pool's statement stand for, the oldest first. */
export async function readCauses(programId: string, memberId: string): Promise<string[]> {
  const lines = await db().decision.findMany({
    where: { programId, memberId },
    orderBy: { entryNo: "asc" },
    select: { causeId: true },
  });
  return lines.map(({ causeId }) => causeId);
}
