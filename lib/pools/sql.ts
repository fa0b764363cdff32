import { Prisma, type Tx } from "@/lib/db";
import type { PoolKind, PoolMemberDto, PoolState, PoolSummary } from "./schema";

export type PoolRow = {
  poolId: string;
  kind: PoolKind;
  name: string;
  lane: number;
  ownerId: string;
  state: PoolState;
};

/**
 * Makes whatever changes a pool or its members queue up. Who also holds the pool's lane has taken that first.
 * @returns null where the program has no such pool
 */
export async function lockPool(tx: Tx, programId: string, poolId: string): Promise<PoolRow | null> {
  const [row] = await tx.$queryRaw<PoolRow[]>`
    SELECT pool_id AS "poolId", kind::text AS kind, name, lane, owner_id AS "ownerId", state::text AS state
    FROM pool WHERE program_id = ${programId}::uuid AND pool_id = ${poolId}::uuid
    FOR NO KEY UPDATE`;
  return row ?? null;
}

/** Whether points are on their way into a pool. Exact for whoever holds its row. */
export async function isAnythingArriving(
  tx: Tx,
  programId: string,
  { poolId, lane }: PoolRow,
): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ arriving: boolean }[]>`
    SELECT EXISTS (
      SELECT FROM queue
      JOIN event ON event.program_id = queue.program_id AND event.event_id = ANY (queue.event_id || queue.others)
      WHERE queue.program_id = ${programId}::uuid AND queue.lane = ${lane}::smallint
        AND event.member_id = ${poolId}::uuid) AS arriving`;
  return row?.arriving ?? false;
}

/** Only what has not been reversed counts; `pool_spend` is in scope. */
const STANDS = Prisma.sql`NOT EXISTS (
  SELECT FROM reversed_entry
  WHERE reversed_entry.program_id = pool_spend.program_id AND reversed_entry.cause_id = pool_spend.spend_id)`;

/** What a member has spent out of a pool since the first of the month. Exact for whoever holds the pool's lane. */
export async function readSpentThisMonth(
  tx: Tx,
  programId: string,
  { poolId, memberId, month }: { poolId: string; memberId: string; month: string },
): Promise<number> {
  const [row] = await tx.$queryRaw<{ points: bigint }[]>`
    SELECT coalesce(sum(points), 0)::bigint AS points FROM pool_spend
    WHERE program_id = ${programId}::uuid AND pool_id = ${poolId}::uuid AND member_id = ${memberId}::uuid
      AND spent_on >= ${month}::date AND ${STANDS}`;
  return Number(row?.points ?? 0);
}

/** Adds to what a member has given to a pool. */
export async function addContribution(
  tx: Tx,
  programId: string,
  { poolId, memberId, points }: { poolId: string; memberId: string; points: number },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE pool_member SET contributed = contributed + ${points}
    WHERE program_id = ${programId}::uuid AND pool_id = ${poolId}::uuid AND member_id = ${memberId}::uuid`;
}

/** Notes what counts towards a member's limits on sending. */
export async function notePassing(
  tx: Tx,
  programId: string,
  {
    today,
    ...row
  }: {
    passingId: string;
    kind: "gift" | "payout";
    poolId: string;
    memberId: string;
    points: number;
    today: string;
  },
): Promise<void> {
  await tx.poolPassing.create({ data: { programId, ...row, passedOn: new Date(today) } });
}

export type PoolSummaryRow = Omit<PoolSummary, "available" | "members" | "createdAt" | "dissolvedAt"> & {
  available: bigint;
  members: bigint;
  createdAt: Date;
  dissolvedAt: Date | null;
  /** The name as lists are ordered by it. */
  sortName: string;
};

/** What a list shows of a pool; `pool` is in scope. */
function summaryOf(programId: string): Prisma.Sql {
  const program = Prisma.sql`${programId}::uuid`;
  return Prisma.sql`
    pool.pool_id AS "poolId", pool.kind::text AS kind, pool.name, pool.state::text AS state,
    pool.owner_id AS "ownerId",
    coalesce((SELECT name FROM member WHERE program_id = ${program} AND member_id = pool.owner_id), '') AS "ownerName",
    coalesce((SELECT balance - held FROM account WHERE program_id = ${program} AND party = pool.pool_id
                AND point_type_no = 1 AND kind = 'available'), 0)::bigint AS available,
    (SELECT count(*) FROM pool_member WHERE program_id = ${program} AND pool_id = pool.pool_id
       AND state = 'active') AS members,
    pool.created_at AS "createdAt", pool.dissolved_at AS "dissolvedAt", lower(pool.name) AS "sortName"`;
}

export async function readPoolRow(tx: Tx, programId: string, poolId: string): Promise<PoolSummaryRow | null> {
  const [row] = await tx.$queryRaw<PoolSummaryRow[]>`
    SELECT ${summaryOf(programId)} FROM pool
    WHERE program_id = ${programId}::uuid AND pool_id = ${poolId}::uuid`;
  return row ?? null;
}

export type PoolPosition = { name: string; poolId: string } | { createdAt: string; poolId: string };

/** Pools of a program: the newest first, or by name where the beginning of one is given. */
export function listPoolRows(
  tx: Tx,
  programId: string,
  filter: { prefix: string | null; state: PoolState | null; after: PoolPosition | null; limit: number },
): Promise<PoolSummaryRow[]> {
  const { prefix, state, after, limit } = filter;
  const conditions = [Prisma.sql`pool.program_id = ${programId}::uuid`];
  if (state !== null) conditions.push(Prisma.sql`pool.state = ${state}::pool_state`);
  if (prefix !== null) {
    const pattern = `${prefix.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
    conditions.push(Prisma.sql`lower(pool.name) COLLATE "C" LIKE ${pattern}`);
  }
  if (after !== null && "name" in after) {
    conditions.push(
      Prisma.sql`(lower(pool.name) COLLATE "C", pool.pool_id) > (${after.name} COLLATE "C", ${after.poolId}::uuid)`,
    );
  } else if (after !== null) {
    conditions.push(
      Prisma.sql`(pool.created_at, pool.pool_id) < (${after.createdAt}::timestamptz, ${after.poolId}::uuid)`,
    );
  }
  const order =
    prefix === null
      ? Prisma.sql`pool.created_at DESC, pool.pool_id DESC`
      : Prisma.sql`lower(pool.name) COLLATE "C", pool.pool_id`;
  return tx.$queryRaw<PoolSummaryRow[]>`
    SELECT ${summaryOf(programId)} FROM pool
    WHERE ${Prisma.join(conditions, " AND ")}
    ORDER BY ${order}
    LIMIT ${limit}`;
}

export type OwnPoolRow = PoolSummaryRow & { role: PoolMemberDto["role"]; ownState: "active" | "invited" };

/** Active pools that a member is in or has been invited to, invitations first. */
export function listPoolRowsOf(
  tx: Tx,
  programId: string,
  memberId: string,
  limit: number,
): Promise<OwnPoolRow[]> {
  return tx.$queryRaw<OwnPoolRow[]>`
    SELECT ${summaryOf(programId)}, own.role::text AS role, own.state::text AS "ownState"
    FROM pool_member AS own
    JOIN pool ON pool.program_id = own.program_id AND pool.pool_id = own.pool_id
    WHERE own.program_id = ${programId}::uuid AND own.member_id = ${memberId}::uuid
      AND own.state IN ('active', 'invited') AND pool.state = 'active'
    ORDER BY own.state = 'active', pool.created_at DESC
    LIMIT ${limit}`;
}

export type PoolMemberRow = Omit<
  PoolMemberDto,
  "monthlyLimit" | "spentThisMonth" | "contributed" | "joinedAt"
> & {
  monthlyLimit: bigint | null;
  spentThisMonth: bigint;
  contributed: bigint;
  joinedAt: Date | null;
};

/** Everybody who is, was or has been asked to be in a pool: whoever runs it first, then in order of joining; then those invited. */
export function listPoolMemberRows(
  tx: Tx,
  programId: string,
  poolId: string,
  month: string,
): Promise<PoolMemberRow[]> {
  return tx.$queryRaw<PoolMemberRow[]>`
    SELECT own.member_id AS "memberId", member.name, own.role::text AS role, own.state::text AS state,
           own.monthly_limit AS "monthlyLimit", own.contributed, own.joined_at AS "joinedAt",
           coalesce((SELECT sum(points) FROM pool_spend
                     WHERE program_id = ${programId}::uuid AND pool_id = ${poolId}::uuid
                       AND member_id = own.member_id AND spent_on >= ${month}::date
                       AND ${STANDS}), 0)::bigint AS "spentThisMonth"
    FROM pool_member AS own
    JOIN member ON member.program_id = own.program_id AND member.member_id = own.member_id
    WHERE own.program_id = ${programId}::uuid AND own.pool_id = ${poolId}::uuid
    ORDER BY own.state = 'active' DESC, own.state, own.role, own.joined_at NULLS LAST, own.member_id`;
}
