import { Prisma, type Tx } from "@/lib/db";
import type { DecisionKind } from "./outcome";
import type { ActivityKind } from "./schema";

/** The lane that a member's points are posted in; null where the program has no such member. */
export async function readLaneOf(tx: Tx, programId: string, memberId: string): Promise<number | null> {
  const [row] = await tx.$queryRaw<{ lane: number }[]>`
    SELECT lane FROM member WHERE program_id = ${programId}::uuid AND member_id = ${memberId}::uuid`;
  return row?.lane ?? null;
}

export type WalletRow = {
  pointTypeNo: number;
  available: bigint;
  held: bigint;
  pending: bigint;
  debt: bigint;
  earned: bigint;
  returned: bigint;
  spent: bigint;
  expired: bigint;
  /** Active, but past their last day: the end of the day will take them. */
  overdue: bigint;
};

/** A member's balances by point type, as of a program day. */
export async function readWalletRows(
  tx: Tx,
  programId: string,
  memberId: string,
  today: string,
): Promise<WalletRow[]> {
  return tx.$queryRaw<WalletRow[]>`
    SELECT own.point_type_no AS "pointTypeNo",
           coalesce(sum(balance) FILTER (WHERE kind = 'available'), 0)::bigint AS available,
           coalesce(sum(held), 0)::bigint AS held,
           coalesce(sum(balance) FILTER (WHERE kind = 'pending'), 0)::bigint AS pending,
           coalesce(-sum(balance) FILTER (WHERE kind = 'debt'), 0)::bigint AS debt,
           sum(earned)::bigint AS earned, sum(returned)::bigint AS returned, sum(spent)::bigint AS spent,
           sum(expired)::bigint AS expired, coalesce(sum(overdue.points), 0)::bigint AS overdue
    FROM account AS own
    LEFT JOIN LATERAL (
      SELECT sum(remaining - reserved) AS points FROM lot
      WHERE own.kind = 'available' AND lot.program_id = ${programId}::uuid AND lot.account_id = own.account_id
        AND lot.remaining > lot.reserved
        AND (lot.expires_on < ${today}::date
             OR (lot.sliding AND own.slides_to < ${today}::date AND lot.activated_at < own.slides_to + 1))
    ) AS overdue ON TRUE
    WHERE own.program_id = ${programId}::uuid AND own.party = ${memberId}::uuid
    GROUP BY own.point_type_no
    ORDER BY own.point_type_no`;
}

/** Most days that a wallet lists as expiring soon, or as becoming active. */
const MAX_DAYS = 12;

/** What of the spendable points expires in a span of days, soonest first; sliding lots by the account's day. */
export function readExpiringLots(
  tx: Tx,
  programId: string,
  memberId: string,
  from: string,
  to: string,
): Promise<{ expiresOn: string; points: bigint }[]> {
  return tx.$queryRaw<{ expiresOn: string; points: bigint }[]>`
    SELECT day::text AS "expiresOn", sum(points)::bigint AS points
    FROM account
    CROSS JOIN LATERAL (
      SELECT lot.expires_on AS day, lot.remaining AS points FROM lot
      WHERE lot.program_id = ${programId}::uuid AND lot.account_id = account.account_id
        AND lot.expires_on BETWEEN ${from}::date AND ${to}::date AND lot.remaining > 0
      UNION ALL
      SELECT account.slides_to, lot.remaining FROM lot
      WHERE account.slides_to BETWEEN ${from}::date AND ${to}::date AND lot.program_id = ${programId}::uuid
        AND lot.account_id = account.account_id AND lot.expires_on = 'infinity' AND lot.sliding AND lot.remaining > 0
    ) AS ending
    WHERE account.program_id = ${programId}::uuid AND account.party = ${memberId}::uuid
      AND account.point_type_no = 1 AND account.kind = 'available'
    GROUP BY day
    ORDER BY day
    LIMIT ${MAX_DAYS}`;
}

/** The spendable points that wait, by what they wait for. */
export function readPendingLots(
  tx: Tx,
  programId: string,
  memberId: string,
): Promise<{ on: string | null; event: string | null; points: bigint }[]> {
  return tx.$queryRaw<{ on: string | null; event: string | null; points: bigint }[]>`
    SELECT lot.activates_on::text AS on, lot.activates_by AS event, sum(lot.remaining)::bigint AS points
    FROM account
    JOIN lot ON lot.program_id = account.program_id AND lot.account_id = account.account_id AND lot.remaining > 0
    WHERE account.program_id = ${programId}::uuid AND account.party = ${memberId}::uuid
      AND account.point_type_no = 1 AND account.kind = 'pending'
    GROUP BY lot.activates_on, lot.activates_by
    ORDER BY lot.activates_on NULLS LAST, lot.activates_by
    LIMIT ${MAX_DAYS}`;
}

const KINDS: Record<ActivityKind, Prisma.Sql> = {
  earned: Prisma.sql`kind IN ('purchase', 'custom', 'activation') AND transfers > 0`,
  returned: Prisma.sql`kind IN ('return', 'reversal')`,
  spent: Prisma.sql`kind IN ('hold', 'release', 'spend')`,
  expired: Prisma.sql`kind = 'expiry'`,
  transferred: Prisma.sql`kind IN ('transfer_out', 'transfer_in', 'pool_out', 'pool_in') AND transfers > 0`,
  adjusted: Prisma.sql`kind = 'adjustment'`,
};
/** What moved points, and holds, which set them aside: everything but events that gave nothing. */
const SHOWN = Prisma.sql`(transfers > 0 OR kind IN ('hold', 'release'))`;

export type ActivityRow = {
  causeId: string;
  entryNo: bigint;
  kind: DecisionKind;
  delta: bigint;
  balanceAfter: bigint;
  occurredAt: Date;
  postedAt: Date;
  outcome: unknown;
  isReversed: boolean;
  /** Name of the member on the other side, where there is one. */
  counterpart: string | null;
};

/** Kinds of lines that may name another member. */
const BETWEEN_MEMBERS = Prisma.sql`('transfer_out', 'transfer_in', 'pool_out', 'pool_in', 'spend')`;

/** The lines of a member's or pool's statement, newest first, below an entry number. */
export function listActivityRows(
  tx: Tx,
  programId: string,
  memberId: string,
  { before, kind, limit }: { before: bigint | null; kind: ActivityKind | null; limit: number },
): Promise<ActivityRow[]> {
  return tx.$queryRaw<ActivityRow[]>`
    SELECT cause_id AS "causeId", entry_no AS "entryNo", kind, delta, balance_after AS "balanceAfter",
           occurred_at AS "occurredAt", posted_at AS "postedAt", outcome,
           EXISTS (SELECT FROM reversed_entry
                   WHERE program_id = ${programId}::uuid AND cause_id = decision.cause_id) AS "isReversed",
           CASE WHEN kind IN ${BETWEEN_MEMBERS} THEN (
             SELECT name FROM member
             WHERE program_id = ${programId}::uuid
               AND member_id = coalesce(outcome #>> '{subject,to}', outcome #>> '{subject,from}',
                                        outcome #>> '{subject,member}')::uuid
           ) END AS counterpart
    FROM decision
    WHERE program_id = ${programId}::uuid AND member_id = ${memberId}::uuid
      AND ${kind === null ? SHOWN : KINDS[kind]}
      AND ${before === null ? Prisma.sql`TRUE` : Prisma.sql`entry_no < ${before}`}
    ORDER BY entry_no DESC
    LIMIT ${limit}`;
}

export type EntryRow = Pick<ActivityRow, "causeId" | "kind" | "postedAt" | "outcome">;

/** The lines of statements that these causes led to, in no order. */
export function listEntries(tx: Tx, programId: string, causeIds: readonly string[]): Promise<EntryRow[]> {
  return tx.$queryRaw<EntryRow[]>`
    SELECT cause_id AS "causeId", kind, posted_at AS "postedAt", outcome FROM decision
    WHERE program_id = ${programId}::uuid AND cause_id = ANY (${[...causeIds]}::uuid[])`;
}
