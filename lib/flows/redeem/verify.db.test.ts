import { beforeAll, describe, expect, it, test } from "vitest";
import { db } from "@/lib/db";
import type { TestProgram } from "@/lib/testing/fixtures";
import { verifyProgram } from "@/lib/verifications";
import { redeem, reverseRedemption } from ".";
import { BERLIN, findingsOf, makeParcel, makePoolReward, makeReward, makeShopper, wish } from "./testing";

let program: TestProgram;

/** One of each kind: reserved, fulfilled with a made code, with one of a pool, and taken back. */
beforeAll(async () => {
  const shopper = await makeShopper({ lanes: 1 });
  const { memberId, asMember, asSupport } = shopper;
  program = shopper.program;
  await redeem(asMember, memberId, wish(await makeParcel(program), { delivery: BERLIN }));
  await redeem(asMember, memberId, wish(await makeReward(program)));
  const pool = await makePoolReward(program, ["A-1", "A-2", "A-3"]);
  await redeem(asMember, memberId, wish(pool.rewardId));
  const { redemptionId } = await redeem(asMember, memberId, wish(await makeReward(program)));
  await reverseRedemption(asSupport, redemptionId, { reason: "Wrong reward" });
});

class RolledBack extends Error {}

/** What is broken once statements have got past all guards, which is then undone. */
async function brokenBy(statement: string): Promise<string[]> {
  let broken: string[] = [];
  await db()
    .$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
      await tx.$executeRawUnsafe(statement.replaceAll("OURS", `program_id = '${program.programId}'`));
      broken = Object.keys((await verifyProgram({ ...program.ctx, tx })).broken);
      throw new RolledBack();
    })
    .catch((error: unknown) => {
      if (!(error instanceof RolledBack)) throw error;
    });
  return broken;
}

it("holds", async () => {
  expect(await findingsOf(program)).toEqual([]);
});

const DAMAGE: [what: string, statement: string, check: string][] = [
  [
    "a hold that ended without its redemption",
    "UPDATE hold SET state = 'released', closed_at = created_at WHERE OURS AND state = 'open'",
    "redemption_holds",
  ],
  [
    "a hold of other points",
    "UPDATE redemption SET points = 99 WHERE OURS AND state = 'reserved'",
    "redemption_holds",
  ],
  [
    "a hold without its redemption",
    "UPDATE hold SET redemption_id = gen_random_uuid() WHERE OURS AND state = 'open'",
    "redemption_holds",
  ],
  [
    "a redemption that spent nothing",
    "UPDATE redemption SET spend_id = NULL WHERE OURS AND state = 'fulfilled'",
    "redemption_spends",
  ],
  [
    "a redemption that spent something else",
    "UPDATE redemption SET points = 101 WHERE OURS AND state = 'fulfilled'",
    "redemption_spends",
  ],
  ["a reversal that is gone", "DELETE FROM reversed_entry WHERE OURS", "redemption_spends"],
  [
    "a code that was handed to nobody",
    "UPDATE pool_code SET redemption_id = gen_random_uuid() WHERE OURS AND state = 'handed'",
    "pool_codes",
  ],
  [
    "two codes for one redemption",
    `UPDATE pool_code SET state = 'handed', handed_at = now(), redemption_id = (
       SELECT redemption_id FROM pool_code WHERE OURS AND state = 'handed' LIMIT 1)
     WHERE OURS AND state = 'free'`,
    "pool_codes",
  ],
  [
    "a voucher of what was never fulfilled",
    `UPDATE voucher SET redemption_id = (SELECT redemption_id FROM redemption WHERE OURS AND state = 'reserved')
     WHERE OURS AND state = 'issued'`,
    "redemption_vouchers",
  ],
  [
    "a voucher that counts although it was taken back",
    "UPDATE voucher SET state = 'issued', closed_at = NULL WHERE OURS AND state = 'withdrawn'",
    "redemption_vouchers",
  ],
  [
    "a redemption with a voucher that is not there",
    "UPDATE redemption SET voucher_id = gen_random_uuid() WHERE OURS AND state = 'reserved'",
    "redemption_vouchers",
  ],
];

describe("what is done to the rows is found", () => {
  test.each(DAMAGE)("%s", async (_what, statement, check) => {
    expect(await brokenBy(statement)).toContain(check);
  });
});
