import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import type { MemberDto } from "@/lib/members";
import { updateMember } from "@/lib/members";
import { answerInvitation, createPool, inviteToPool } from "@/lib/pools";
import { comingAgain } from "@/lib/testing/coming-again";
import { makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { givePoints } from "@/lib/testing/give-points";
import { setLedgerPolicy } from "@/lib/testing/ledger-policy";
import { readTransferStanding, sendPoints, setTransferBar } from "@/lib/transfers";
import { readWallet } from "@/lib/wallet";
import { contributeNow, payOutNow } from ".";

let program: TestProgram;
let amira: MemberDto;
let jonas: MemberDto;
let poolId: string;

beforeEach(async () => {
  program = await makeProgram();
  amira = await makeMember(program.ctx);
  jonas = await makeMember(program.ctx);
  await setLedgerPolicy(program.programId, { pools: { enabled: true } });
  for (const { memberId } of [amira, jonas]) await givePoints(program.ctx, memberId, 100);
  ({ poolId } = await createPool(program.ctx, amira.memberId, { kind: "team", name: "Choir" }));
  await inviteToPool(program.ctx, poolId, { member: { id: jonas.memberId }, monthlyLimit: null });
});

const join = () => answerInvitation(program.ctx, poolId, { memberId: jonas.memberId, accepts: true });
const give = ({ memberId }: MemberDto) => contributeNow(program.ctx, poolId, { memberId, points: 10 });
const pay = ({ memberId }: MemberDto) => payOutNow(program.ctx, poolId, { memberId, points: 5 });
const block = ({ memberId }: MemberDto) => updateMember(program.ctx, memberId, { status: "blocked" });
const bar = ({ memberId }: MemberDto, what: { sending: boolean; receiving: boolean }) =>
  setTransferBar(program.ctx, memberId, { ...what, reason: "Under review" });
const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "ok",
    (error: { code?: string }) => error.code ?? String(error),
  );

describe("who is in a pool", () => {
  it("neither joins, gives nor gets anything while they are blocked", async () => {
    await block(jonas);
    expect(await codeOf(join())).toBe("member_not_active");
    await updateMember(program.ctx, jonas.memberId, { status: "active" });
    await join();
    await give(jonas);
    await block(jonas);
    expect([await codeOf(give(jonas)), await codeOf(pay(jonas))]).toEqual([
      "member_not_active",
      "recipient_unavailable",
    ]);
    expect((await readWallet(program.ctx, jonas.memberId)).available).toBe(90);
  });

  it("does not get around being barred from sending or receiving points by way of it", async () => {
    await join();
    await bar(amira, { sending: true, receiving: false });
    await bar(jonas, { sending: false, receiving: true });
    expect([await codeOf(give(amira)), await codeOf(give(jonas))]).toEqual(["sending_barred", "ok"]);
    expect([await codeOf(pay(jonas)), await codeOf(pay(amira))]).toEqual(["recipient_unavailable", "ok"]);
  });
});

describe("the limits on sending", () => {
  const LIMITS = { enabled: true, smallest: 5, largest: 60, daily: 80, monthly: null };
  const limits = (change: object) =>
    setLedgerPolicy(program.programId, { pools: { enabled: true }, transfers: { ...LIMITS, ...change } });
  const giveSome = ({ memberId }: MemberDto, points: number) =>
    contributeNow(program.ctx, poolId, { memberId, points });
  const paySome = ({ memberId }: MemberDto, points: number) =>
    payOutNow(program.ctx, poolId, { memberId, points });
  const send = (points: number) =>
    sendPoints(program.ctx, amira.memberId, { to: { id: jonas.memberId }, points });

  beforeEach(join);

  it("hold for what is given to a pool, which counts with what is sent directly", async () => {
    await limits({});
    expect(await codeOf(giveSome(amira, 61))).toBe("above_largest");
    expect(await codeOf(giveSome(amira, 50))).toBe("ok");
    const refusal = await send(31).catch((error: { publicMessage: string }) => error.publicMessage);
    expect(refusal).toBe(
      "Only 30 more can be sent today. The limit starts anew at midnight. What is given to a pool, or paid out of one to others, counts as sent.",
    );
    expect(await codeOf(send(30))).toBe("ok");
    expect(await codeOf(giveSome(amira, 1))).toBe("daily_limit");
    expect((await readTransferStanding(program.ctx, amira.memberId)).allowance.leftToday).toBe(0);
    // Everybody has limits of their own.
    expect(await codeOf(giveSome(jonas, 60))).toBe("ok");
  });

  it("hold for what is paid out to others, and count once what passes through the pool", async () => {
    await limits({ daily: 40, monthly: 50 });
    await giveSome(jonas, 40);
    await giveSome(amira, 30);
    expect(await codeOf(paySome(jonas, 41))).toBe("daily_limit");
    expect(await codeOf(paySome(jonas, 30))).toBe("ok");
    expect(await codeOf(send(11))).toBe("daily_limit");
    expect(await codeOf(paySome(jonas, 11))).toBe("daily_limit");
    // What comes back to whoever runs it is not sent.
    expect(await codeOf(paySome(amira, 20))).toBe("ok");
    expect(await codeOf(send(10))).toBe("ok");
    expect(await codeOf(paySome(jonas, 1))).toBe("daily_limit");
  });

  it("keep whoever runs a pool and is barred from sending from paying others", async () => {
    await giveSome(jonas, 10);
    await bar(amira, { sending: true, receiving: false });
    expect([await codeOf(paySome(jonas, 5)), await codeOf(paySome(amira, 5))]).toEqual([
      "sending_barred",
      "ok",
    ]);
  });

  it("are never overshot by several ways at the same time", async () => {
    await limits({ daily: 60, largest: null });
    await giveSome(jonas, 60);
    const ways = [() => send(10), () => giveSome(amira, 10), () => paySome(jonas, 10)];
    await Promise.all(
      Array.from({ length: 18 }, (_, index) =>
        codeOf(comingAgain<unknown>(ways[index % ways.length] ?? (() => send(10)))),
      ),
    );
    const { allowance } = await readTransferStanding(program.ctx, amira.memberId);
    const sum = async (table: "points_transfer" | "gift" | "payout") => {
      const where = { programId: program.programId };
      const of = { ...where, memberId: amira.memberId };
      const rows =
        table === "points_transfer"
          ? await db().pointsTransfer.findMany({ where: { ...where, fromMember: amira.memberId } })
          : await db().poolPassing.findMany({ where: { ...of, kind: table } });
      return rows.reduce((total, { points }) => total + Number(points), 0);
    };
    const [sent, given, paid] = [await sum("points_transfer"), await sum("gift"), await sum("payout")];
    expect(sent + given).toBeLessThanOrEqual(60);
    expect(sent + paid).toBeLessThanOrEqual(60);
    expect(allowance.leftToday).toBe(60 - sent - Math.max(given, paid));
  });
});
