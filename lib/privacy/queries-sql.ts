import type { Tx } from "@/lib/db";
import { SPENDABLE_POINT_TYPE } from "@/lib/programs";
import type { ErasurePreview } from "./schema";

type LeftBehind = Omit<ErasurePreview, "graceDays">;

/** Points of the spendable type, vouchers and pools of a member; null where the program has no such member. */
export async function countLeftBehind(
  tx: Tx,
  programId: string,
  memberId: string,
): Promise<LeftBehind | null> {
  const [row] = await tx.$queryRaw<Record<keyof LeftBehind, bigint>[]>`
    SELECT coalesce(points.available, 0) AS available, coalesce(points.pending, 0) AS pending,
           coalesce(points.owed, 0) AS owed, vouchers.open AS vouchers, pools.own AS "ownPools",
           pools.other AS "otherPools"
    FROM member
    CROSS JOIN LATERAL (
      SELECT sum(balance) FILTER (WHERE kind = 'available')::bigint AS available,
             sum(balance) FILTER (WHERE kind = 'pending')::bigint AS pending,
             -sum(balance) FILTER (WHERE kind = 'debt')::bigint AS owed
      FROM account
      WHERE program_id = ${programId}::uuid AND party = ${memberId}::uuid
        AND point_type_no = ${SPENDABLE_POINT_TYPE}::smallint
    ) AS points
    CROSS JOIN LATERAL (
      SELECT count(*) AS open FROM voucher
      WHERE program_id = ${programId}::uuid AND member_id = ${memberId}::uuid AND state = 'issued'
    ) AS vouchers
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE pool.owner_id = member.member_id) AS own,
             count(*) FILTER (WHERE pool.owner_id <> member.member_id) AS other
      FROM pool_member
      JOIN pool ON pool.program_id = ${programId}::uuid AND pool.pool_id = pool_member.pool_id
      WHERE pool_member.program_id = ${programId}::uuid AND pool_member.member_id = ${memberId}::uuid
        AND pool_member.state = 'active' AND pool.state = 'active'
    ) AS pools
    WHERE member.program_id = ${programId}::uuid AND member.member_id = ${memberId}::uuid`;
  if (row === undefined) return null;
  return {
    available: Number(row.available),
    pending: Number(row.pending),
    owed: Number(row.owed),
    vouchers: Number(row.vouchers),
    ownPools: Number(row.ownPools),
    otherPools: Number(row.otherPools),
  };
}
