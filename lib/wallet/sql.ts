import type { Tx } from "@/lib/db";
import type { LedgerPlan, ProgramAccounts } from "./book";
import { type Lot, NEVER, type Purse } from "./posting";

/**
 * The ledger's statements. Each handles a whole batch: `unnest` turns arrays into rows, and LATERAL look-ups keep
 * the plan on the indexes whatever the statistics say.
 */

type AccountRow = {
  memberId: string;
  accountId: string;
  kind: "available" | "debt";
  balance: bigint;
  held: bigint;
};

/**
 * Reads and locks the accounts of members, in ascending order of member so that no two transactions wait for each
 * other in a circle. A member without an account for available points is given one.
 * @param withLots members whose lots the batch needs
 */
export async function lockPurses(
  tx: Tx,
  programId: string,
  memberIds: readonly string[],
  withLots: readonly string[],
): Promise<Purse[]> {
  const sorted = [...memberIds].sort();
  let rows = await lockAccounts(tx, programId, sorted);
  const known = new Set(rows.filter((row) => row.kind === "available").map((row) => row.memberId));
  const missing = sorted.filter((memberId) => !known.has(memberId));
  if (missing.length > 0) {
    await tx.$executeRaw`
      INSERT INTO account (program_id, account_id, kind, point_type_no, party)
      SELECT ${programId}::uuid, gen_random_uuid(), 'available', 1, member_id
      FROM unnest(${missing}::uuid[]) AS member_id
      ON CONFLICT (program_id, party, point_type_no, kind) DO NOTHING`;
    rows = await lockAccounts(tx, programId, sorted);
  }
  const purses = new Map<string, Purse>();
  for (const row of rows) {
    if (row.kind !== "available") continue;
    purses.set(row.memberId, {
      memberId: row.memberId,
      availableAccount: row.accountId,
      available: Number(row.balance),
      held: Number(row.held),
      debtAccount: null,
      owed: 0,
      lots: null,
    });
  }
  for (const row of rows) {
    const purse = purses.get(row.memberId);
    if (row.kind !== "debt" || !purse) continue;
    purse.debtAccount = row.accountId;
    purse.owed = -Number(row.balance);
  }
  if (withLots.length > 0) await loadLots(tx, programId, withLots, purses);
  return [...purses.values()];
}

function lockAccounts(tx: Tx, programId: string, sortedMemberIds: string[]): Promise<AccountRow[]> {
  return tx.$queryRaw<AccountRow[]>`
    SELECT account.party AS "memberId", account.account_id AS "accountId", account.kind::text AS kind,
           account.balance, account.held
    FROM unnest(${sortedMemberIds}::uuid[]) AS wanted (member_id)
    CROSS JOIN LATERAL (
      SELECT party, account_id, kind, balance, held FROM account
      WHERE program_id = ${programId}::uuid AND party = wanted.member_id AND point_type_no = 1
        AND kind IN ('available', 'debt')
      ORDER BY kind
      FOR NO KEY UPDATE
    ) AS account`;
}

async function loadLots(
  tx: Tx,
  programId: string,
  memberIds: readonly string[],
  purses: Map<string, Purse>,
): Promise<void> {
  const owners = new Map<string, Purse & { lots: Lot[] }>();
  for (const memberId of memberIds) {
    const purse = purses.get(memberId);
    if (purse) owners.set(purse.availableAccount, Object.assign(purse, { lots: [] }));
  }
  const rows = await tx.$queryRaw<{ accountId: string; expiresOn: string; lotNo: bigint; free: bigint }[]>`
    SELECT wanted.account_id AS "accountId", lot.expires_on::text AS "expiresOn", lot.lot_no AS "lotNo",
           lot.remaining - lot.reserved AS free
    FROM unnest(${[...owners.keys()]}::uuid[]) AS wanted (account_id)
    CROSS JOIN LATERAL (
      SELECT expires_on, lot_no, remaining, reserved FROM lot
      WHERE program_id = ${programId}::uuid AND account_id = wanted.account_id AND remaining > reserved
      ORDER BY expires_on, lot_no
      FOR NO KEY UPDATE
    ) AS lot`;
  for (const { accountId, expiresOn, lotNo, free } of rows) {
    owners.get(accountId)?.lots.push({ expiresOn, lotNo: Number(lotNo), free: Number(free) });
  }
}

export type Posting = {
  programId: string;
  lane: number;
  accounts: ProgramAccounts;
  postedAt: Date;
};

/** Writes what a batch does to transfers, lots and members' accounts. */
export async function writeMovements(
  tx: Tx,
  { programId, lane, postedAt }: Posting,
  plan: LedgerPlan,
): Promise<void> {
  const { transfers, newLots, lotDebits, deltas, newDebtAccounts } = plan;
  const posted = postedAt.toISOString();
  if (transfers.length === 0) return;
  if (newDebtAccounts.length > 0) {
    await tx.$executeRaw`
      INSERT INTO account (program_id, account_id, kind, point_type_no, party, balance, floor)
      SELECT ${programId}::uuid, account_id, 'debt', 1, party, balance, NULL
      FROM unnest(
        ${newDebtAccounts.map((account) => account.accountId)}::uuid[],
        ${newDebtAccounts.map((account) => account.memberId)}::uuid[],
        ${newDebtAccounts.map((account) => account.balance)}::bigint[]
      ) AS item (account_id, party, balance)`;
  }
  await tx.$executeRaw`
    INSERT INTO transfer (program_id, lane, transfer_no, member_id, debit_account, credit_account, point_type_no,
                          amount, kind, cause_id, campaign_id, lot_no, balance_after, occurred_at, posted_at)
    SELECT ${programId}::uuid, ${lane}::smallint, transfer_no, member_id, debit_account, credit_account, 1,
           amount, kind, cause_id, campaign_id, lot_no, balance_after, occurred_at, ${posted}::timestamptz
    FROM unnest(
      ${transfers.map((transfer) => transfer.transferNo)}::bigint[],
      ${transfers.map((transfer) => transfer.memberId)}::uuid[],
      ${transfers.map((transfer) => transfer.debitAccount)}::uuid[],
      ${transfers.map((transfer) => transfer.creditAccount)}::uuid[],
      ${transfers.map((transfer) => transfer.amount)}::bigint[],
      ${transfers.map((transfer) => transfer.kind)}::text[],
      ${transfers.map((transfer) => transfer.causeId)}::uuid[],
      ${transfers.map((transfer) => transfer.campaignId)}::uuid[],
      ${transfers.map((transfer) => transfer.lotNo)}::bigint[],
      ${transfers.map((transfer) => transfer.balanceAfter)}::bigint[],
      ${transfers.map((transfer) => transfer.occurredAt.toISOString())}::timestamptz[]
    ) AS item (transfer_no, member_id, debit_account, credit_account, amount, kind, cause_id, campaign_id,
               lot_no, balance_after, occurred_at)`;
  if (newLots.length > 0) {
    await tx.$executeRaw`
      INSERT INTO lot (program_id, account_id, expires_on, lot_no, granted, remaining, campaign_id, activated_at)
      SELECT ${programId}::uuid, * FROM unnest(
        ${newLots.map((lot) => lot.accountId)}::uuid[], ${newLots.map((lot) => lot.expiresOn)}::date[],
        ${newLots.map((lot) => lot.lotNo)}::bigint[], ${newLots.map((lot) => lot.granted)}::bigint[],
        ${newLots.map((lot) => lot.remaining)}::bigint[], ${newLots.map((lot) => lot.campaignId)}::uuid[],
        ${newLots.map((lot) => lot.activatedAt.toISOString())}::timestamptz[])`;
  }
  if (lotDebits.length > 0) {
    await tx.$executeRaw`
      UPDATE lot SET remaining = lot.remaining - item.amount
      FROM unnest(
        ${lotDebits.map((lot) => lot.accountId)}::uuid[], ${lotDebits.map((lot) => lot.expiresOn)}::date[],
        ${lotDebits.map((lot) => lot.lotNo)}::bigint[], ${lotDebits.map((lot) => lot.amount)}::bigint[]
      ) AS item (account_id, expires_on, lot_no, amount)
      WHERE lot.program_id = ${programId}::uuid AND lot.account_id = item.account_id
        AND lot.expires_on = item.expires_on AND lot.lot_no = item.lot_no`;
  }
  if (deltas.length > 0) {
    await tx.$executeRaw`
      UPDATE account SET balance = account.balance + item.delta
      FROM unnest(${deltas.map((item) => item.accountId)}::uuid[], ${deltas.map((item) => item.delta)}::bigint[])
             AS item (account_id, delta)
      WHERE account.program_id = ${programId}::uuid AND account.account_id = item.account_id`;
  }
}

export type Block = {
  blockNo: number;
  previous: Uint8Array;
  hash: Uint8Array;
  firstTransfer: number;
  lastTransfer: number;
};

/**
 * Appends the block of a batch, moves the head of the lane on, and adds to the program's own accounts: last,
 * because every lane meets there, and in ascending order of account.
 */
export async function sealBlock(
  tx: Tx,
  { programId, lane, accounts, postedAt }: Posting,
  plan: LedgerPlan,
  block: Block,
): Promise<void> {
  await tx.$executeRaw`
    WITH sealed AS (
      INSERT INTO block (program_id, lane, block_no, previous, hash, first_transfer, last_transfer, posted_at)
      VALUES (${programId}::uuid, ${lane}::smallint, ${block.blockNo}, ${block.previous}, ${block.hash},
              ${block.firstTransfer}, ${block.lastTransfer}, ${postedAt.toISOString()}::timestamptz)
    )
    UPDATE lane SET next_transfer = ${block.lastTransfer}::bigint + 1, block_no = ${block.blockNo}, head_hash = ${block.hash}
    WHERE program_id = ${programId}::uuid AND lane = ${lane}::smallint`;
  await tx.$executeRaw`
    WITH locked AS MATERIALIZED (
      SELECT account_id FROM account
      WHERE program_id = ${programId}::uuid
        AND account_id = ANY (ARRAY[${accounts.issued}, ${accounts.returned}]::uuid[])
      ORDER BY account_id
      FOR NO KEY UPDATE
    )
    UPDATE account
    SET balance = account.balance + CASE account.account_id
          WHEN ${accounts.issued}::uuid THEN ${-plan.issued}::bigint ELSE ${plan.returned}::bigint END
    FROM locked
    WHERE account.program_id = ${programId}::uuid AND account.account_id = locked.account_id
      AND CASE account.account_id WHEN ${accounts.issued}::uuid THEN ${plan.issued}::bigint
          ELSE ${plan.returned}::bigint END <> 0`;
}

export type DecisionRow = {
  eventId: string;
  memberId: string;
  points: number;
  /** JSON */
  outcome: string;
};

/** Keeps what each event of a batch led to, and adds the batch to the day's totals. */
export async function writeDecisions(
  tx: Tx,
  { programId, lane, postedAt }: Posting,
  ruleSetVersion: number,
  rows: readonly DecisionRow[],
  totals: { day: string; issued: number; returned: number },
): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    WITH total AS (
      INSERT INTO day_total (program_id, day, lane, events, issued, returned)
      VALUES (${programId}::uuid, ${totals.day}::date, ${lane}::smallint, ${rows.length}, ${totals.issued}, ${totals.returned})
      ON CONFLICT (program_id, day, lane) DO UPDATE
        SET events = day_total.events + EXCLUDED.events, issued = day_total.issued + EXCLUDED.issued,
            returned = day_total.returned + EXCLUDED.returned
    )
    INSERT INTO decision (program_id, event_id, member_id, rule_set_version, points, outcome, posted_at)
    SELECT ${programId}::uuid, event_id, member_id, ${ruleSetVersion}, points, outcome::jsonb,
           ${postedAt.toISOString()}::timestamptz
    FROM unnest(
      ${rows.map((row) => row.eventId)}::uuid[], ${rows.map((row) => row.memberId)}::uuid[],
      ${rows.map((row) => row.points)}::bigint[], ${rows.map((row) => row.outcome)}::text[]
    ) AS item (event_id, member_id, points, outcome)`;
}

export type CapKey = { campaignId: string; limitNo: number; memberId: string; windowStart: string };
export type CapRow = CapKey & { used: number };

/** How much of their caps members have used; a counter that does not exist is at zero and left out. */
export async function loadCaps(tx: Tx, programId: string, keys: readonly CapKey[]): Promise<CapRow[]> {
  if (keys.length === 0) return [];
  const rows = await tx.$queryRaw<(CapKey & { used: bigint })[]>`
    SELECT wanted.campaign_id AS "campaignId", wanted.limit_no AS "limitNo", wanted.member_id AS "memberId",
           wanted.window_start::text AS "windowStart", found.used
    FROM unnest(
      ${keys.map((key) => key.campaignId)}::uuid[], ${keys.map((key) => key.limitNo)}::smallint[],
      ${keys.map((key) => key.memberId)}::uuid[], ${keys.map((key) => key.windowStart)}::date[]
    ) AS wanted (campaign_id, limit_no, member_id, window_start)
    CROSS JOIN LATERAL (
      SELECT used FROM cap_use
      WHERE program_id = ${programId}::uuid AND campaign_id = wanted.campaign_id AND limit_no = wanted.limit_no
        AND member_id = wanted.member_id AND window_start = wanted.window_start
      LIMIT 1
    ) AS found`;
  return rows.map((row) => ({ ...row, used: Number(row.used) }));
}

/** Sets counters to what a batch leaves them at; the lane's lock has kept others away since they were read. */
export async function writeCaps(tx: Tx, programId: string, rows: readonly CapRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO cap_use (program_id, campaign_id, limit_no, member_id, window_start, used)
    SELECT ${programId}::uuid, * FROM unnest(
      ${rows.map((row) => row.campaignId)}::uuid[], ${rows.map((row) => row.limitNo)}::smallint[],
      ${rows.map((row) => row.memberId)}::uuid[], ${rows.map((row) => row.windowStart)}::date[],
      ${rows.map((row) => row.used)}::bigint[])
    ON CONFLICT (program_id, campaign_id, limit_no, member_id, window_start) DO UPDATE SET used = EXCLUDED.used`;
}

export type ReturnedLineRow = { eventId: string; line: number; quantityMilli: number; points: number };

/** Sets what has come back of purchases' lines to what a batch leaves it at. */
export async function writeReturnedLines(
  tx: Tx,
  programId: string,
  rows: readonly ReturnedLineRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO returned_line (program_id, event_id, line_no, quantity_milli, points)
    SELECT ${programId}::uuid, * FROM unnest(
      ${rows.map((row) => row.eventId)}::uuid[], ${rows.map((row) => row.line)}::int[],
      ${rows.map((row) => row.quantityMilli)}::bigint[], ${rows.map((row) => row.points)}::bigint[])
    ON CONFLICT (program_id, event_id, line_no) DO UPDATE
      SET quantity_milli = EXCLUDED.quantity_milli, points = EXCLUDED.points`;
}

/** The expiry day as PostgreSQL's text of a date gives it. */
export function isNever(expiresOn: string): boolean {
  return expiresOn === NEVER;
}
