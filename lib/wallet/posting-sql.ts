import { localDay } from "@/lib/core/calendar";
import { jsonTexts, Prisma, type SqlTx } from "@/lib/db";
import { blockHash } from "./chain";
import type { LedgerPlan, MovedLot, NewAccount, NewLot, Posted, Transfer } from "./ledger-plan";
import { type DecisionKind, isEventKind } from "./outcome";
import type { LockedLane } from "./sql";

/** A statement line to be stored: what one cause led to. */
export type DecisionRow = {
  causeId: string;
  memberId: string;
  kind: DecisionKind;
  /** Net points of the spendable type: positive earned, negative taken back. */
  points: number;
  posted: Pick<Posted, "delta" | "balanceAfter" | "firstTransfer" | "transfers">;
  /** JSON */
  outcome: string;
  occurredAt: Date;
};

/**
 * Writes what a batch decided, in the transaction that holds its lane, and moves the head of the lane on. The
 * transfers come last but for the block: storing them moves balances and lots, and the program's own accounts,
 * where all lanes meet, stay locked from then until the commit.
 */
export async function writePosting(
  tx: SqlTx,
  locked: LockedLane,
  plan: LedgerPlan,
  decisions: readonly DecisionRow[],
  now: Date,
): Promise<void> {
  const { programId, lane } = locked;
  await insertAccounts(tx, programId, plan.newAccounts);
  await updateHeld(tx, locked, plan);
  await moveLots(tx, locked, plan.movedLots);
  await insertLots(tx, programId, lane, plan.newLots);
  await slideAccounts(tx, programId, plan.slides);
  await insertDecisions(tx, locked, plan, decisions, now);
  await insertTransfers(tx, locked, plan.transfers, now);
  await insertReversals(tx, programId, lane, plan.reversals);
  await advance(tx, locked, plan.transfers, decisions.length, now);
}

async function insertAccounts(tx: SqlTx, programId: string, rows: readonly NewAccount[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO account (program_id, account_id, kind, point_type_no, party, floor)
    SELECT ${programId}::uuid, account_id, kind::account_kind, point_type_no, party,
           CASE kind WHEN 'debt' THEN NULL ELSE 0 END
    FROM unnest(
      ${rows.map((row) => row.accountId)}::uuid[], ${rows.map((row) => row.kind)}::text[],
      ${rows.map((row) => row.pointTypeNo)}::smallint[], ${rows.map((row) => row.party)}::uuid[]
    ) AS item (account_id, kind, point_type_no, party)`;
}

/** Finds each lot by its key, whatever the planner believes of the table. */
function lotOfItem({ programId, lane }: LockedLane): Prisma.Sql {
  return Prisma.sql`
    CROSS JOIN LATERAL (
      SELECT ctid AS place FROM lot
      WHERE program_id = ${programId}::uuid AND lane = ${lane}::smallint AND lot_no = item.lot_no
      LIMIT 1
    ) AS found
    WHERE lot.ctid = found.place`;
}

async function updateHeld(tx: SqlTx, locked: LockedLane, { held, reserved }: LedgerPlan): Promise<void> {
  if (held.length === 0) return;
  await tx.$executeRaw`
    UPDATE account SET held = account.held + item.delta
    FROM unnest(${held.map((row) => row.accountId)}::uuid[], ${held.map((row) => row.delta)}::bigint[])
      AS item (account_id, delta)
    WHERE account.program_id = ${locked.programId}::uuid AND account.account_id = item.account_id`;
  await tx.$executeRaw`
    UPDATE lot SET reserved = lot.reserved + item.delta
    FROM unnest(${reserved.map((row) => row.lotNo)}::bigint[], ${reserved.map((row) => row.delta)}::bigint[])
           AS item (lot_no, delta)
    ${lotOfItem(locked)}`;
}

async function moveLots(tx: SqlTx, locked: LockedLane, rows: readonly MovedLot[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    UPDATE lot SET account_id = item.to_account, expires_on = item.to_expires_on, sliding = item.sliding,
                   activated_at = coalesce(item.activated_at, lot.activated_at), activates_on = NULL,
                   activates_by = NULL, expiry = NULL
    FROM unnest(
      ${rows.map((row) => row.lotNo)}::bigint[], ${rows.map((row) => row.toAccount)}::uuid[],
      ${rows.map((row) => row.toExpiresOn)}::date[], ${rows.map((row) => row.sliding)}::boolean[],
      ${rows.map((row) => row.activatedAt?.toISOString() ?? null)}::timestamptz[]
    ) AS item (lot_no, to_account, to_expires_on, sliding, activated_at)
    ${lotOfItem(locked)}`;
}

async function insertLots(
  tx: SqlTx,
  programId: string,
  lane: number,
  rows: readonly NewLot[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO lot (program_id, lane, account_id, expires_on, lot_no, granted, remaining, campaign_id, cause_id,
                     sliding, activated_at, activates_on, activates_by, expiry)
    SELECT ${programId}::uuid, ${lane}::smallint, account_id, expires_on, lot_no, granted, granted, campaign_id,
           cause_id, sliding, activated_at, activates_on, activates_by, expiry::jsonb
    FROM unnest(
      ${rows.map((row) => row.accountId)}::uuid[], ${rows.map((row) => row.expiresOn)}::date[],
      ${rows.map((row) => row.lotNo)}::bigint[], ${rows.map((row) => row.granted)}::bigint[],
      ${rows.map((row) => row.campaignId)}::uuid[], ${rows.map((row) => row.causeId)}::uuid[],
      ${rows.map((row) => row.sliding)}::boolean[],
      ${rows.map((row) => row.activatedAt?.toISOString() ?? null)}::timestamptz[],
      ${rows.map((row) => row.activatesOn)}::date[], ${rows.map((row) => row.activatesBy)}::text[],
      ${rows.map((row) => row.expiry)}::text[]
    ) AS item (account_id, expires_on, lot_no, granted, campaign_id, cause_id, sliding, activated_at,
               activates_on, activates_by, expiry)`;
}

async function slideAccounts(
  tx: SqlTx,
  programId: string,
  rows: readonly { accountId: string; slidesTo: string | null }[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    UPDATE account SET slides_to = item.slides_to
    FROM unnest(${rows.map((row) => row.accountId)}::uuid[], ${rows.map((row) => row.slidesTo)}::date[])
      AS item (account_id, slides_to)
    WHERE account.program_id = ${programId}::uuid AND account.account_id = item.account_id`;
}

/** Keeps what each cause led to, and adds the batch to the day's totals. */
async function insertDecisions(
  tx: SqlTx,
  { programId, lane, nextEntry, ruleSetVersion, timeZone }: LockedLane,
  { totals }: LedgerPlan,
  rows: readonly DecisionRow[],
  now: Date,
): Promise<void> {
  if (rows.length === 0) return;
  const events = rows.reduce((sum, { kind }) => sum + (isEventKind(kind) ? 1 : 0), 0);
  await tx.$executeRaw`
    WITH total AS (
      INSERT INTO day_total (program_id, day, lane, events, issued, returned, redeemed, expired, adjusted)
      VALUES (${programId}::uuid, ${localDay(now, timeZone)}::date, ${lane}::smallint, ${events},
              ${totals.issued}, ${totals.returned}, ${totals.redeemed}, ${totals.expired}, ${totals.adjusted})
      ON CONFLICT (program_id, day, lane) DO UPDATE
        SET events = day_total.events + EXCLUDED.events, issued = day_total.issued + EXCLUDED.issued,
            returned = day_total.returned + EXCLUDED.returned, redeemed = day_total.redeemed + EXCLUDED.redeemed,
            expired = day_total.expired + EXCLUDED.expired, adjusted = day_total.adjusted + EXCLUDED.adjusted
    )
    INSERT INTO decision (program_id, lane, entry_no, cause_id, member_id, kind, rule_set_version, points, delta,
                          balance_after, first_transfer, transfers, outcome, occurred_at, posted_at)
    SELECT ${programId}::uuid, ${lane}::smallint, ${nextEntry - 1} + place, cause_id, member_id, kind,
           ${ruleSetVersion}, points, delta, balance_after, first_transfer, transfers, outcome::json, occurred_at,
           ${now.toISOString()}::timestamptz
    FROM unnest(
      ${rows.map((row) => row.causeId)}::uuid[], ${rows.map((row) => row.memberId)}::uuid[],
      ${rows.map((row) => row.kind)}::text[], ${rows.map((row) => row.points)}::bigint[],
      ${rows.map((row) => row.posted.delta)}::bigint[], ${rows.map((row) => row.posted.balanceAfter)}::bigint[],
      ${rows.map((row) => row.posted.firstTransfer)}::bigint[], ${rows.map((row) => row.posted.transfers)}::int[],
      ${jsonTexts(rows.map((row) => row.outcome))}, ${rows.map((row) => row.occurredAt.toISOString())}::timestamptz[]
    ) WITH ORDINALITY AS item (cause_id, member_id, kind, points, delta, balance_after, first_transfer, transfers,
                               outcome, occurred_at, place)`;
}

/** Appends the transfers; a trigger moves balances and lots by them. */
async function insertTransfers(
  tx: SqlTx,
  { programId, lane }: LockedLane,
  rows: readonly Transfer[],
  now: Date,
): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO transfer (program_id, lane, transfer_no, member_id, debit_account, credit_account, point_type_no,
                          amount, kind, cause_id, campaign_id, lot_no, balance_after, occurred_at, posted_at)
    SELECT ${programId}::uuid, ${lane}::smallint, transfer_no, member_id, debit_account, credit_account,
           point_type_no, amount, kind, cause_id, campaign_id, lot_no, balance_after, occurred_at,
           ${now.toISOString()}::timestamptz
    FROM unnest(
      ${rows.map((row) => row.transferNo)}::bigint[], ${rows.map((row) => row.memberId)}::uuid[],
      ${rows.map((row) => row.debitAccount)}::uuid[], ${rows.map((row) => row.creditAccount)}::uuid[],
      ${rows.map((row) => row.pointTypeNo)}::smallint[], ${rows.map((row) => row.amount)}::bigint[],
      ${rows.map((row) => row.kind)}::text[], ${rows.map((row) => row.causeId)}::uuid[],
      ${rows.map((row) => row.campaignId)}::uuid[], ${rows.map((row) => row.lotNo)}::bigint[],
      ${rows.map((row) => row.balanceAfter)}::bigint[],
      ${rows.map((row) => row.occurredAt.toISOString())}::timestamptz[]
    ) AS item (transfer_no, member_id, debit_account, credit_account, point_type_no, amount, kind, cause_id,
               campaign_id, lot_no, balance_after, occurred_at)`;
}

async function insertReversals(
  tx: SqlTx,
  programId: string,
  lane: number,
  rows: readonly { transferNo: number; reversingNo: number; amount: number }[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO reversal (program_id, lane, transfer_no, reversing_no, amount)
    SELECT ${programId}::uuid, ${lane}::smallint, * FROM unnest(
      ${rows.map((row) => row.transferNo)}::bigint[], ${rows.map((row) => row.reversingNo)}::bigint[],
      ${rows.map((row) => row.amount)}::bigint[])`;
}

/** Seals the transfers in a block, chained to the one before it, and moves the head of the lane on. */
async function advance(
  tx: SqlTx,
  locked: LockedLane,
  transfers: readonly Transfer[],
  entries: number,
  now: Date,
): Promise<void> {
  const { programId, lane, headHash } = locked;
  const [first] = transfers;
  const last = transfers.at(-1);
  if (first === undefined || last === undefined) {
    if (entries === 0) return;
    await tx.$executeRaw`
      UPDATE lane SET next_entry = next_entry + ${entries}
      WHERE program_id = ${programId}::uuid AND lane = ${lane}::smallint`;
    return;
  }
  const blockNo = locked.blockNo + 1;
  const hash = blockHash(headHash, { programId, lane, blockNo }, transfers, now);
  await tx.$executeRaw`
    WITH sealed AS (
      INSERT INTO block (program_id, lane, block_no, previous, hash, first_transfer, last_transfer, posted_at)
      VALUES (${programId}::uuid, ${lane}::smallint, ${blockNo}, ${headHash}, ${hash}, ${first.transferNo},
              ${last.transferNo}, ${now.toISOString()}::timestamptz)
    )
    UPDATE lane SET next_transfer = ${last.transferNo}::bigint + 1, next_entry = next_entry + ${entries},
                    block_no = ${blockNo}, head_hash = ${hash}
    WHERE program_id = ${programId}::uuid AND lane = ${lane}::smallint`;
}

/** Tells the listeners of every process, at commit. */
export async function notify(tx: SqlTx, channel: string, payload: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${channel}, ${payload})`;
}
