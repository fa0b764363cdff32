import { beforeAll, describe, expect, test } from "vitest";
import { Forbidden } from "@/lib/core/errors";
import { db, type Tx } from "@/lib/db";
import { ctxFor, makeProgram } from "@/lib/testing/fixtures";
import { makeRichLedger, type RichLedger } from "@/lib/testing/rich-ledger";
import { LEDGER_CHECKS, type LedgerCheck, MAX_FINDINGS } from "./schema";
import { type LedgerReport, readChainHeads, type VerifyProgress, verifyLedger } from "./verify-ledger";

let ledger: RichLedger;
beforeAll(async () => {
  ledger = await makeRichLedger();
});

class Undone extends Error {}

/** Does something to the ledger as an administrator could who gets round the guards, verifies, and undoes it. */
async function verifyAfter(work: (tx: Tx) => Promise<unknown>): Promise<LedgerReport> {
  let report: LedgerReport | undefined;
  const run = db().$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    await work(tx);
    report = await verifyLedger({ ...ledger.ctx, tx });
    throw new Undone();
  });
  await expect(run).rejects.toThrow(Undone);
  if (report === undefined) throw new Error("nothing was verified");
  return report;
}

/** Runs statements; `$program` and `$member` stand for their ids. @returns the checks that then do not hold */
async function checksBrokenBy(statements: string): Promise<LedgerCheck[]> {
  const { findings } = await verifyAfter(async (tx) => {
    const own = statements
      .replaceAll("$program", `'${ledger.programId}'::uuid`)
      .replaceAll("$member", `'${ledger.memberId}'::uuid`);
    let rows = 0;
    for (const statement of own.split(";")) rows += await tx.$executeRawUnsafe(statement);
    // Statements that meet no row would prove nothing.
    expect(rows).toBeGreaterThan(0);
  });
  return [...new Set(findings.map(({ check }) => check))];
}

test("a ledger as it was posted is sound, whatever is in it", async () => {
  const report = await verifyLedger(ledger.ctx);
  expect(report).toMatchObject({ isSound: true, findings: [], broken: {} });
  const { events, entries, transfers, accounts, lots, blocks } = report.counts;
  expect(Math.min(events, entries, transfers, accounts, lots, blocks)).toBeGreaterThan(3);
});

const ONE_LANE = "program_id = $program";
/** Every kind of row, changed and removed, with the checks that say so. */
const DAMAGE: [what: string, statement: string, checks: LedgerCheck[]][] = [
  [
    "an amount changed",
    `UPDATE transfer SET amount = amount + 1 WHERE ${ONE_LANE} AND transfer_no = 1`,
    ["balance", "counters", "lot", "balance_after", "decisions", "day_totals", "chain"],
  ],
  [
    "a transfer's instant changed",
    `UPDATE transfer SET occurred_at = now() WHERE ${ONE_LANE} AND transfer_no = 1`,
    ["chain"],
  ],
  [
    "a transfer's campaign changed",
    `UPDATE transfer SET campaign_id = gen_random_uuid() WHERE ${ONE_LANE} AND transfer_no = 1`,
    ["chain"],
  ],
  [
    "a transfer's posting time changed",
    `UPDATE transfer SET posted_at = posted_at + interval '1 day' WHERE ${ONE_LANE} AND transfer_no = 1`,
    ["day_totals", "chain"],
  ],
  [
    "a transfer's kind changed",
    `UPDATE transfer SET kind = 'credit' WHERE ${ONE_LANE} AND kind = 'spend'`,
    ["sides", "chain"],
  ],
  [
    "a transfer's receiver changed",
    `UPDATE transfer SET credit_account = gen_random_uuid() WHERE ${ONE_LANE} AND transfer_no = 1`,
    ["balance", "sides", "chain"],
  ],
  [
    "points made of nothing",
    `UPDATE transfer SET debit_account = (SELECT account_id FROM account WHERE ${ONE_LANE} AND kind = 'redeemed'
       AND point_type_no = 1) WHERE ${ONE_LANE} AND transfer_no = 1`,
    ["sides", "balance", "chain"],
  ],
  [
    "a transfer removed",
    `DELETE FROM transfer WHERE ${ONE_LANE} AND transfer_no = 1`,
    ["balance", "lot", "numbers", "decisions", "chain"],
  ],
  [
    "two transfers swapped",
    `UPDATE transfer SET transfer_no = 1000 WHERE ${ONE_LANE} AND transfer_no = 1;
     UPDATE transfer SET transfer_no = 1 WHERE ${ONE_LANE} AND transfer_no = 2;
     UPDATE transfer SET transfer_no = 2 WHERE ${ONE_LANE} AND transfer_no = 1000`,
    ["chain"],
  ],
  [
    "a transfer forged at the end",
    `INSERT INTO transfer SELECT program_id, lane, transfer_no + 1000, member_id, debit_account, credit_account,
       point_type_no, amount, kind, gen_random_uuid(), campaign_id, lot_no, balance_after, occurred_at, posted_at
       FROM transfer WHERE ${ONE_LANE} AND transfer_no = 1`,
    ["balance", "numbers", "decisions"],
  ],
  [
    "a balance changed",
    `UPDATE account SET balance = balance + 1 WHERE ${ONE_LANE} AND party = $member AND kind = 'available'`,
    ["balance", "lots"],
  ],
  [
    "a debt changed",
    `UPDATE account SET balance = balance - 1 WHERE ${ONE_LANE} AND kind = 'debt'`,
    ["balance"],
  ],
  [
    "clearing changed",
    `UPDATE account SET balance = balance + 1 WHERE ${ONE_LANE} AND kind = 'clearing' AND point_type_no = 1`,
    ["balance", "clearing"],
  ],
  [
    "a lifetime count changed",
    `UPDATE account SET earned = earned + 1 WHERE ${ONE_LANE} AND party = $member AND kind = 'available'`,
    ["counters"],
  ],
  [
    "held points changed",
    `UPDATE account SET held = held + 1 WHERE ${ONE_LANE} AND party = $member AND kind = 'available'`,
    ["held"],
  ],
  [
    "an account below its floor",
    `ALTER TABLE account DROP CONSTRAINT account_floor_check;
     UPDATE account SET floor = 1000000 WHERE ${ONE_LANE} AND party = $member AND kind = 'available'`,
    ["floors"],
  ],
  ["an account removed", `DELETE FROM account WHERE ${ONE_LANE} AND kind = 'redeemed'`, ["sides"]],
  [
    "a lot drawn",
    `UPDATE lot SET remaining = remaining - 1 WHERE ${ONE_LANE} AND remaining > reserved`,
    ["lots", "lot"],
  ],
  ["a lot's grant changed", `UPDATE lot SET granted = granted + 1 WHERE ${ONE_LANE}`, ["lot"]],
  [
    "a lot reserved",
    `UPDATE lot SET reserved = reserved + 1 WHERE ${ONE_LANE} AND remaining > reserved`,
    ["held", "pins"],
  ],
  ["a lot removed", `DELETE FROM lot WHERE ${ONE_LANE}`, ["lots", "lot"]],
  [
    "a pending lot called active",
    `UPDATE lot SET activated_at = now(), activates_by = NULL WHERE ${ONE_LANE} AND activates_by IS NOT NULL`,
    ["lot"],
  ],
  ["a hold reduced", `UPDATE hold SET amount = amount - 1 WHERE ${ONE_LANE}`, ["held", "pins"]],
  [
    "a hold closed by hand",
    `UPDATE hold SET state = 'released', closed_at = now() WHERE ${ONE_LANE}`,
    ["held", "pins"],
  ],
  ["a hold removed", `DELETE FROM hold WHERE ${ONE_LANE}`, ["held", "pins"]],
  ["a pin changed", `UPDATE hold_lot SET amount = amount - 1 WHERE ${ONE_LANE}`, ["pins"]],
  ["a pin removed", `DELETE FROM hold_lot WHERE ${ONE_LANE}`, ["pins"]],
  ["a reversal enlarged", `UPDATE reversal SET amount = amount + 100 WHERE ${ONE_LANE}`, ["reversals"]],
  ["a reversal removed", `DELETE FROM reversal WHERE ${ONE_LANE}`, ["reversals"]],
  ["a reversed entry forgotten", `DELETE FROM reversed_entry WHERE ${ONE_LANE}`, ["reversals"]],
  [
    "an entry called reversed",
    `INSERT INTO reversed_entry SELECT program_id, cause_id, gen_random_uuid(), posted_at FROM decision
     WHERE ${ONE_LANE} AND kind = 'purchase'`,
    ["reversals"],
  ],
  [
    "another entry called reversed",
    `UPDATE reversed_entry SET cause_id = gen_random_uuid() WHERE ${ONE_LANE}`,
    ["reversals"],
  ],
  ["a reversal of another transfer", `UPDATE reversal SET transfer_no = 99 WHERE ${ONE_LANE}`, ["reversals"]],
  ["an entry's points changed", `UPDATE decision SET points = points + 1 WHERE ${ONE_LANE}`, ["decisions"]],
  [
    "an entry's change of balance changed",
    `UPDATE decision SET delta = delta + 1 WHERE ${ONE_LANE} AND entry_no = 1`,
    ["decisions", "statement"],
  ],
  [
    "an entry's balance changed",
    `UPDATE decision SET balance_after = balance_after + 1 WHERE ${ONE_LANE} AND entry_no = 2`,
    ["statement"],
  ],
  [
    "an entry's transfers changed",
    `UPDATE decision SET first_transfer = first_transfer + 1 WHERE ${ONE_LANE} AND entry_no = 2`,
    ["decisions"],
  ],
  [
    "an entry's debt changed",
    `UPDATE decision SET outcome = jsonb_set(outcome::jsonb, '{debt,made}', '7')::json WHERE ${ONE_LANE} AND kind = 'purchase'`,
    ["decisions"],
  ],
  [
    "an entry given the number of another",
    `UPDATE decision SET entry_no = 1 WHERE ${ONE_LANE} AND entry_no = 2`,
    ["entries"],
  ],
  [
    "an entry removed",
    `DELETE FROM decision WHERE ${ONE_LANE} AND kind = 'purchase'`,
    ["entries", "decisions", "statement", "events", "caps", "campaign_totals", "day_totals"],
  ],
  [
    "an entry moved to another lane",
    `UPDATE decision SET lane = 1 WHERE ${ONE_LANE} AND entry_no = 1`,
    ["lanes", "entries", "decisions"],
  ],
  ["an event removed", `DELETE FROM event WHERE ${ONE_LANE} AND type = 'purchase'`, ["events"]],
  ["a queued event lost", `DELETE FROM queue WHERE ${ONE_LANE}`, ["events"]],
  [
    "a posted event queued again",
    `INSERT INTO queue SELECT program_id, 0, event_id, 0 FROM event
     WHERE ${ONE_LANE} AND external_id = 'p1'`,
    ["events"],
  ],
  ["an event queued in another lane", `UPDATE queue SET lane = 7 WHERE ${ONE_LANE}`, ["events"]],
  [
    "an event forged in the queue",
    `INSERT INTO queue VALUES ($program, 0, gen_random_uuid(), 0)`,
    ["events"],
  ],
  ["an event set aside lost", `DELETE FROM dead_letter WHERE ${ONE_LANE}`, ["events"]],
  ["a counted limit changed", `UPDATE cap_use SET used = used + 1 WHERE ${ONE_LANE}`, ["caps"]],
  ["a counted limit removed", `DELETE FROM cap_use WHERE ${ONE_LANE}`, ["caps"]],
  [
    "a budget's use changed",
    `UPDATE budget_lane SET used = used - 1 WHERE ${ONE_LANE} AND used > 0`,
    ["budgets"],
  ],
  [
    "a budget's reservations changed",
    `UPDATE budget SET reserved = reserved + 1 WHERE ${ONE_LANE}`,
    ["budgets"],
  ],
  ["a lane's budget removed", `DELETE FROM budget_lane WHERE ${ONE_LANE}`, ["budgets"]],
  ["a budget removed", `DELETE FROM budget WHERE ${ONE_LANE}`, ["budgets"]],
  [
    "a campaign's total changed",
    `UPDATE campaign_total SET points = points + 1 WHERE ${ONE_LANE}`,
    ["campaign_totals"],
  ],
  ["a campaign's total removed", `DELETE FROM campaign_total WHERE ${ONE_LANE}`, ["campaign_totals"]],
  ["a day's total changed", `UPDATE day_total SET redeemed = redeemed + 1 WHERE ${ONE_LANE}`, ["day_totals"]],
  ["a day's total removed", `DELETE FROM day_total WHERE ${ONE_LANE}`, ["day_totals"]],
  [
    "a returned line changed",
    `UPDATE returned_line SET points = points + 500 WHERE ${ONE_LANE}`,
    ["returned_lines"],
  ],
  ["a returned line removed", `DELETE FROM returned_line WHERE ${ONE_LANE}`, ["returned_lines"]],
  ["a block removed", `DELETE FROM block WHERE ${ONE_LANE} AND block_no = 2`, ["chain"]],
  [
    "a block's hash changed",
    `UPDATE block SET hash = sha256(hash) WHERE ${ONE_LANE} AND block_no = 2`,
    ["chain"],
  ],
  ["the last block removed", `DELETE FROM block WHERE ${ONE_LANE} AND block_no > 3`, ["chain"]],
  ["a head turned back", `UPDATE lane SET block_no = block_no - 1 WHERE ${ONE_LANE}`, ["chain"]],
  ["a head's hash changed", `UPDATE lane SET head_hash = sha256(head_hash) WHERE ${ONE_LANE}`, ["chain"]],
  [
    "a lane's next number changed",
    `UPDATE lane SET next_transfer = next_transfer + 1 WHERE ${ONE_LANE}`,
    ["numbers", "chain"],
  ],
  [
    "a lane's next entry changed",
    `UPDATE lane SET next_entry = next_entry + 1 WHERE ${ONE_LANE}`,
    ["entries"],
  ],
];

/** Checks of what is kept beside the ledger: their domains test them. */
const OF_OTHER_DOMAINS: readonly LedgerCheck[] = [
  "history",
  "redemption_holds",
  "redemption_spends",
  "pool_codes",
  "redemption_vouchers",
];

describe("what is done to the rows is found", () => {
  test.each(DAMAGE)("%s", async (_what, statement, checks) => {
    expect(await checksBrokenBy(statement)).toEqual(expect.arrayContaining(checks));
  });

  test("by every check there is", () => {
    const tested = new Set(DAMAGE.flatMap(([, , checks]) => checks));
    // Anchors have a test of their own.
    const elsewhere = new Set(["anchor", ...OF_OTHER_DOMAINS]);
    expect(LEDGER_CHECKS.filter((check) => !elsewhere.has(check) && !tested.has(check))).toEqual([]);
  });
});

test("names the places, and counts those that it does not name", async () => {
  const { findings, broken } = await verifyAfter(async (tx) => {
    await tx.$executeRawUnsafe(`
      INSERT INTO queue SELECT '${ledger.programId}', 0, gen_random_uuid(), 0 FROM generate_series(1, 50)`);
    await tx.$executeRawUnsafe(
      `UPDATE transfer SET amount = 7 WHERE program_id = '${ledger.programId}' AND transfer_no = 1`,
    );
  });
  expect(broken.events).toBe(50);
  expect(findings.filter(({ check }) => check === "events")).toHaveLength(MAX_FINDINGS);
  expect(findings.find(({ check }) => check === "chain")).toEqual({
    check: "chain",
    where: "lane 0 block 1",
    detail: expect.stringMatching(/^the block does not seal the transfers 1 to \d+ as they are$/),
  });
});

test("a chain that was rewritten as a whole verifies, and does not contain the heads that were kept", async () => {
  const heads = await readChainHeads(ledger.ctx);
  expect(heads).toHaveLength(1);
  expect((await verifyLedger(ledger.ctx, { against: heads })).isSound).toBe(true);
  const [head] = heads;
  if (head === undefined) throw new Error("no head");
  const rewritten = await verifyLedger(ledger.ctx, { against: [{ ...head, hash: "0".repeat(64) }] });
  expect(rewritten.findings).toMatchObject([{ check: "anchor", where: `lane 0 block ${head.block}` }]);
  const shortened = await verifyLedger(ledger.ctx, { against: [{ ...head, block: head.block + 1 }] });
  expect(shortened.broken).toEqual({ anchor: 1 });
});

test("says how far it is", async () => {
  const seen: VerifyProgress[] = [];
  const { counts } = await verifyLedger(ledger.ctx, { onProgress: (progress) => void seen.push(progress) });
  const all = LEDGER_CHECKS.length - OF_OTHER_DOMAINS.length;
  expect(seen[0]).toEqual({ checksDone: 0, checks: all, blocksWalked: 0, blocks: counts.blocks });
  expect(seen.at(-1)).toEqual({
    checksDone: all,
    checks: all,
    blocksWalked: counts.blocks,
    blocks: counts.blocks,
  });
});

test("verifying needs the permission", async () => {
  const program = await makeProgram();
  const cashier = ctxFor(program, { role: "cashier" });
  await expect(verifyLedger(cashier)).rejects.toThrow(Forbidden);
  await expect(readChainHeads(cashier)).rejects.toThrow(Forbidden);
});
