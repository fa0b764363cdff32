import type { LaneCounters } from "@/lib/campaigns";
import type { Day } from "@/lib/core/calendar";
import type { SqlTx } from "@/lib/db";

export async function selectLanes(tx: SqlTx, programId: string): Promise<number[]> {
  const rows = await tx.$queryRaw<{ lane: number }[]>`
    SELECT lane FROM lane WHERE program_id = ${programId}::uuid ORDER BY lane`;
  return rows.map(({ lane }) => lane);
}

/** Members of a lane in the order of their ids, from one on. */
export async function selectMembersFrom(
  tx: SqlTx,
  { programId, lane }: { programId: string; lane: number },
  from: string,
  limit: number,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ memberId: string }[]>`
    SELECT member_id AS "memberId" FROM member
    WHERE program_id = ${programId}::uuid AND member_id >= ${from}::uuid AND lane = ${lane}::smallint
    ORDER BY member_id
    LIMIT ${limit}`;
  return rows.map(({ memberId }) => memberId);
}

/** Members of a lane in the opposite order, from the last before one on; null: from the very last. */
export async function selectMembersBelow(
  tx: SqlTx,
  { programId, lane }: { programId: string; lane: number },
  below: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ memberId: string }[]>`
    SELECT member_id AS "memberId" FROM member
    WHERE program_id = ${programId}::uuid AND lane = ${lane}::smallint
      AND member_id < coalesce(${below}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
    ORDER BY member_id DESC
    LIMIT ${limit}`;
  return rows.map(({ memberId }) => memberId);
}

/** Sets what a lane keeps. The caller has locked it. */
export async function updateLaneCounters(
  tx: SqlTx,
  { programId, lane }: { programId: string; lane: number },
  counters: LaneCounters,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE lane SET counters = ${JSON.stringify(counters)}::jsonb
    WHERE program_id = ${programId}::uuid AND lane = ${lane}::smallint`;
}

/** Sets from which day on each counter of a lane keeps rows. The caller has locked it. */
export async function updateHistoryFrom(
  tx: SqlTx,
  { programId, lane }: { programId: string; lane: number },
  historyFrom: Readonly<Record<string, Day>>,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE lane SET history_from = ${JSON.stringify(historyFrom)}::jsonb
    WHERE program_id = ${programId}::uuid AND lane = ${lane}::smallint`;
}
