import type { Tx } from "@/lib/db";

/** What members can dispose of, by `memberId pointTypeNo`; who never had points of the type is left out. */
export async function readBalances(
  tx: Tx,
  programId: string,
  keys: readonly { memberId: string; pointTypeNo: number }[],
): Promise<Map<string, number>> {
  if (keys.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ memberId: string; pointTypeNo: number; balance: bigint }[]>`
    SELECT wanted.member_id AS "memberId", wanted.point_type_no AS "pointTypeNo", account.balance
    FROM unnest(
      ${keys.map(({ memberId }) => memberId)}::uuid[], ${keys.map(({ pointTypeNo }) => pointTypeNo)}::smallint[]
    ) AS wanted (member_id, point_type_no)
    CROSS JOIN LATERAL (
      SELECT balance - held AS balance FROM account
      WHERE program_id = ${programId}::uuid AND party = wanted.member_id
        AND point_type_no = wanted.point_type_no AND kind = 'available'
    ) AS account`;
  return new Map(rows.map((row) => [`${row.memberId} ${row.pointTypeNo}`, Number(row.balance)]));
}
