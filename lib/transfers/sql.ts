import { Prisma, type Tx } from "@/lib/db";
import type { SentSoFar } from "./limits";
import type { TransferState } from "./schema";

export type TransferRow = {
  transferId: string;
  fromMember: string;
  toMember: string;
  points: number;
  message: string | null;
  sentOn: string;
  arrivalId: string;
  createdAt: Date;
};

export async function insertTransfer(tx: Tx, programId: string, row: TransferRow): Promise<void> {
  await tx.pointsTransfer.create({ data: { ...row, programId, sentOn: new Date(row.sentOn) } });
}

/** What lies between two members, and what the program forbids each of them. */
export async function readObstacles(
  tx: Tx,
  programId: string,
  { from, to }: { from: string; to: string },
): Promise<{ isBlocked: boolean; maySend: boolean; mayReceive: boolean }> {
  const [row] = await tx.$queryRaw<{ isBlocked: boolean; maySend: boolean; mayReceive: boolean }[]>`
    SELECT EXISTS (
             SELECT FROM transfer_block
             WHERE program_id = ${programId}::uuid
               AND (member_id, blocked_member_id) IN ((${from}::uuid, ${to}::uuid), (${to}::uuid, ${from}::uuid))
           ) AS "isBlocked",
           NOT EXISTS (SELECT FROM transfer_bar WHERE program_id = ${programId}::uuid
                         AND member_id = ${from}::uuid AND sending) AS "maySend",
           NOT EXISTS (SELECT FROM transfer_bar WHERE program_id = ${programId}::uuid
                         AND member_id = ${to}::uuid AND receiving) AS "mayReceive"`;
  return row ?? { isBlocked: true, maySend: false, mayReceive: false };
}

/** Makes whoever counts what a member has sent queue up: pools stand in other lanes than their members. */
export async function lockSender(tx: Tx, programId: string, memberId: string): Promise<void> {
  const name = `sending of ${memberId} in ${programId}`;
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))::text`;
}

/** How points leave a member for others. */
export type Way = "transfer" | "gift" | "payout";

/**
 * What a member has sent since the first of the month, as it counts for sending more in one way: to others, and by way
 * of pools what they have given or what they have paid out to others. Points that pass through a pool count once, so a
 * transfer counts with the larger of the two, and each of them with itself. Exact for whoever has locked the sender.
 */
export async function readSentSoFar(
  tx: Tx,
  programId: string,
  memberId: string,
  { today, month, way }: { today: string; month: string; way: Way },
): Promise<SentSoFar> {
  const rows = await tx.$queryRaw<{ way: Way; today: bigint; thisMonth: bigint }[]>`
    SELECT way, coalesce(sum(points) FILTER (WHERE day = ${today}::date), 0)::bigint AS today,
           sum(points)::bigint AS "thisMonth"
    FROM (
      SELECT 'transfer' AS way, points, sent_on AS day FROM points_transfer
      WHERE program_id = ${programId}::uuid AND from_member = ${memberId}::uuid AND sent_on >= ${month}::date
      UNION ALL
      SELECT kind::text, points, passed_on FROM pool_passing
      WHERE program_id = ${programId}::uuid AND member_id = ${memberId}::uuid AND passed_on >= ${month}::date
    ) AS passed
    GROUP BY way`;
  const sum = (of: "today" | "thisMonth") => {
    const by = (wanted: Way) => Number(rows.find((row) => row.way === wanted)?.[of] ?? 0);
    return by("transfer") + (way === "transfer" ? Math.max(by("gift"), by("payout")) : by(way));
  };
  return {
    today: sum("today"),
    thisMonth: sum("thisMonth"),
    isPooled: way !== "transfer" || rows.some((row) => row.way !== "transfer"),
  };
}

export type TransferListRow = {
  transferId: string;
  isSent: boolean;
  counterpartId: string;
  counterpart: string;
  points: bigint;
  message: string | null;
  sentOn: string;
  createdAt: Date;
  state: TransferState;
};

/** Transfers from and to a member, the newest first, after a position. */
export function listTransferRows(
  tx: Tx,
  programId: string,
  memberId: string,
  { after, limit }: { after: { sentOn: string; transferId: string } | null; limit: number },
): Promise<TransferListRow[]> {
  const position =
    after === null
      ? Prisma.sql`TRUE`
      : Prisma.sql`(sent_on, transfer_id) < (${after.sentOn}::date, ${after.transferId}::uuid)`;
  const side = (column: Prisma.Sql, other: Prisma.Sql, isSent: boolean) => Prisma.sql`
    (SELECT transfer_id, ${isSent}::boolean AS is_sent, ${other} AS counterpart, points, message, sent_on, created_at, arrival_id
     FROM points_transfer
     WHERE program_id = ${programId}::uuid AND ${column} = ${memberId}::uuid AND ${position}
     ORDER BY sent_on DESC, transfer_id DESC
     LIMIT ${limit})`;
  const from = Prisma.sql`from_member`;
  const to = Prisma.sql`to_member`;
  return tx.$queryRaw<TransferListRow[]>`
    SELECT own.transfer_id AS "transferId", own.is_sent AS "isSent", own.counterpart AS "counterpartId",
           member.name AS counterpart, own.points, own.message, own.sent_on::text AS "sentOn",
           own.created_at AS "createdAt",
           CASE WHEN arrival.transfers > 0 THEN 'arrived' WHEN arrival.transfers = 0 THEN 'sent_back'
                WHEN EXISTS (SELECT FROM dead_letter WHERE program_id = ${programId}::uuid
                               AND event_id = own.arrival_id) THEN 'failed'
                ELSE 'on_its_way' END AS state
    FROM (${side(from, to, true)} UNION ALL ${side(to, from, false)}) AS own
    JOIN member ON member.program_id = ${programId}::uuid AND member.member_id = own.counterpart
    LEFT JOIN decision AS arrival ON arrival.program_id = ${programId}::uuid AND arrival.cause_id = own.arrival_id
    ORDER BY own.sent_on DESC, own.transfer_id DESC
    LIMIT ${limit}`;
}

/** Blocks a member has set, the latest first. */
export function listBlockRows(
  tx: Tx,
  programId: string,
  memberId: string,
  limit: number,
): Promise<{ memberId: string; name: string; createdAt: Date }[]> {
  return tx.$queryRaw<{ memberId: string; name: string; createdAt: Date }[]>`
    SELECT member.member_id AS "memberId", member.name, transfer_block.created_at AS "createdAt"
    FROM transfer_block
    JOIN member ON member.program_id = transfer_block.program_id
      AND member.member_id = transfer_block.blocked_member_id
    WHERE transfer_block.program_id = ${programId}::uuid AND transfer_block.member_id = ${memberId}::uuid
    ORDER BY transfer_block.created_at DESC, member.member_id
    LIMIT ${limit}`;
}
