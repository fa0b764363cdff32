import { assert } from "@/lib/core/assert";
import { Prisma, type Tx } from "@/lib/db";
import type { HoldState } from "./hold-schema";
import type { ExpiryDay, Slice } from "./posting";

export type HoldRow = {
  holdId: string;
  memberId: string;
  lane: number;
  amount: bigint;
  captured: bigint;
  state: HoldState;
  reason: string;
  reference: string | null;
  /** The redemption that it is for; null: set aside by itself. */
  redemptionId: string | null;
  createdAt: Date;
  expiresAt: Date;
  closedAt: Date | null;
};

/** A hold with what it pins, by number of lot. */
export type PinningHold = HoldRow & { pinned: Map<number, number> };

const COLUMNS = Prisma.sql`
  hold.hold_id AS "holdId", hold.member_id AS "memberId", hold.lane, hold.amount, hold.captured,
  hold.state::text AS state, hold.reason, hold.reference, hold.redemption_id AS "redemptionId", hold.created_at AS "createdAt",
  hold.expires_at AS "expiresAt", hold.closed_at AS "closedAt"`;

/** Stores a hold with the lots that it pins. */
export async function insertHold(
  tx: Tx,
  programId: string,
  hold: HoldRow & { accountId: string; pointTypeNo: number },
  lots: readonly (Slice & { expiresOn: ExpiryDay })[],
): Promise<void> {
  await tx.$executeRaw`
    WITH placed AS (
      INSERT INTO hold (program_id, hold_id, member_id, lane, account_id, point_type_no, amount, reason, reference,
                        redemption_id, created_at, expires_at)
      VALUES (${programId}::uuid, ${hold.holdId}::uuid, ${hold.memberId}::uuid, ${hold.lane}::smallint,
              ${hold.accountId}::uuid, ${hold.pointTypeNo}::smallint, ${hold.amount}, ${hold.reason},
              ${hold.reference}, ${hold.redemptionId}::uuid, ${hold.createdAt.toISOString()}::timestamptz,
              ${hold.expiresAt.toISOString()}::timestamptz)
      RETURNING program_id, hold_id
    )
    INSERT INTO hold_lot (program_id, hold_id, lot_no, expires_on, amount)
    SELECT placed.program_id, placed.hold_id, item.*
    FROM placed CROSS JOIN unnest(
      ${lots.map(({ lot }) => lot.lotNo)}::bigint[], ${lots.map(({ expiresOn }) => expiresOn)}::date[],
      ${lots.map(({ amount }) => amount)}::bigint[]) AS item`;
}

/** A hold as it stands; null where the program has none of this id. */
export async function readHoldRow(tx: Tx, programId: string, holdId: string): Promise<HoldRow | null> {
  const [row] = await tx.$queryRaw<HoldRow[]>`
    SELECT ${COLUMNS} FROM hold WHERE program_id = ${programId}::uuid AND hold_id = ${holdId}::uuid`;
  return row ?? null;
}

/** Numbers of the lots that holds pin; they stay the same while a hold lives. */
export async function readPinnedLots(
  tx: Tx,
  programId: string,
  holdIds: readonly string[],
): Promise<number[]> {
  const rows = await tx.$queryRaw<{ lotNo: bigint }[]>`
    SELECT DISTINCT hold_lot.lot_no AS "lotNo"
    FROM unnest(${[...holdIds]}::uuid[]) AS wanted (hold_id)
    JOIN hold_lot ON hold_lot.program_id = ${programId}::uuid AND hold_lot.hold_id = wanted.hold_id`;
  return rows.map(({ lotNo }) => Number(lotNo));
}

/** Locks those of the holds that are open, in ascending order; the lane, accounts and lots are locked before. */
export async function lockOpenHolds(
  tx: Tx,
  programId: string,
  holdIds: readonly string[],
): Promise<PinningHold[]> {
  const rows = await tx.$queryRaw<HoldRow[]>`
    SELECT ${COLUMNS}
    FROM unnest(${[...holdIds].sort()}::uuid[]) AS wanted (hold_id)
    JOIN hold ON hold.program_id = ${programId}::uuid AND hold.hold_id = wanted.hold_id AND hold.state = 'open'
    ORDER BY hold.hold_id
    FOR NO KEY UPDATE OF hold`;
  const lots = await tx.$queryRaw<{ holdId: string; lotNo: bigint; amount: bigint }[]>`
    SELECT hold_lot.hold_id AS "holdId", hold_lot.lot_no AS "lotNo", hold_lot.amount
    FROM unnest(${rows.map(({ holdId }) => holdId)}::uuid[]) AS wanted (hold_id)
    JOIN hold_lot ON hold_lot.program_id = ${programId}::uuid AND hold_lot.hold_id = wanted.hold_id
      AND hold_lot.amount > 0`;
  const holds = new Map(rows.map((row) => [row.holdId, { ...row, pinned: new Map<number, number>() }]));
  for (const { holdId, lotNo, amount } of lots) {
    holds.get(holdId)?.pinned.set(Number(lotNo), Number(amount));
  }
  return [...holds.values()];
}

/** Counts points of an open hold as spent, and closes it where it ends with that. The hold is locked. */
export async function updateHold(
  tx: Tx,
  programId: string,
  hold: Pick<HoldRow, "holdId" | "captured" | "state" | "closedAt">,
  kept: readonly Slice[],
): Promise<void> {
  const changed = await tx.$executeRaw`
    UPDATE hold SET captured = ${hold.captured}, state = ${hold.state}::hold_state,
                    closed_at = ${hold.closedAt?.toISOString() ?? null}::timestamptz
    WHERE program_id = ${programId}::uuid AND hold_id = ${hold.holdId}::uuid AND state = 'open'`;
  assert(changed === 1, "a hold is closed once");
  await tx.$executeRaw`
    UPDATE hold_lot SET amount = coalesce(item.amount, 0)
    FROM hold_lot AS own
    LEFT JOIN unnest(
      ${kept.map(({ lot }) => lot.lotNo)}::bigint[], ${kept.map(({ amount }) => amount)}::bigint[]
    ) AS item (lot_no, amount) ON item.lot_no = own.lot_no
    WHERE own.program_id = ${programId}::uuid AND own.hold_id = ${hold.holdId}::uuid
      AND hold_lot.program_id = own.program_id AND hold_lot.hold_id = own.hold_id
      AND hold_lot.lot_no = own.lot_no`;
}

/** Gives an open hold another last moment. The hold is locked. */
export async function postponeHold(
  tx: Tx,
  programId: string,
  holdId: string,
  expiresAt: Date,
): Promise<void> {
  const changed = await tx.$executeRaw`
    UPDATE hold SET expires_at = ${expiresAt.toISOString()}::timestamptz
    WHERE program_id = ${programId}::uuid AND hold_id = ${holdId}::uuid AND state = 'open'`;
  assert(changed === 1, "only an open hold is postponed");
}

/** Closes open holds whose time is up. @returns how many were open */
export async function closeExpiredHolds(
  tx: Tx,
  programId: string,
  holdIds: readonly string[],
  closedAt: Date,
): Promise<number> {
  const closed = await tx.$executeRaw`
    UPDATE hold SET state = 'expired', closed_at = ${closedAt.toISOString()}::timestamptz
    FROM unnest(${[...holdIds]}::uuid[]) AS wanted (hold_id)
    WHERE hold.program_id = ${programId}::uuid AND hold.hold_id = wanted.hold_id AND hold.state = 'open'`;
  await tx.$executeRaw`
    UPDATE hold_lot SET amount = 0
    FROM unnest(${[...holdIds]}::uuid[]) AS wanted (hold_id)
    WHERE hold_lot.program_id = ${programId}::uuid AND hold_lot.hold_id = wanted.hold_id AND hold_lot.amount > 0`;
  return closed;
}

export type DueHolds = { programId: string; lane: number; holdIds: string[]; memberIds: string[] };

/** The open holds whose time is up, the first of each program, by lane; those of redemptions end with these. */
export async function findDueHolds(
  tx: Tx,
  now: Date,
  limit: number,
  programId: string | null,
): Promise<DueHolds[]> {
  return tx.$queryRaw<DueHolds[]>`
    SELECT due.program_id AS "programId", due.lane, array_agg(due.hold_id::text) AS "holdIds",
           array_agg(DISTINCT due.member_id::text) AS "memberIds"
    FROM program
    CROSS JOIN LATERAL (
      SELECT program_id, lane, hold_id, member_id FROM hold
      WHERE hold.program_id = program.program_id AND hold.state = 'open'
        AND hold.redemption_id IS NULL AND hold.expires_at <= ${now.toISOString()}::timestamptz
      ORDER BY hold.expires_at
      LIMIT ${limit}
    ) AS due
    WHERE ${programId === null ? Prisma.sql`TRUE` : Prisma.sql`program.program_id = ${programId}::uuid`}
    GROUP BY due.program_id, due.lane
    ORDER BY due.program_id, due.lane`;
}

/** A member's holds, the newest first, below an id. */
export function listHoldRows(
  tx: Tx,
  programId: string,
  memberId: string,
  { before, state, limit }: { before: string | null; state: HoldState | null; limit: number },
): Promise<HoldRow[]> {
  return tx.$queryRaw<HoldRow[]>`
    SELECT ${COLUMNS} FROM hold
    WHERE program_id = ${programId}::uuid AND member_id = ${memberId}::uuid
      AND ${before === null ? Prisma.sql`TRUE` : Prisma.sql`hold_id < ${before}::uuid`}
      AND ${state === null ? Prisma.sql`TRUE` : Prisma.sql`state = ${state}::hold_state`}
    ORDER BY hold_id DESC
    LIMIT ${limit}`;
}
