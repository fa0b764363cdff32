import { beforeEach, describe, expect, it } from "vitest";
import { fixedClock } from "@/lib/core/clock";
import { db, withTx } from "@/lib/db";
import type { MemberDto } from "@/lib/members";
import { ctxFor, makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { givePoints } from "@/lib/testing/give-points";
import { setLedgerPolicy } from "@/lib/testing/ledger-policy";
import { sendPoints } from "@/lib/transfers";
import { readActivity, readWallet, spendPoints, verifyLedger } from "@/lib/wallet";
import { sendPointsNow } from "../pass-points";
import { postSlice } from "../post-events";
import { previewReversal, reverseEntry } from ".";

const clock = fixedClock(new Date("2026-11-20T12:00:00Z"));
const LIMITS = { enabled: true, smallest: 1, largest: 5_000, daily: 10_000, monthly: 50_000 };
const why = { reason: "Sent to the wrong person" };

let program: TestProgram;
let amira: MemberDto;
let jonas: MemberDto;

beforeEach(async () => {
  program = await makeProgram({ lanes: 4 }, clock);
  amira = await makeMember(program.ctx);
  jonas = await makeMember(program.ctx);
  await setLedgerPolicy(program.programId, { transfers: LIMITS });
  await givePoints(program.ctx, amira.memberId, 60, { expiresOn: "2026-12-31" });
  await givePoints(program.ctx, amira.memberId, 40);
});

const request = (points: number) => ({ to: { cardNumber: jonas.cardNumber }, points });
const asAmira = () => ctxFor(program, { memberId: amira.memberId, clock });
const available = async ({ memberId }: MemberDto) => (await readWallet(program.ctx, memberId)).available;

async function expectSound() {
  expect((await verifyLedger(program.ctx)).findings).toEqual([]);
  const { programId } = program;
  const clearing = await db().account.findFirstOrThrow({
    where: { programId, kind: "clearing", pointTypeNo: 1 },
  });
  expect(clearing.balance).toBe(0n);
}

describe("reversing a transfer", () => {
  it("takes the points from the recipient and puts them back into the sender's lots", async () => {
    const { ctx } = program;
    const { transferId, arrivalId } = await sendPointsNow(asAmira(), amira.memberId, request(80));
    expect([await available(amira), await available(jonas)]).toEqual([20, 80]);
    expect(await previewReversal(ctx, transferId)).toMatchObject({ points: 80, availableAfter: 100 });
    expect([await available(amira), await available(jonas)]).toEqual([20, 80]);

    const { reversalId } = await reverseEntry(ctx, transferId, why);
    expect([await available(amira), await available(jonas)]).toEqual([100, 0]);
    expect(await readWallet(ctx, amira.memberId)).toMatchObject({
      expiringSoon: [{ expiresOn: "2026-12-31", points: 60 }],
    });
    const [back, sent] = (await readActivity(ctx, amira.memberId, { limit: 2 })).items;
    expect(back).toMatchObject({ causeId: reversalId, type: "reversal", points: 80 });
    expect(sent).toMatchObject({ causeId: transferId, isReversed: true });
    const [taken, received] = (await readActivity(ctx, jonas.memberId, { limit: 2 })).items;
    expect(taken).toMatchObject({ type: "reversal", points: -80 });
    expect(received).toMatchObject({ causeId: arrivalId, isReversed: true });
    await expectSound();
    for (const causeId of [transferId, arrivalId]) {
      await expect(reverseEntry(ctx, causeId, why)).rejects.toMatchObject({ code: "already_reversed" });
    }
  });

  it("leaves the books sound while the points are on their way back", async () => {
    const { ctx } = program;
    const { transferId } = await sendPointsNow(asAmira(), amira.memberId, request(80));
    await withTx(ctx, async (tx) => {
      await reverseEntry({ ...ctx, tx }, transferId, why);
      expect((await verifyLedger({ ...ctx, tx })).findings).toEqual([]);
    });
    expect([await available(amira), await available(jonas)]).toEqual([20, 0]);
    expect((await verifyLedger(ctx)).findings).toEqual([]);
    await postSlice({ programId: ctx.programId, clock });
    expect(await available(amira)).toBe(100);
    await expectSound();
  });

  it("is refused where the recipient no longer has the points, and nothing moves", async () => {
    const { ctx } = program;
    const { transferId } = await sendPointsNow(asAmira(), amira.memberId, request(80));
    await spendPoints(ctx, jonas.memberId, { points: 30, reason: "Mug" });
    for (const attempt of [previewReversal(ctx, transferId), reverseEntry(ctx, transferId, why)]) {
      await expect(attempt).rejects.toMatchObject({ code: "recipient_has_spent", status: 409 });
    }
    expect([await available(amira), await available(jonas)]).toEqual([20, 50]);
    await givePoints(ctx, jonas.memberId, 30);
    await reverseEntry(ctx, transferId, why);
    expect([await available(amira), await available(jonas)]).toEqual([100, 0]);
    await expectSound();
  });

  it("waits for the points to arrive, and is asked for at the sender", async () => {
    const { ctx } = program;
    const { transferId } = await sendPoints(asAmira(), amira.memberId, request(10));
    await expect(reverseEntry(ctx, transferId, why)).rejects.toMatchObject({ code: "not_reversible" });
    const { arrivalId } = await sendPointsNow(asAmira(), amira.memberId, request(10));
    await expect(reverseEntry(ctx, arrivalId, why)).rejects.toMatchObject({ code: "not_reversible" });
  });

  it("gives points whose last day has passed on their way some days of grace", async () => {
    const { transferId } = await sendPointsNow(asAmira(), amira.memberId, request(60));
    const january = { ...program.ctx, clock: fixedClock(new Date("2027-01-02T12:00:00Z")) };
    expect(await reverseEntry(january, transferId, why)).toMatchObject({
      grace: { points: 60, until: "2027-02-01" },
    });
    expect(await readWallet(january, amira.memberId)).toMatchObject({ available: 100 });
    await expectSound();
  });

  it("happens once, however many ask at the same moment", async () => {
    const { ctx } = program;
    const { transferId } = await sendPointsNow(asAmira(), amira.memberId, request(80));
    const results = await Promise.allSettled([1, 2, 3, 4].map(() => reverseEntry(ctx, transferId, why)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect([await available(amira), await available(jonas)]).toEqual([100, 0]);
    await expectSound();
  });
});
