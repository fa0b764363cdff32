import { Prisma, type Tx } from "@/lib/db";
import type { ActivityKind } from "./schema";

type WalletRow = {
  balance: bigint;
  held: bigint;
  pending: bigint;
  debt: bigint;
  earned: bigint;
  returned: bigint;
  spent: bigint;
};

/** A member's balances and what the ledger says of all time; null for a member without accounts. */
export async function readWalletRow(tx: Tx, programId: string, memberId: string): Promise<WalletRow | null> {
  const [row] = await tx.$queryRaw<WalletRow[]>`
    SELECT available.balance, available.held, owned.pending, owned.debt, moved.earned, moved.returned, moved.spent
    FROM account AS available
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(balance) FILTER (WHERE kind = 'pending'), 0)::bigint AS pending,
             coalesce(-sum(balance) FILTER (WHERE kind = 'debt'), 0)::bigint AS debt
      FROM account
      WHERE program_id = ${programId}::uuid AND party = ${memberId}::uuid AND point_type_no = 1
    ) AS owned
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(amount) FILTER (WHERE transfer.kind IN ('earn', 'debt_payment')), 0)::bigint AS earned,
             coalesce(sum(amount) FILTER (WHERE transfer.kind IN ('return', 'debt')), 0)::bigint AS returned,
             coalesce(sum(amount) FILTER (WHERE target.kind = 'redeemed'), 0)::bigint AS spent
      FROM transfer
      JOIN account AS target ON target.program_id = transfer.program_id
        AND target.account_id = transfer.credit_account
      WHERE transfer.program_id = ${programId}::uuid AND transfer.member_id = ${memberId}::uuid
    ) AS moved
    WHERE available.program_id = ${programId}::uuid AND available.party = ${memberId}::uuid
      AND available.point_type_no = 1 AND available.kind = 'available'`;
  return row ?? null;
}

/** Most days that a wallet lists as expiring soon. */
const MAX_DAYS = 12;

export function readExpiringLots(
  tx: Tx,
  programId: string,
  memberId: string,
  from: string,
  to: string,
): Promise<{ expiresOn: string; points: bigint }[]> {
  return tx.$queryRaw<{ expiresOn: string; points: bigint }[]>`
    SELECT lot.expires_on::text AS "expiresOn", sum(lot.remaining)::bigint AS points
    FROM account
    JOIN lot ON lot.program_id = account.program_id AND lot.account_id = account.account_id
    WHERE account.program_id = ${programId}::uuid AND account.party = ${memberId}::uuid
      AND account.point_type_no = 1 AND account.kind = 'available'
      AND lot.expires_on BETWEEN ${from}::date AND ${to}::date AND lot.remaining > 0
    GROUP BY lot.expires_on
    ORDER BY lot.expires_on
    LIMIT ${MAX_DAYS}`;
}

const KINDS: Record<ActivityKind, Prisma.Sql> = {
  earned: Prisma.sql`kind IN ('earn', 'debt_payment')`,
  returned: Prisma.sql`kind IN ('return', 'debt')`,
};

export type ActivityRow = {
  eventId: string;
  firstTransfer: bigint;
  points: bigint;
  balanceAfter: bigint;
  occurredAt: Date;
  postedAt: Date;
  outcome: unknown;
};

/**
 * A member's movements grouped by what caused them, newest first, below a transfer number. The transfers of one
 * event stand together in the lane, so the walk hops over the index from event to event and reads no more than
 * the page.
 */
export function listActivityRows(
  tx: Tx,
  programId: string,
  memberId: string,
  { before, kind, limit }: { before: bigint | null; kind: ActivityKind | null; limit: number },
): Promise<ActivityRow[]> {
  const own = Prisma.sql`program_id = ${programId}::uuid AND member_id = ${memberId}::uuid
        AND ${kind === null ? Prisma.sql`TRUE` : KINDS[kind]}`;
  const start = before === null ? Prisma.sql`TRUE` : Prisma.sql`transfer_no < ${before}`;
  return tx.$queryRaw<ActivityRow[]>`
    WITH RECURSIVE step AS (
      (SELECT cause_id, transfer_no FROM transfer
       WHERE ${own} AND ${start}
       ORDER BY transfer_no DESC LIMIT 1)
      UNION ALL
      SELECT next.cause_id, next.transfer_no
      FROM step CROSS JOIN LATERAL (
        SELECT cause_id, transfer_no FROM transfer
        WHERE ${own} AND transfer_no < step.transfer_no AND cause_id <> step.cause_id
        ORDER BY transfer_no DESC LIMIT 1
      ) AS next
    ), entry AS (
      SELECT cause_id, transfer_no AS last,
             coalesce(lead(transfer_no) OVER (ORDER BY transfer_no DESC), 0) AS before
      FROM (SELECT * FROM step LIMIT ${limit + 1}) AS bounded
    )
    SELECT entry.cause_id AS "eventId", moved.first AS "firstTransfer", moved.points,
           moved.balance_after AS "balanceAfter", moved.occurred_at AS "occurredAt",
           moved.posted_at AS "postedAt", decision.outcome
    FROM entry
    CROSS JOIN LATERAL (
      SELECT min(transfer_no) AS first,
             coalesce(sum(CASE kind WHEN 'earn' THEN amount WHEN 'return' THEN -amount ELSE 0 END), 0)::bigint
               AS points,
             (array_agg(balance_after ORDER BY transfer_no DESC))[1] AS balance_after,
             max(occurred_at) AS occurred_at, max(posted_at) AS posted_at
      FROM transfer
      WHERE ${own} AND transfer_no > entry.before AND transfer_no <= entry.last
    ) AS moved
    LEFT JOIN decision ON decision.program_id = ${programId}::uuid AND decision.event_id = entry.cause_id
    ORDER BY entry.last DESC
    LIMIT ${limit}`;
}
