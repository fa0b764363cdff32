import type { Day } from "@/lib/core/calendar";
import { type Columns, Prisma, rowsOf, type SqlTx } from "@/lib/db";
import type { PointTypeDto, ProgramAccountKind } from "@/lib/programs";
import type { Expiry, Pending, ReturnPolicy } from "@/lib/programs/schema";
import type { ProgramAccounts } from "./ledger-plan";
import { bySpendOrder, type ExpiryDay, emptyPurse, type Lot, type Purse } from "./posting";

/**
 * What posting reads and locks. Each statement handles a whole batch: keys are compared with an array of all that are
 * wanted, or `unnest` turns arrays into rows and LATERAL look-ups keep the plan on the indexes whatever the statistics
 * say. The planner takes a look-up without ORDER BY or LIMIT for a join, which it may begin at the other end.
 */

/** Whether what is read stays as it is to the end of the transaction, or is only looked at. */
export type Access = "lock" | "look";

/** A lane that this transaction has locked, with what its program posts by. */
export type LockedLane = {
  programId: string;
  lane: number;
  nextTransfer: number;
  nextEntry: number;
  blockNo: number;
  headHash: Uint8Array;
  /** The counters whose history is kept here, by number: null, or the member id below which it is. */
  counters: Readonly<Record<string, string | null>>;
  /** The first day that each counter keeps rows of, by number; all days where it has none. */
  historyFrom: Readonly<Record<string, Day>>;
  ruleSetVersion: number;
  currency: string;
  timeZone: string;
  locale: string;
  /** All types, the spendable one first. */
  pointTypes: PointTypeDto[];
  accounts: ProgramAccounts;
};

type LaneRow = Omit<LockedLane, "nextTransfer" | "nextEntry" | "blockNo" | "accounts" | "pointTypes"> & {
  nextTransfer: bigint;
  nextEntry: bigint;
  blockNo: bigint;
  pointTypes: (PointTypeDto & { expiry: Expiry; pending: Pending; returnPolicy: ReturnPolicy })[];
  accounts: [pointTypeNo: number, kind: ProgramAccountKind, accountId: string][];
};

/**
 * Locks a lane to the end of the transaction and reads what posting in it depends on. From here on the planner
 * keeps to nested loops over indexes: posting touches a thousand rows at most, and a plan made while the tables
 * were small must not read all of a big one.
 */
export async function lockLane(
  tx: SqlTx,
  programId: string,
  lane: number,
  access: Access = "lock",
): Promise<LockedLane> {
  const [row] = await tx.$queryRaw<LaneRow[]>`
    SELECT lane.program_id AS "programId", lane.lane, lane.next_transfer AS "nextTransfer",
           lane.next_entry AS "nextEntry", lane.block_no AS "blockNo", lane.head_hash AS "headHash",
           lane.counters, lane.history_from AS "historyFrom",
           program.rule_set_version AS "ruleSetVersion", program.currency, program.time_zone AS "timeZone",
           program.locale, types.list AS "pointTypes", own.list AS accounts,
           set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true),
           set_config('enable_seqscan', 'off', true)
    FROM lane
    JOIN program ON program.program_id = lane.program_id
    CROSS JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object(
               'pointTypeNo', point_type_no, 'code', code, 'name', name, 'spendable', spendable,
               'expiry', expiry, 'pending', pending, 'returnPolicy', return_policy,
               'valuePerThousandMinor', value_per_thousand_minor) ORDER BY point_type_no) AS list
      FROM point_type WHERE point_type.program_id = lane.program_id
    ) AS types
    CROSS JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_array(point_type_no, kind, account_id)) AS list
      FROM account WHERE account.program_id = lane.program_id AND account.party = lane.program_id
    ) AS own
    WHERE lane.program_id = ${programId}::uuid AND lane.lane = ${lane}::smallint
    ${access === "lock" ? Prisma.sql`FOR NO KEY UPDATE OF lane` : Prisma.empty}`;
  if (!row) throw new Error(`program ${programId} has no lane ${lane}`);
  const accounts = new Map<number, Record<ProgramAccountKind, string>>();
  for (const [pointTypeNo, kind, accountId] of row.accounts) {
    const own = accounts.get(pointTypeNo) ?? ({} as Record<ProgramAccountKind, string>);
    own[kind] = accountId;
    accounts.set(pointTypeNo, own);
  }
  return {
    ...row,
    nextTransfer: Number(row.nextTransfer),
    nextEntry: Number(row.nextEntry),
    blockNo: Number(row.blockNo),
    accounts,
  };
}

type AccountRow = {
  memberId: string;
  pointTypeNo: number;
  accountId: string;
  kind: "available" | "pending" | "debt";
  balance: number;
  held: number;
  slidesTo: string | null;
};

/** Which lots a batch needs. */
export type LotNeeds = {
  /** Members or pools of whom all lots with something free are needed. */
  of: readonly string[];
  /** Lots of theirs that are needed although nothing of them is free: to capture, to refill. */
  numbers?: readonly number[];
};

/**
 * Reads the accounts of members, and lots of theirs. Whoever holds the lane is alone with them, so nothing here needs
 * a lock of its own. An account that is missing here comes into being with its first transfer.
 */
export async function loadPurses(
  tx: SqlTx,
  { programId, timeZone }: Pick<LockedLane, "programId" | "timeZone">,
  memberIds: readonly string[],
  lots: LotNeeds,
): Promise<Purse[]> {
  const [columns] = await tx.$queryRaw<[Columns<AccountRow>]>`
    SELECT json_agg(party) AS "memberId", json_agg(point_type_no) AS "pointTypeNo", json_agg(account_id) AS "accountId",
           json_agg(kind) AS kind, json_agg(balance) AS balance, json_agg(held) AS held,
           json_agg(slides_to) AS "slidesTo"
    FROM account
    WHERE program_id = ${programId}::uuid AND party = ANY (${[...memberIds]}::uuid[])`;
  const purses = new Map<string, Purse>();
  for (const row of rowsOf(columns)) {
    const key = `${row.memberId} ${row.pointTypeNo}`;
    let purse = purses.get(key);
    if (!purse) {
      purse = { ...emptyPurse(row.memberId, row.pointTypeNo), lots: null };
      purses.set(key, purse);
    }
    fill(purse, row);
  }
  const found = [...purses.values()];
  if (lots.of.length > 0) await loadLots(tx, { programId, timeZone }, found, lots);
  return found;
}

function fill(purse: Purse, { kind, accountId, balance, held, slidesTo }: AccountRow): void {
  switch (kind) {
    case "available":
      purse.availableAccount = accountId;
      purse.available = balance;
      purse.held = held;
      purse.slidesTo = slidesTo;
      break;
    case "pending":
      purse.pendingAccount = accountId;
      purse.pending = balance;
      break;
    case "debt":
      purse.debtAccount = accountId;
      purse.owed = -balance;
      break;
  }
}

type LotRow = {
  accountId: string;
  lotNo: bigint;
  expiresOn: ExpiryDay;
  free: bigint;
  sliding: boolean;
  since: string | null;
  causeId: string;
  activatesOn: string | null;
  activatesBy: string | null;
  expiry: Expiry | null;
};

async function loadLots(
  tx: SqlTx,
  { programId, timeZone }: Pick<LockedLane, "programId" | "timeZone">,
  purses: readonly Purse[],
  { of, numbers = [] }: LotNeeds,
): Promise<void> {
  const wanted = new Set(of);
  const owners = new Map<string, Lot[]>();
  for (const purse of purses) {
    if (!wanted.has(purse.memberId)) continue;
    const lots: Lot[] = [];
    purse.lots = lots;
    for (const account of [purse.availableAccount, purse.pendingAccount]) {
      if (account !== null) owners.set(account, lots);
    }
  }
  const rows = await tx.$queryRaw<LotRow[]>`
    SELECT wanted.account_id AS "accountId", lot.lot_no AS "lotNo", lot.expires_on::text AS "expiresOn",
           lot.remaining - lot.reserved AS free, lot.sliding,
           (lot.activated_at AT TIME ZONE ${timeZone})::date::text AS since, lot.cause_id AS "causeId",
           lot.activates_on::text AS "activatesOn", lot.activates_by AS "activatesBy", lot.expiry
    FROM unnest(${[...owners.keys()]}::uuid[]) AS wanted (account_id)
    CROSS JOIN LATERAL (
      SELECT * FROM lot
      WHERE program_id = ${programId}::uuid AND account_id = wanted.account_id
        AND (remaining > reserved OR lot_no = ANY (${[...numbers]}::bigint[]))
      ORDER BY lot_no
    ) AS lot`;
  for (const row of rows) {
    owners.get(row.accountId)?.push({
      lotNo: Number(row.lotNo),
      expiresOn: row.expiresOn,
      free: Number(row.free),
      sliding: row.sliding,
      since: row.since,
      causeId: row.causeId,
      waiting:
        row.expiry === null
          ? null
          : { activatesOn: row.activatesOn, activatesBy: row.activatesBy, expiry: row.expiry },
    });
  }
  for (const lots of new Set(owners.values())) lots.sort(bySpendOrder);
}
