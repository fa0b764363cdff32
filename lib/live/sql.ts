import { db, type Prisma } from "@/lib/db";
import { POINTS_POSTED } from "@/lib/wallet/schema";

export type OutboxRow = { outboxId: string; payload: Prisma.JsonValue };

/** The newest announcements of a program after `after`, oldest first, at most `limit`; walks the primary key. */
export async function readAnnouncementRows(
  programId: string,
  after: string,
  limit: number,
): Promise<OutboxRow[]> {
  const rows = await db().$queryRaw<OutboxRow[]>`
    SELECT outbox_id AS "outboxId", payload
    FROM outbox
    WHERE program_id = ${programId}::uuid AND outbox_id > ${after}::uuid AND topic = ${POINTS_POSTED}
    ORDER BY outbox_id DESC
    LIMIT ${limit}`;
  return rows.reverse();
}

export async function readMemberNames(programId: string, memberIds: string[]): Promise<Map<string, string>> {
  const rows = await db().$queryRaw<{ memberId: string; name: string }[]>`
    SELECT member_id AS "memberId", name
    FROM member
    WHERE program_id = ${programId}::uuid AND member_id = ANY(${memberIds}::uuid[])`;
  return new Map(rows.map((row) => [row.memberId, row.name]));
}
