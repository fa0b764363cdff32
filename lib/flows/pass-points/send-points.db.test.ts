import { beforeEach, describe, expect, it } from "vitest";
import { fixedClock } from "@/lib/core/clock";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/db";
import { postSlice } from "@/lib/flows/post-events";
import type { MemberDto } from "@/lib/members";
import { comingAgain } from "@/lib/testing/coming-again";
import { ctxFor, makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { givePoints } from "@/lib/testing/give-points";
import { setLedgerPolicy } from "@/lib/testing/ledger-policy";
import {
  blockMember,
  listBlockedMembers,
  listTransfers,
  previewTransfer,
  readTransferStanding,
  sendPoints,
  setTransferBar,
  unblockMember,
} from "@/lib/transfers";
import { readActivity, readWallet, verifyLedger } from "@/lib/wallet";
import { sendPointsNow } from ".";

const NOON = new Date("2026-11-20T12:00:00Z");
const LIMITS = { enabled: true, smallest: 1, largest: 5_000, daily: 10_000, monthly: 50_000 };

let program: TestProgram;
let amira: MemberDto;
let jonas: MemberDto;

beforeEach(async () => {
  program = await makeProgram({ lanes: 4 }, fixedClock(NOON));
  amira = await makeMember(program.ctx, { name: "Amira Haddad", email: "amira@example.com" });
  jonas = await makeMember(program.ctx, { name: "Jonas El Weber", phone: "+49 170 1234567" });
  await setLedgerPolicy(program.programId, { transfers: LIMITS });
  await givePoints(program.ctx, amira.memberId, 100);
});

const as = ({ memberId }: MemberDto, clock = fixedClock(NOON)) => ctxFor(program, { memberId, clock });
const toJonas = (points: number, message?: string) => ({
  to: { cardNumber: jonas.cardNumber },
  points,
  ...(message !== undefined && { message }),
});
const available = async ({ memberId }: MemberDto) => (await readWallet(program.ctx, memberId)).available;
const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "ok",
    (error: { code?: string }) => error.code,
  );

/** How each of many attempts ended: `ok`, or the code of what it met. */
async function outcomes(attempts: Promise<unknown>[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const code of await Promise.all(attempts.map(codeOf)))
    counts[code ?? "?"] = (counts[code ?? "?"] ?? 0) + 1;
  return counts;
}

async function pointsOnTheirWay(): Promise<bigint> {
  const clearing = await db().account.findFirstOrThrow({
    where: { programId: program.programId, kind: "clearing", pointTypeNo: 1 },
  });
  return clearing.balance;
}

async function postEverything(): Promise<void> {
  while ((await postSlice({ programId: program.programId, clock: fixedClock(NOON) })) !== null);
}

async function expectSound(): Promise<void> {
  expect((await verifyLedger(program.ctx)).isSound).toBe(true);
}

describe("points sent to another member", () => {
  it("are there at once, and both read in their activity who, how many and why", async () => {
    const sent = await sendPointsNow(as(amira), amira.memberId, toJonas(30, "For the coffee"));
    expect(sent).toMatchObject({ points: 30, availableAfter: 70, recipient: { name: "J••• W." } });
    expect([await available(amira), await available(jonas), await pointsOnTheirWay()]).toEqual([70, 30, 0n]);
    const [mine] = (await readActivity(as(amira), amira.memberId, { limit: 5 })).items;
    expect(mine).toMatchObject({ points: -30, reason: "Sent to J••• W. · “For the coffee”" });
    const [theirs] = (await readActivity(as(jonas), jonas.memberId, { limit: 5 })).items;
    expect(theirs).toMatchObject({ points: 30, reason: "Received from A••• H. · “For the coffee”" });
    const [seenByStaff] = (await readActivity(program.ctx, jonas.memberId, { limit: 5 })).items;
    expect(seenByStaff?.headline.what).toBe("Received from Amira Haddad");
    expect((await listTransfers(as(jonas), jonas.memberId, { limit: 5 })).items).toEqual([
      expect.objectContaining({ direction: "received", points: 30, state: "arrived" }),
    ]);
    await expectSound();
  });

  it("keep their last day: the soonest to expire go first", async () => {
    await givePoints(program.ctx, amira.memberId, 20, { expiresOn: "2026-12-01" });
    await sendPointsNow(as(amira), amira.memberId, toJonas(50));
    const { expiringSoon } = await readWallet(program.ctx, jonas.memberId);
    expect(expiringSoon).toEqual([{ expiresOn: "2026-12-01", points: 20 }]);
    expect((await readWallet(program.ctx, amira.memberId)).expiringSoon).toEqual([]);
  });

  it("arrive once, however often they are posted, and wait in between", async () => {
    await sendPoints(as(amira), amira.memberId, toJonas(30));
    expect([await available(amira), await available(jonas), await pointsOnTheirWay()]).toEqual([70, 0, 30n]);
    expect((await listTransfers(as(amira), amira.memberId, { limit: 5 })).items[0]?.state).toBe("on_its_way");
    await Promise.all([postEverything(), postEverything(), postEverything()]);
    expect([await available(jonas), await pointsOnTheirWay()]).toEqual([30, 0n]);
    await expectSound();
  });

  it("come back where the recipient has left before they arrived", async () => {
    await sendPoints(as(amira), amira.memberId, toJonas(30));
    const key = { programId: program.programId, memberId: jonas.memberId };
    await db().member.update({ where: { programId_memberId: key }, data: { status: "closed" } });
    await postEverything();
    expect([await available(amira), await available(jonas), await pointsOnTheirWay()]).toEqual([100, 0, 0n]);
    const { items } = await readActivity(as(amira), amira.memberId, { limit: 1 });
    expect(items[0]?.reason).toBe("Came back from J••• W. · they have left the club meanwhile");
    expect((await listTransfers(as(amira), amira.memberId, { limit: 5 })).items[0]?.state).toBe("sent_back");
    await expectSound();
  });

  it("move once for a repeated idempotency key", async () => {
    const ctx = { ...as(amira), idempotencyKey: "once" };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => sendPointsNow(ctx, amira.memberId, toJonas(10))),
    );
    expect(new Set(answers.map(({ transferId }) => transferId)).size).toBe(1);
    expect(await available(jonas)).toBe(10);
  });
});

describe("the recipient", () => {
  it("is found by card number, e-mail or phone, and shown as no more than initials", async () => {
    const named = async (to: Parameters<typeof previewTransfer>[2]["to"], from: MemberDto) =>
      (await previewTransfer(as(from), from.memberId, { to, points: 1 })).recipient.name;
    expect(await named({ phone: "+49 (170) 123 45 67" }, amira)).toBe("J••• W.");
    expect(await named({ cardNumber: jonas.cardNumber.toLowerCase() }, amira)).toBe("J••• W.");
    await givePoints(program.ctx, jonas.memberId, 5);
    expect(await named({ email: "amira@example.com" }, jonas)).toBe("A••• H.");
    await makeMember(program.ctx, { name: "Same Phone", phone: "0049 (0)170", email: "two@example.com" });
    expect(await codeOf(named({ phone: "170 1234567" }, amira))).toBe("unknown_recipient");
  });

  it("is neither oneself nor somebody of another program", async () => {
    const own = { to: { cardNumber: amira.cardNumber }, points: 1 };
    expect(await codeOf(previewTransfer(as(amira), amira.memberId, own))).toBe("own_member");
    const stranger = await makeMember((await makeProgram()).ctx);
    const foreign = { to: { cardNumber: stranger.cardNumber }, points: 1 };
    expect(await codeOf(sendPoints(as(amira), amira.memberId, foreign))).toBe("unknown_recipient");
  });

  it("cannot be looked up without end", async () => {
    const attempts = Array.from({ length: 61 }, () => previewTransfer(as(amira), amira.memberId, toJonas(1)));
    expect(await outcomes(attempts)).toEqual({ ok: 60, too_many_requests: 1 });
  });
});

describe("refusals", () => {
  it("look the same whoever has blocked whom, and for who is blocked or barred by the program", async () => {
    const attempt = (from: MemberDto, to: MemberDto) =>
      sendPoints(as(from), from.memberId, { to: { cardNumber: to.cardNumber }, points: 1 }).then(
        () => "sent",
        ({ code, publicMessage }: { code: string; publicMessage: string }) => `${code} ${publicMessage}`,
      );
    await givePoints(program.ctx, jonas.memberId, 10);
    await blockMember(as(jonas), jonas.memberId, { email: "amira@example.com" });
    expect(await listBlockedMembers(as(jonas), jonas.memberId)).toMatchObject([{ name: "A••• H." }]);
    const refusals = new Set([await attempt(amira, jonas), await attempt(jonas, amira)]);
    await unblockMember(as(jonas), jonas.memberId, amira.memberId);
    await setTransferBar(program.ctx, jonas.memberId, { sending: false, receiving: true, reason: "Test" });
    refusals.add(await attempt(amira, jonas));
    await setTransferBar(program.ctx, jonas.memberId, { sending: false, receiving: false, reason: "" });
    const key = { programId: program.programId, memberId: jonas.memberId };
    await db().member.update({ where: { programId_memberId: key }, data: { status: "blocked" } });
    refusals.add(await attempt(amira, jonas));
    expect([...refusals]).toEqual(["recipient_unavailable Nothing can be sent between you and this member."]);
    await db().member.update({ where: { programId_memberId: key }, data: { status: "active" } });
    expect(await attempt(amira, jonas)).toBe("sent");
  });

  it("say why where the sender can know: the program, the bar, the balance, the limits", async () => {
    const attempt = (points = 1) => codeOf(sendPoints(as(amira), amira.memberId, toJonas(points)));
    expect(await attempt(101)).toBe("insufficient_points");
    await setLedgerPolicy(program.programId, { transfers: { ...LIMITS, smallest: 5, largest: 50 } });
    expect([await attempt(4), await attempt(51)]).toEqual(["below_smallest", "above_largest"]);
    await setTransferBar(program.ctx, amira.memberId, { sending: true, receiving: false, reason: "Test" });
    expect(await attempt(10)).toBe("sending_barred");
    await setLedgerPolicy(program.programId, { transfers: { ...LIMITS, enabled: false } });
    expect(await attempt(10)).toBe("transfers_off");
    expect(await available(amira)).toBe(100);
  });

  it("are for other people's points", async () => {
    await expect(sendPoints(as(jonas), amira.memberId, toJonas(1))).rejects.toThrow(NotFound);
    await expect(listTransfers(as(jonas), amira.memberId, { limit: 1 })).rejects.toThrow(NotFound);
    const analyst = ctxFor(program, { role: "analyst" });
    expect(await codeOf(sendPoints(analyst, amira.memberId, toJonas(1)))).toBe("forbidden");
  });
});

describe("limits", () => {
  it("count by the program's day and month", async () => {
    await setLedgerPolicy(program.programId, { transfers: { ...LIMITS, daily: 20, monthly: 30 } });
    const onDay = (instant: string) =>
      codeOf(sendPoints(as(amira, fixedClock(new Date(instant))), amira.memberId, toJonas(15)));
    // 23:30 UTC is the next day in Berlin.
    expect(await onDay("2026-11-20T22:30:00Z")).toBe("ok");
    expect(await onDay("2026-11-20T22:40:00Z")).toBe("daily_limit");
    expect(await onDay("2026-11-20T23:30:00Z")).toBe("ok");
    expect(await onDay("2026-11-22T12:00:00Z")).toBe("monthly_limit");
    expect(await onDay("2026-11-30T23:30:00Z")).toBe("ok");
    const { allowance } = await readTransferStanding(
      as(amira, fixedClock(new Date("2026-12-01T12:00:00Z"))),
      amira.memberId,
    );
    expect(allowance).toMatchObject({ leftToday: 5, leftThisMonth: 15 });
  });

  it("of a day are never overshot by fifty at the same time", async () => {
    await setLedgerPolicy(program.programId, { transfers: { ...LIMITS, daily: 70 } });
    const attempts = Array.from({ length: 50 }, () =>
      comingAgain(() => sendPointsNow(as(amira), amira.memberId, { to: { id: jonas.memberId }, points: 7 })),
    );
    expect(await outcomes(attempts)).toEqual({ ok: 10, daily_limit: 40 });
    expect([await available(amira), await available(jonas)]).toEqual([30, 70]);
    await expectSound();
  });
});

describe("two members who send to each other at the same time", () => {
  it("never wait for each other in a circle, and lose nothing", async () => {
    await givePoints(program.ctx, amira.memberId, 100);
    await givePoints(program.ctx, jonas.memberId, 200);
    const attempts = Array.from({ length: 100 }, (_, index) => {
      const [from, to] = index % 2 === 0 ? [amira, jonas] : [jonas, amira];
      const request = { to: { id: to.memberId }, points: 1 + (index % 5) };
      return comingAgain(() => sendPointsNow(as(from), from.memberId, request));
    });
    expect(await outcomes(attempts)).toEqual({ ok: 100 });
    await postEverything();
    expect((await available(amira)) + (await available(jonas))).toBe(400);
    expect(await pointsOnTheirWay()).toBe(0n);
    await expectSound();
  });
});
