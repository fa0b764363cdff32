import { localDay } from "@/lib/core/calendar";
import { insertRows, Prisma, type SqlTx } from "@/lib/db";
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
 * transfers come last: storing them moves balances and lots, and the program's own accounts, where all lanes meet,
 * stay locked from then until the commit.
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
  await insertLots(tx, locked, plan.newLots);
  await slideAccounts(tx, programId, plan.slides);
  await insertDecisions(tx, locked, decisions, now);
  await addToDay(tx, locked, plan, decisions, now);
  await advance(tx, locked, plan.transfers, decisions.length, now);
  await insertTransfers(tx, locked, plan.transfers, now);
  await insertReversals(tx, programId, lane, plan.reversals);
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
  { programId, lane }: LockedLane,
  rows: readonly NewLot[],
): Promise<void> {
  await insertRows(
    tx,
    "lot",
    [
      { name: "program_id", type: "uuid", of: () => programId },
      { name: "lane", type: "smallint", of: () => lane },
      { name: "account_id", type: "uuid", of: (lot) => lot.accountId },
      { name: "expires_on", type: "date", of: (lot) => lot.expiresOn },
      { name: "lot_no", type: "bigint", of: (lot) => lot.lotNo },
      { name: "granted", type: "bigint", of: (lot) => lot.granted },
      { name: "remaining", type: "bigint", of: (lot) => lot.granted },
      { name: "campaign_id", type: "uuid", of: (lot) => lot.campaignId },
      { name: "cause_id", type: "uuid", of: (lot) => lot.causeId },
      { name: "sliding", type: "boolean", of: (lot) => lot.sliding },
      { name: "activated_at", type: "timestamptz", of: (lot) => lot.activatedAt },
      { name: "activates_on", type: "date", of: (lot) => lot.activatesOn },
      { name: "activates_by", type: "text", of: (lot) => lot.activatesBy },
      { name: "expiry", type: "jsonb", of: (lot) => lot.expiry },
    ],
    rows,
  );
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

/** Keeps what each cause led to. */
async function insertDecisions(
  tx: SqlTx,
  { programId, lane, nextEntry, ruleSetVersion }: LockedLane,
  rows: readonly DecisionRow[],
  now: Date,
): Promise<void> {
  await insertRows(
    tx,
    "decision",
    [
      { name: "program_id", type: "uuid", of: () => programId },
      { name: "lane", type: "smallint", of: () => lane },
      { name: "entry_no", type: "bigint", of: (_, index) => nextEntry + index },
      { name: "cause_id", type: "uuid", of: (row) => row.causeId },
      { name: "member_id", type: "uuid", of: (row) => row.memberId },
      { name: "kind", type: "text", of: (row) => row.kind },
      { name: "rule_set_version", type: "integer", of: () => ruleSetVersion },
      { name: "points", type: "bigint", of: (row) => row.points },
      { name: "delta", type: "bigint", of: (row) => row.posted.delta },
      { name: "balance_after", type: "bigint", of: (row) => row.posted.balanceAfter },
      { name: "first_transfer", type: "bigint", of: (row) => row.posted.firstTransfer },
      { name: "transfers", type: "integer", of: (row) => row.posted.transfers },
      { name: "outcome", type: "json", of: (row) => row.outcome },
      { name: "occurred_at", type: "timestamptz", of: (row) => row.occurredAt },
      { name: "posted_at", type: "timestamptz", of: () => now },
    ],
    rows,
  );
}

/** Adds the batch to the day's totals. */
async function addToDay(
  tx: SqlTx,
  { programId, lane, timeZone }: LockedLane,
  { totals }: LedgerPlan,
  rows: readonly DecisionRow[],
  now: Date,
): Promise<void> {
  if (rows.length === 0) return;
  const events = rows.reduce((sum, { kind }) => sum + (isEventKind(kind) ? 1 : 0), 0);
  await tx.$executeRaw`
    INSERT INTO day_total (program_id, day, lane, events, issued, returned, redeemed, expired, adjusted)
    VALUES (${programId}::uuid, ${localDay(now, timeZone)}::date, ${lane}::smallint, ${events},
            ${totals.issued}, ${totals.returned}, ${totals.redeemed}, ${totals.expired}, ${totals.adjusted})
    ON CONFLICT (program_id, day, lane) DO UPDATE
      SET events = day_total.events + EXCLUDED.events, issued = day_total.issued + EXCLUDED.issued,
          returned = day_total.returned + EXCLUDED.returned, redeemed = day_total.redeemed + EXCLUDED.redeemed,
          expired = day_total.expired + EXCLUDED.expired, adjusted = day_total.adjusted + EXCLUDED.adjusted`;
}

/** Appends the transfers; a trigger moves balances and lots by them. */
async function insertTransfers(
  tx: SqlTx,
  { programId, lane }: LockedLane,
  rows: readonly Transfer[],
  now: Date,
): Promise<void> {
  await insertRows(
    tx,
    "transfer",
    [
      { name: "program_id", type: "uuid", of: () => programId },
      { name: "lane", type: "smallint", of: () => lane },
      { name: "transfer_no", type: "bigint", of: (row) => row.transferNo },
      { name: "member_id", type: "uuid", of: (row) => row.memberId },
      { name: "debit_account", type: "uuid", of: (row) => row.debitAccount },
      { name: "credit_account", type: "uuid", of: (row) => row.creditAccount },
      { name: "point_type_no", type: "smallint", of: (row) => row.pointTypeNo },
      { name: "amount", type: "bigint", of: (row) => row.amount },
      { name: "kind", type: "text", of: (row) => row.kind },
      { name: "cause_id", type: "uuid", of: (row) => row.causeId },
      { name: "campaign_id", type: "uuid", of: (row) => row.campaignId },
      { name: "lot_no", type: "bigint", of: (row) => row.lotNo },
      { name: "balance_after", type: "bigint", of: (row) => row.balanceAfter },
      { name: "occurred_at", type: "timestamptz", of: (row) => row.occurredAt },
      { name: "posted_at", type: "timestamptz", of: () => now },
    ],
    rows,
  );
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
