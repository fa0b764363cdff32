import { beforeAll, expect, test } from "vitest";
import { db, type Tx } from "@/lib/db";
import { makeRichLedger, type RichLedger } from "@/lib/testing/rich-ledger";

let ledger: RichLedger;
beforeAll(async () => {
  ledger = await makeRichLedger();
});

class Undone extends Error {}

/** Runs a statement as the product could; `$program` and `$member` stand for their ids. Nothing of it stays. */
async function attempt(statement: string, before?: (tx: Tx) => Promise<unknown>): Promise<void> {
  const own = statement
    .replaceAll("$program", `'${ledger.programId}'::uuid`)
    .replaceAll("$member", `'${ledger.memberId}'::uuid`);
  const run = db().$transaction(async (tx) => {
    await before?.(tx);
    // A guard that is never asked proves nothing.
    if ((await tx.$executeRawUnsafe(own)) === 0) throw new Error("the statement met no row");
    throw new Undone();
  });
  await run.catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error;
  });
}

const available = "program_id = $program AND party = $member AND kind = 'available' AND point_type_no = 1";

test.each([
  [
    "a balance is set",
    `UPDATE account SET balance = balance + 1 WHERE ${available}`,
    "moves by transfers alone",
  ],
  [
    "a lifetime count is set",
    `UPDATE account SET earned = earned + 1 WHERE ${available}`,
    "moves by transfers alone",
  ],
  [
    "a debt is forgotten",
    "UPDATE account SET balance = 0 WHERE program_id = $program AND kind = 'debt'",
    "moves by transfers alone",
  ],
  [
    "an account is opened with points in it",
    `INSERT INTO account (program_id, account_id, kind, point_type_no, party, balance)
     VALUES ($program, gen_random_uuid(), 'available', 1, gen_random_uuid(), 10)`,
    "moves by transfers alone",
  ],
  [
    "an account is given to somebody else",
    `UPDATE account SET party = gen_random_uuid() WHERE ${available}`,
    "stays the available account of its owner",
  ],
  [
    "an account becomes a source of points",
    `UPDATE account SET kind = 'issued', floor = NULL WHERE ${available}`,
    "stays the available account of its owner",
  ],
  [
    "an account may be overdrawn",
    `UPDATE account SET floor = NULL WHERE ${available}`,
    "account_bounded_check",
  ],
  [
    "more is held than there is",
    `UPDATE account SET held = balance + 1 WHERE ${available}`,
    "account_floor_check",
  ],
  ["an account is removed", `DELETE FROM account WHERE ${available}`, "its rows are only ever added"],
  [
    "a lot is drawn",
    "UPDATE lot SET remaining = remaining - 1 WHERE program_id = $program AND remaining > reserved",
    "drawn by transfers alone",
  ],
  [
    "a lot is refilled",
    "UPDATE lot SET remaining = granted WHERE program_id = $program AND remaining < granted",
    "drawn by transfers alone",
  ],
  [
    "a lot's grant is changed",
    "UPDATE lot SET granted = granted + 1 WHERE program_id = $program",
    "drawn by transfers alone",
  ],
  [
    "a lot reserves more than it has",
    "UPDATE lot SET reserved = remaining + 1 WHERE program_id = $program",
    "lot_remaining_check",
  ],
  [
    "a lot is opened in part",
    `INSERT INTO lot (program_id, lane, account_id, expires_on, lot_no, granted, remaining, cause_id, activated_at)
     SELECT program_id, lane, account_id, expires_on, 999, 10, 5, cause_id, now() FROM lot WHERE program_id = $program LIMIT 1`,
    "drawn by transfers alone",
  ],
  ["a lot is removed", "DELETE FROM lot WHERE program_id = $program", "its rows are only ever added"],
  [
    "a transfer is changed",
    "UPDATE transfer SET amount = amount WHERE program_id = $program",
    "its rows are only ever added",
  ],
  [
    "a transfer is removed",
    "DELETE FROM transfer WHERE program_id = $program",
    "its rows are only ever added",
  ],
  ["all transfers are removed", "TRUNCATE transfer", "its rows are only ever added"],
  [
    "an entry is changed",
    "UPDATE decision SET points = points WHERE program_id = $program",
    "its rows are only ever added",
  ],
  ["an entry is removed", "DELETE FROM decision WHERE program_id = $program", "its rows are only ever added"],
  [
    "a block is changed",
    "UPDATE block SET hash = hash WHERE program_id = $program",
    "its rows are only ever added",
  ],
  ["a block is removed", "DELETE FROM block WHERE program_id = $program", "its rows are only ever added"],
  ["all blocks are removed", "TRUNCATE block", "its rows are only ever added"],
  [
    "a reversal is removed",
    "DELETE FROM reversal WHERE program_id = $program",
    "its rows are only ever added",
  ],
  [
    "a lane goes back",
    "UPDATE lane SET block_no = block_no - 1 WHERE program_id = $program",
    "only moves on",
  ],
  ["a lane numbers anew", "UPDATE lane SET next_transfer = 1 WHERE program_id = $program", "only moves on"],
  [
    "a lane counts entries anew",
    "UPDATE lane SET next_entry = 1 WHERE program_id = $program",
    "only moves on",
  ],
  [
    "a lane's head is exchanged",
    "UPDATE lane SET head_hash = sha256(head_hash) WHERE program_id = $program",
    "only moves on",
  ],
  ["a lane is removed", "DELETE FROM lane WHERE program_id = $program", "its rows are only ever added"],
  ["a hold is removed", "DELETE FROM hold WHERE program_id = $program", "its rows are only ever added"],
  [
    "what a hold pins is removed",
    "DELETE FROM hold_lot WHERE program_id = $program",
    "its rows are only ever added",
  ],
  [
    "more is captured than was held",
    "UPDATE hold SET captured = amount + 1 WHERE program_id = $program",
    "hold_captured_check",
  ],
  [
    "more is reversed than there was",
    "INSERT INTO reversal SELECT program_id, lane, transfer_no, 9999, 1000000 FROM reversal WHERE program_id = $program",
    "so 1000020 cannot be reversed",
  ],
  [
    "what never was is reversed",
    "INSERT INTO reversal VALUES ($program, 0, 9998, 9999, 1)",
    "moved 0 points, so 1 cannot be reversed",
  ],
])("the database refuses that %s", async (_what, statement, refusal) => {
  await expect(attempt(statement)).rejects.toThrow(refusal);
});

test("a hold that is closed is closed for good", async () => {
  const close = (tx: Tx) =>
    tx.$executeRawUnsafe(
      `UPDATE hold SET state = 'released', closed_at = now() WHERE program_id = '${ledger.programId}'`,
    );
  for (const change of [
    "state = 'open', closed_at = NULL",
    "state = 'captured'",
    "captured = captured + 1",
  ]) {
    await expect(attempt(`UPDATE hold SET ${change} WHERE program_id = $program`, close)).rejects.toThrow(
      "is released for good",
    );
  }
});

/** A transfer of five points, written by hand beside the product. */
function transferBetween(kind: string, from: string, to: string, more = ""): string {
  const account = (wanted: string) =>
    `(SELECT account_id FROM account WHERE program_id = $program AND point_type_no = 1 AND ${wanted} LIMIT 1)`;
  return `
    INSERT INTO transfer (program_id, lane, transfer_no, member_id, debit_account, credit_account, point_type_no, amount,
                          kind, cause_id, lot_no, balance_after, occurred_at, posted_at)
    VALUES ($program, 0, 5000, $member, ${account(from)}, ${account(to)}, 1, 5, '${kind}', gen_random_uuid(),
            ${more || "NULL"}, 0, now(), now())`;
}

const own = "party = $member AND kind = 'available'";

test.each([
  ["earned from what was redeemed", "earn", "kind = 'redeemed'", own],
  ["earned from what was returned", "credit", "kind = 'returned'", own],
  ["lent to oneself", "earn", "kind = 'debt'", own],
  ["paid off by what expired", "debt_payment", "kind = 'expired'", "kind = 'debt'"],
  ["spent to somebody else", "spend", own, "kind = 'available' AND party <> $member"],
  ["sent past clearing", "transfer_out", own, "kind = 'available' AND party <> $member"],
  ["taken from somebody else", "spend", "kind = 'available' AND party <> $member", "kind = 'redeemed'"],
  ["reversed into a source", "reversal", "kind = 'issued'", own],
])("points are not %s", async (_what, kind, from, to) => {
  await expect(attempt(transferBetween(kind, from, to))).rejects.toThrow(
    /transfer_sides|does not move points of its member|account_floor_check|account_debt_check/,
  );
});

test("points that are earned need the lot that they open, and points that are spent the lot that they draw", async () => {
  await expect(attempt(transferBetween("earn", "kind = 'issued'", own, "5000"))).rejects.toThrow(
    "lots are not what their transfers opened",
  );
  await expect(attempt(transferBetween("spend", own, "kind = 'redeemed'", "4999"))).rejects.toThrow(
    "name a lot that is not there",
  );
});

test("nobody draws the lots of others, and each posting is of one lane", async () => {
  const [lot] = await db().$queryRaw<{ lotNo: bigint; other: string }[]>`
    SELECT lot.lot_no AS "lotNo", other.party::text AS other
    FROM account JOIN lot USING (program_id, account_id)
    JOIN account AS other ON other.program_id = account.program_id AND other.kind = 'available'
      AND other.party <> account.party
    WHERE account.program_id = ${ledger.programId}::uuid AND account.party = ${ledger.memberId}::uuid
      AND lot.lane = 0 AND lot.remaining - lot.reserved >= 5 LIMIT 1`;
  const theirs = transferBetween("spend", own, "kind = 'redeemed'", String(lot?.lotNo));
  await expect(attempt(theirs.replaceAll("$member", `'${lot?.other}'::uuid`))).rejects.toThrow(
    "name a lot that is not there",
  );
  const twoLanes = transferBetween("spend", own, "kind = 'redeemed'", "1").replace(
    /VALUES (\(.*\))$/s,
    (_, row: string) => `VALUES ${row}, ${row.replace("$program, 0,", "$program, 1,")}`,
  );
  await expect(attempt(twoLanes)).rejects.toThrow("transfers are added lane by lane");
});

test("a statement that adds no transfer is none of the guards' business", async () => {
  await expect(db().$executeRaw`INSERT INTO transfer SELECT * FROM transfer WHERE FALSE`).resolves.toBe(0);
});

test("nobody spends more than there is", async () => {
  const all = transferBetween("spend", own, "kind = 'redeemed'", "1").replace(
    "1, 5, 'spend'",
    "1, 1000000, 'spend'",
  );
  await expect(attempt(all)).rejects.toThrow(/account_floor_check|lot_remaining_check/);
});
