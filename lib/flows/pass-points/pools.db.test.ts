import { beforeEach, describe, expect, it } from "vitest";
import { fixedClock } from "@/lib/core/clock";
import { NotFound } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { postSlice } from "@/lib/flows/post-events";
import { type MemberDto, updateMember } from "@/lib/members";
import {
  answerInvitation,
  contributeToPool,
  createPool,
  dissolvePool,
  handOverPool,
  inviteToPool,
  leavePool,
  listPools,
  listPoolsOf,
  previewDissolution,
  readPool,
  readPoolActivity,
  removeFromPool,
  setSpendLimit,
  spendFromPool,
} from "@/lib/pools";
import { ctxFor, makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { givePoints } from "@/lib/testing/give-points";
import { setLedgerPolicy } from "@/lib/testing/ledger-policy";
import { readActivity, readWallet, verifyLedger } from "@/lib/wallet";
import { contributeNow, dissolveNow, payOutNow } from ".";

const NOON = new Date("2026-11-20T12:00:00Z");

let program: TestProgram;
let amira: MemberDto;
let jonas: MemberDto;
let lena: MemberDto;

beforeEach(async () => {
  program = await makeProgram({ lanes: 4 }, fixedClock(NOON));
  amira = await makeMember(program.ctx, { name: "Amira Haddad" });
  jonas = await makeMember(program.ctx, { name: "Jonas Weber" });
  lena = await makeMember(program.ctx, { name: "Lena Vogel" });
  await setLedgerPolicy(program.programId, { pools: { enabled: true, members: 3 } });
  for (const { memberId } of [amira, jonas, lena]) await givePoints(program.ctx, memberId, 100);
});

const as = ({ memberId }: MemberDto, clock = fixedClock(NOON)) => ctxFor(program, { memberId, clock });
const available = async ({ memberId }: MemberDto) => (await readWallet(program.ctx, memberId)).available;
const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "ok",
    (error: { code?: string }) => error.code ?? String(error),
  );

async function makePool(owner: MemberDto, others: MemberDto[] = [], kind: "household" | "team" = "team") {
  const { poolId } = await createPool(as(owner), owner.memberId, { kind, name: "Home" });
  for (const { memberId, cardNumber } of others) {
    await inviteToPool(as(owner), poolId, { member: { cardNumber }, monthlyLimit: null });
    await answerInvitation(ctxFor(program, { memberId, clock: fixedClock(NOON) }), poolId, {
      memberId,
      accepts: true,
    });
  }
  return poolId;
}

const give = (member: MemberDto, poolId: string, points: number) =>
  contributeNow(as(member), poolId, { memberId: member.memberId, points });
const inPool = async (poolId: string) => (await readPool(program.ctx, poolId)).available;
const spend = (member: MemberDto, poolId: string, points: number, clock = fixedClock(NOON)) =>
  spendFromPool({ ...program.ctx, clock }, poolId, { memberId: member.memberId, points, reason: "Brunch" });

async function postEverything(): Promise<void> {
  while ((await postSlice({ programId: program.programId, clock: fixedClock(NOON) })) !== null);
}

async function expectSound(): Promise<void> {
  expect((await verifyLedger(program.ctx)).isSound).toBe(true);
}

describe("a pool", () => {
  it("takes points from its members, who all read on its statement who gave and who spent", async () => {
    const poolId = await makePool(amira, [jonas]);
    await give(amira, poolId, 60);
    await give(jonas, poolId, 30);
    expect(await spend(jonas, poolId, 50)).toMatchObject({ points: 50, availableAfter: 40 });
    expect([await inPool(poolId), await available(amira), await available(jonas)]).toEqual([40, 40, 70]);
    const lines = (await readPoolActivity(as(jonas), poolId, { limit: 9 })).items;
    expect(lines.map(({ reason, points }) => `${points} ${reason}`)).toEqual([
      "-50 Spent by Jonas Weber · Brunch",
      "30 Shared by Jonas Weber · for everybody in the pool",
      "60 Shared by Amira Haddad · for everybody in the pool",
    ]);
    const [mine] = (await readActivity(as(amira), amira.memberId, { limit: 1 })).items;
    expect(mine).toMatchObject({ points: -60, reason: "Shared with “Home” · for everybody in the pool" });
    const { membership } = await readPool(as(amira), poolId);
    expect(membership).toMatchObject([
      { name: "Amira Haddad", role: "owner", contributed: 60, spentThisMonth: 0 },
      { name: "Jonas Weber", role: "member", contributed: 30, spentThisMonth: 50 },
    ]);
    await expectSound();
  });

  it("pays out to a member, and the points keep their last day all the way", async () => {
    const poolId = await makePool(amira, [jonas]);
    await givePoints(program.ctx, amira.memberId, 20, { expiresOn: "2026-12-01" });
    await give(amira, poolId, 25);
    await payOutNow(as(amira), poolId, { memberId: jonas.memberId, points: 21, reason: "For the tickets" });
    expect((await readWallet(program.ctx, jonas.memberId)).expiringSoon).toEqual([
      { expiresOn: "2026-12-01", points: 20 },
    ]);
    const [line] = (await readActivity(as(jonas), jonas.memberId, { limit: 1 })).items;
    expect(line).toMatchObject({ points: 21, reason: "From “Home” · For the tickets" });
    expect(await codeOf(payOutNow(as(jonas), poolId, { memberId: jonas.memberId, points: 1 }))).toBe(
      "forbidden",
    );
    expect(await codeOf(payOutNow(as(amira), poolId, { memberId: jonas.memberId, points: 5 }))).toBe(
      "insufficient_points",
    );
    await expectSound();
  });

  it("is found by the beginning of its name, by staff alone", async () => {
    for (const name of ["Berlin", "berliner", "Bonn", "100%"]) {
      await createPool(as(amira), amira.memberId, { kind: "team", name });
    }
    const first = await listPools(program.ctx, { q: "BER", limit: 1 });
    expect(first.items.map(({ name }) => name)).toEqual(["Berlin"]);
    const next = await listPools(program.ctx, { q: "BER", limit: 1, cursor: first.nextCursor ?? "" });
    expect(next).toMatchObject({
      items: [{ name: "berliner", ownerName: "Amira Haddad" }],
      nextCursor: null,
    });
    expect((await listPools(program.ctx, { q: "%", limit: 9 })).items).toEqual([]);
    const all = await listPools(program.ctx, { limit: 3 });
    const rest = await listPools(program.ctx, { limit: 3, cursor: all.nextCursor ?? "" });
    expect([...all.items, ...rest.items]).toHaveLength(4);
    expect(await codeOf(listPools(as(amira), { limit: 1 }))).toBe("forbidden");
  });
});

describe("who may do what", () => {
  it("is out of sight for members who are not in it", async () => {
    const poolId = await makePool(amira, [jonas]);
    for (const attempt of [
      () => readPool(as(lena), poolId),
      () => readPoolActivity(as(lena), poolId, { limit: 1 }),
      () => give(lena, poolId, 1),
      () => inviteToPool(as(lena), poolId, { member: { id: lena.memberId }, monthlyLimit: null }),
      () => dissolvePool(as(lena), poolId),
    ]) {
      await expect(attempt()).rejects.toThrow(NotFound);
    }
    expect(await codeOf(dissolvePool(as(jonas), poolId))).toBe("forbidden");
    expect(await codeOf(removeFromPool(as(jonas), poolId, amira.memberId))).toBe("forbidden");
    expect(await codeOf(contributeToPool(as(jonas), poolId, { memberId: amira.memberId, points: 1 }))).toBe(
      "not_found",
    );
    expect(
      await codeOf(spendFromPool(as(jonas), poolId, { memberId: jonas.memberId, points: 1, reason: "x" })),
    ).toBe("forbidden");
  });

  it("shows those invited its name and nothing more, until they accept", async () => {
    const poolId = await makePool(amira);
    await give(amira, poolId, 10);
    await inviteToPool(as(amira), poolId, { member: { cardNumber: jonas.cardNumber }, monthlyLimit: 5 });
    expect(await listPoolsOf(as(jonas), jonas.memberId)).toMatchObject([
      { name: "Home", ownerName: "A••• H.", available: null, own: { state: "invited" } },
    ]);
    await expect(readPool(as(jonas), poolId)).rejects.toThrow(NotFound);
    expect((await readPool(as(amira), poolId)).membership[1]).toMatchObject({
      name: "J••• W.",
      state: "invited",
    });
    await answerInvitation(as(jonas), poolId, { memberId: jonas.memberId, accepts: true });
    expect(await readPool(as(jonas), poolId)).toMatchObject({ available: 10, members: 2 });
    const again = answerInvitation(as(jonas), poolId, { memberId: jonas.memberId, accepts: true });
    await expect(again).rejects.toThrow(NotFound);
  });

  it("is as many as the program allows, and a member is in one household", async () => {
    const poolId = await makePool(amira, [jonas, lena], "household");
    const fourth = await makeMember(program.ctx);
    const invite = (member: MemberDto) =>
      codeOf(inviteToPool(as(amira), poolId, { member: { id: member.memberId }, monthlyLimit: null }));
    expect([await invite(fourth), await invite(jonas)]).toEqual(["pool_full", "already_in_pool"]);
    const second = createPool(as(jonas), jonas.memberId, { kind: "household", name: "Mine" });
    expect(await codeOf(second)).toBe("in_household");
    const other = await makePool(fourth, [], "household");
    await inviteToPool(as(fourth), other, { member: { id: lena.memberId }, monthlyLimit: null });
    const accept = () => answerInvitation(as(lena), other, { memberId: lena.memberId, accepts: true });
    expect(await codeOf(accept())).toBe("in_household");
    await leavePool(as(lena), poolId, lena.memberId);
    expect(await codeOf(accept())).toBe("ok");
  });

  it("ends for new points where the program turns pools off, and not for what is in them", async () => {
    const poolId = await makePool(amira, [jonas]);
    await give(amira, poolId, 10);
    await setLedgerPolicy(program.programId, { pools: { enabled: false } });
    expect(await codeOf(give(amira, poolId, 1))).toBe("pools_off");
    expect(await codeOf(createPool(as(amira), amira.memberId, { kind: "team", name: "New" }))).toBe(
      "pools_off",
    );
    expect(await codeOf(spend(jonas, poolId, 4))).toBe("ok");
    await dissolveNow(as(amira), poolId);
    expect((await available(amira)) + (await available(jonas))).toBe(196);
  });
});

describe("spend limits", () => {
  it("count by the program's month", async () => {
    const poolId = await makePool(amira, [jonas]);
    await give(amira, poolId, 90);
    await setSpendLimit(as(amira), poolId, { memberId: jonas.memberId, monthlyLimit: 20 });
    expect(await spend(jonas, poolId, 15)).toMatchObject({ leftThisMonth: 5 });
    expect(await codeOf(spend(jonas, poolId, 6))).toBe("spend_limit");
    expect(await codeOf(spend(amira, poolId, 30))).toBe("ok");
    // 23:30 UTC is the first of December in Berlin.
    expect(await codeOf(spend(jonas, poolId, 20, fixedClock(new Date("2026-11-30T23:30:00Z"))))).toBe("ok");
    expect(await codeOf(spend(lena, poolId, 1))).toBe("not_in_pool");
    expect(await inPool(poolId)).toBe(25);
  });

  it("are never overshot by thirty at the same time, nor is the pool", async () => {
    const poolId = await makePool(amira, [jonas]);
    await give(amira, poolId, 50);
    await setSpendLimit(as(amira), poolId, { memberId: jonas.memberId, monthlyLimit: 40 });
    const attempts = Array.from({ length: 30 }, (_, index) =>
      codeOf(spend(index % 2 ? jonas : amira, poolId, 5)),
    );
    const codes = await Promise.all(attempts);
    expect(codes.filter((code) => code === "ok")).toHaveLength(10);
    const spent = (await readPool(program.ctx, poolId)).membership.map(
      ({ spentThisMonth }) => spentThisMonth,
    );
    expect(spent.reduce((sum, points) => sum + points, 0)).toBe(50);
    expect(spent[1]).toBeLessThanOrEqual(40);
    expect(await inPool(poolId)).toBe(0);
    await expectSound();
  });
});

describe("leaving", () => {
  it("leaves what was given with the others; whoever runs the pool stays", async () => {
    const poolId = await makePool(amira, [jonas]);
    await give(jonas, poolId, 30);
    await leavePool(as(jonas), poolId, jonas.memberId);
    expect([await inPool(poolId), await available(jonas)]).toEqual([30, 70]);
    expect(await codeOf(spend(jonas, poolId, 1))).toBe("not_in_pool");
    expect(await codeOf(leavePool(as(amira), poolId, amira.memberId))).toBe("owner_stays");
    await inviteToPool(as(amira), poolId, { member: { id: lena.memberId }, monthlyLimit: null });
    await removeFromPool(as(amira), poolId, lena.memberId);
    expect(await codeOf(answerInvitation(as(lena), poolId, { memberId: lena.memberId, accepts: true }))).toBe(
      "not_found",
    );
  });
});

describe("handing over", () => {
  const handOver = (from: MemberDto, poolId: string, to: MemberDto) =>
    codeOf(handOverPool(as(from), poolId, { memberId: to.memberId }));

  it("lets another member run the pool, and whoever ran it leave; it is in the audit log", async () => {
    const poolId = await makePool(amira, [jonas]);
    await give(amira, poolId, 30);
    expect(await handOver(amira, poolId, jonas)).toBe("ok");
    const { ownerName, membership } = await readPool(as(amira), poolId);
    expect(ownerName).toBe("Jonas Weber");
    expect(membership.map(({ name, role }) => [name, role])).toEqual([
      ["Jonas Weber", "owner"],
      ["Amira Haddad", "member"],
    ]);
    expect(await codeOf(dissolvePool(as(amira), poolId))).toBe("forbidden");
    expect(await codeOf(leavePool(as(jonas), poolId, jonas.memberId))).toBe("owner_stays");
    await leavePool(as(amira), poolId, amira.memberId);
    await payOutNow(as(jonas), poolId, { memberId: jonas.memberId, points: 30 });
    expect(await available(jonas)).toBe(130);
    expect(
      await db().audit.findMany({ where: { programId: program.programId, action: "pool.handed_over" } }),
    ).toMatchObject([
      { detail: { from: toTypeId("mem", amira.memberId), to: toTypeId("mem", jonas.memberId) } },
    ]);
    await expectSound();
  });

  it("is for whoever runs it and for staff, to somebody who is in it and in good standing", async () => {
    const poolId = await makePool(amira, [jonas]);
    expect(await handOver(jonas, poolId, jonas)).toBe("forbidden");
    expect(await handOver(lena, poolId, jonas)).toBe("not_found");
    expect(await handOver(amira, poolId, lena)).toBe("not_in_pool");
    expect(await handOver(amira, poolId, amira)).toBe("runs_already");
    await updateMember(program.ctx, jonas.memberId, { status: "blocked" });
    expect(await handOver(amira, poolId, jonas)).toBe("member_not_active");
    await updateMember(program.ctx, jonas.memberId, { status: "active" });
    // Whoever runs it is blocked: staff can see to it.
    await updateMember(program.ctx, amira.memberId, { status: "blocked" });
    const support = ctxFor(program, { role: "support" });
    expect(await codeOf(handOverPool(support, poolId, { memberId: jonas.memberId }))).toBe("ok");
    expect(
      await codeOf(handOverPool(ctxFor(program, { role: "analyst" }), poolId, { memberId: amira.memberId })),
    ).toBe("forbidden");
  });

  it("ends with one who runs it, however many are asked at once", async () => {
    const poolId = await makePool(amira, [jonas, lena]);
    const answers = await Promise.all([jonas, lena, jonas, lena].map((to) => handOver(amira, poolId, to)));
    expect(answers.filter((answer) => answer === "ok")).toHaveLength(1);
    const { ownerId, membership } = await readPool(program.ctx, poolId);
    const owners = membership.filter(({ role }) => role === "owner");
    expect(owners.map(({ memberId }) => memberId)).toEqual([ownerId]);
  });
});

describe("dissolving", () => {
  it("gives what is left to the members in proportion to what they gave, to the point", async () => {
    const poolId = await makePool(amira, [jonas, lena]);
    await give(amira, poolId, 50);
    await give(jonas, poolId, 30);
    await give(lena, poolId, 20);
    await spend(lena, poolId, 33);
    const preview = await previewDissolution(as(amira), poolId);
    expect(preview.shares.map(({ name, points }) => [name, points])).toEqual([
      ["Amira Haddad", 34],
      ["Jonas Weber", 20],
      ["Lena Vogel", 13],
    ]);
    await dissolveNow(as(amira), poolId);
    expect([await available(amira), await available(jonas), await available(lena)]).toEqual([84, 90, 93]);
    const [line] = (await readActivity(as(lena), lena.memberId, { limit: 1 })).items;
    expect(line?.reason).toBe("From “Home” · the pool was dissolved");
    expect(await readPool(program.ctx, poolId)).toMatchObject({
      state: "dissolved",
      available: 0,
      members: 0,
    });
    expect(await codeOf(dissolvePool(as(amira), poolId))).toBe("pool_dissolved");
    expect(await listPoolsOf(as(amira), amira.memberId)).toEqual([]);
    await expectSound();
  });

  it("waits for points that are on their way", async () => {
    const poolId = await makePool(amira, [jonas]);
    await contributeToPool(as(jonas), poolId, { memberId: jonas.memberId, points: 10 });
    expect(await codeOf(dissolvePool(as(amira), poolId))).toBe("points_arriving");
    await postEverything();
    await dissolveNow(as(amira), poolId);
    expect(await available(jonas)).toBe(100);
    await expectSound();
  });

  it("sends back a gift that was set aside and is retried after the end", async () => {
    const poolId = await makePool(amira, [jonas]);
    const { arrivalIds } = await contributeToPool(as(jonas), poolId, {
      memberId: jonas.memberId,
      points: 10,
    });
    const { programId } = program;
    const [queued] = await db().queue.findMany({ where: { programId, eventId: { in: arrivalIds } } });
    await db().queue.deleteMany({ where: { programId } });
    await dissolveNow(as(amira), poolId);
    if (queued) await db().queue.create({ data: queued });
    await postEverything();
    expect(await available(jonas)).toBe(100);
    const [line] = (await readActivity(as(jonas), jonas.memberId, { limit: 1 })).items;
    expect(line?.reason).toBe("Came back from “Home” · it was dissolved before they arrived");
    await expectSound();
  });

  it("and giving at the same time lose nothing", async () => {
    const poolId = await makePool(amira, [jonas, lena]);
    const gifts = Array.from({ length: 30 }, (_, index) =>
      codeOf(give(index % 2 ? jonas : lena, poolId, 1 + (index % 3))),
    );
    let dissolved = "";
    while (dissolved !== "ok") dissolved = await codeOf(dissolveNow(as(amira), poolId));
    await Promise.all(gifts);
    await postEverything();
    const wallets = await Promise.all([amira, jonas, lena].map(available));
    expect(wallets.reduce((sum, points) => sum + points, 0)).toBe(300);
    expect(await inPool(poolId)).toBe(0);
    await expectSound();
  });
});
