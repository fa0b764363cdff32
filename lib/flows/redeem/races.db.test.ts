import { expect, it } from "vitest";
import { db } from "@/lib/db";
import { createMembers } from "@/lib/members";
import { ctxFor, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { givePoints } from "@/lib/testing/give-points";
import { redeem } from ".";
import { findingsOf, makePoolReward, makeReward, stockOf, wish } from "./testing";

const ASKERS = 1_000;
const THERE = 100;
const AT_ONCE = 16;

/** Members in all lanes, each of whom could have all of it. */
async function makeCrowd(members: number) {
  const program = await makeProgram({ lanes: 8 });
  const crowd = await createMembers(
    program.ctx,
    Array.from({ length: members }, (_, index) => ({ name: `Member ${index}` })),
  );
  for (const { memberId } of crowd) await givePoints(program.ctx, memberId, 10_000);
  return { program, memberIds: crowd.map(({ memberId }) => memberId) };
}

/** Whoever finds no connection free asks again, as people do; a lost conflict would be told apart. */
const BUSY = "no connection to the database was free in time";

function codeOf(error: unknown): string {
  const { code, message } = error as { code?: string; message: string };
  return code === undefined || code === "unavailable" ? message : code;
}

/** A thousand askers, of whom as many are at it at any moment as wait for a connection without giving up. */
async function askAll(program: TestProgram, memberIds: readonly string[], rewardId: string) {
  const asked = Array.from({ length: ASKERS }, (_, index) => memberIds[index % memberIds.length] ?? "");
  const counts: Record<string, number> = {};
  const asker = async () => {
    for (let memberId = asked.pop(); memberId !== undefined; memberId = asked.pop()) {
      const ctx = ctxFor(program, { memberId });
      const code = await redeem(ctx, memberId, wish(rewardId)).then(() => "ok", codeOf);
      if (code === BUSY) asked.push(memberId);
      else counts[code] = (counts[code] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, asker));
  return counts;
}

it("a thousand who ask at once for a hundred things get exactly a hundred, and nobody meets a deadlock", async () => {
  const { program, memberIds } = await makeCrowd(25);
  const rewardId = await makeReward(program, { stock: THERE });
  expect(await askAll(program, memberIds, rewardId)).toEqual({ ok: THERE, out_of_stock: ASKERS - THERE });
  expect(await stockOf(program, rewardId)).toBe(0);
  const { programId } = program;
  expect(await db().redemption.count({ where: { programId, state: "fulfilled" } })).toBe(THERE);
  expect(await db().redemption.count({ where: { programId } })).toBe(THERE);
  expect(await findingsOf(program)).toEqual([]);
}, 120_000);

it("a hundred codes of a pool go to exactly a hundred of a thousand, each to one", async () => {
  const { program, memberIds } = await makeCrowd(25);
  const codes = Array.from({ length: THERE }, (_, index) => `CODE-${index}`);
  const { rewardId } = await makePoolReward(program, codes);
  expect(await askAll(program, memberIds, rewardId)).toEqual({ ok: THERE, pool_empty: ASKERS - THERE });
  const { programId } = program;
  const vouchers = await db().voucher.findMany({ where: { programId }, select: { code: true } });
  expect(vouchers.map(({ code }) => code).sort()).toEqual([...codes].sort());
  expect(await findingsOf(program)).toEqual([]);
}, 120_000);
