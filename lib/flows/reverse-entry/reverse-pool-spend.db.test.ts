import { beforeEach, describe, expect, it } from "vitest";
import { fixedClock } from "@/lib/core/clock";
import type { MemberDto } from "@/lib/members";
import { createPool, dissolvePool, readPool, setSpendLimit, spendFromPool } from "@/lib/pools";
import { ctxFor, makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { givePoints } from "@/lib/testing/give-points";
import { setLedgerPolicy } from "@/lib/testing/ledger-policy";
import { verifyLedger } from "@/lib/wallet";
import { contributeNow } from "../pass-points";
import { previewReversal, reverseEntry } from ".";

const clock = fixedClock(new Date("2026-11-20T12:00:00Z"));
const why = { reason: "Rung up twice" };

let program: TestProgram;
let amira: MemberDto;
let poolId: string;

beforeEach(async () => {
  program = await makeProgram({ lanes: 4 }, clock);
  amira = await makeMember(program.ctx);
  await setLedgerPolicy(program.programId, { pools: { enabled: true } });
  await givePoints(program.ctx, amira.memberId, 100);
  const { memberId } = amira;
  const own = ctxFor(program, { memberId, clock });
  ({ poolId } = await createPool(own, memberId, { kind: "team", name: "Choir" }));
  await contributeNow(own, poolId, { memberId, points: 100 });
  await setSpendLimit(own, poolId, { memberId, monthlyLimit: 60 });
});

const spend = (points: number) =>
  spendFromPool(program.ctx, poolId, { memberId: amira.memberId, points, reason: "Brunch" });

describe("reversing what was spent out of a pool", () => {
  it("gives the points back to the pool, and to the member what they may spend this month", async () => {
    const { spendId } = await spend(60);
    await expect(spend(1)).rejects.toMatchObject({ code: "spend_limit" });
    await reverseEntry(program.ctx, spendId, why);
    const { available, membership } = await readPool(program.ctx, poolId);
    expect({ available, spent: membership[0]?.spentThisMonth }).toEqual({ available: 100, spent: 0 });
    expect(await spend(25)).toMatchObject({ availableAfter: 75, leftThisMonth: 35 });
    expect((await verifyLedger(program.ctx)).findings).toEqual([]);
  });

  it("is refused once the pool is dissolved: nobody could use the points there", async () => {
    const { spendId } = await spend(60);
    await dissolvePool(program.ctx, poolId);
    await expect(previewReversal(program.ctx, spendId)).rejects.toMatchObject({ code: "not_reversible" });
    await expect(reverseEntry(program.ctx, spendId, why)).rejects.toMatchObject({ code: "not_reversible" });
    expect(await readPool(program.ctx, poolId)).toMatchObject({ available: 0 });
  });
});
