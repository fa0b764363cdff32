import { describe, expect, it } from "vitest";
import { fixedClock } from "@/lib/core/clock";
import { Forbidden, NotFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { updateMember } from "@/lib/members";
import { listRedemptions, readRedemption } from "@/lib/redemptions";
import { ctxFor, makeMember, makeProgram } from "@/lib/testing/fixtures";
import { captureHold, readActivity, releaseHold } from "@/lib/wallet";
import { redeem } from ".";
import {
  BERLIN,
  findingsOf,
  makeParcel,
  makePoolReward,
  makeReward,
  makeShopper,
  NOON,
  pointsOf,
  stockOf,
  wish,
} from "./testing";

describe("redeeming what is had at once", () => {
  it("spends the points under one line, gives a voucher and tells who looks on", async () => {
    const { program, ctx, memberId, asMember } = await makeShopper();
    const rewardId = await makeReward(program, { validDays: 7, stores: ["mitte"], valueMinor: 250n });
    const dto = await redeem(asMember, memberId, wish(rewardId, { reference: "app-1" }));
    expect(dto).toMatchObject({ state: "fulfilled", points: 100, channel: "wallet", costMinor: null });
    expect(await pointsOf(program, memberId)).toEqual({ available: 400, held: 0, spent: 100 });
    const { items } = await readActivity(ctx, memberId, { limit: 5 });
    expect(items.map(({ type, points }) => [type, points])).toEqual([
      ["spend", -100],
      ["adjustment", 500],
    ]);
    expect(items[0]?.reason).toBe("Redeemed: Free coffee · 100 points");
    const voucher = await db().voucher.findFirstOrThrow({ where: { programId: program.programId } });
    expect(voucher).toMatchObject({
      voucherId: dto.voucherId,
      redemptionId: dto.redemptionId,
      state: "issued",
      stores: ["mitte"],
      valueMinor: 250n,
      expiresOn: new Date("2026-11-27"),
    });
    const { steps } = await readRedemption(asMember, dto.redemptionId);
    expect(steps.map(({ what, by }) => [what, by])).toEqual([
      ["requested", "member"],
      ["reserved", "member"],
      ["fulfilled", "member"],
    ]);
    const topics = await db().outbox.findMany({
      where: { programId: program.programId, topic: { startsWith: "redemption." } },
      orderBy: { outboxId: "asc" },
    });
    expect(topics.map(({ topic }) => topic)).toEqual([
      "redemption.requested",
      "redemption.reserved",
      "redemption.fulfilled",
    ]);
    expect(await findingsOf(program)).toEqual([]);
  });

  it("answers a second click with what the first one gave", async () => {
    const { program, memberId, asMember } = await makeShopper();
    const rewardId = await makeReward(program, { stock: 3 });
    const click = { ...asMember, idempotencyKey: newId() };
    const answers = await Promise.all([1, 2, 3].map(() => redeem(click, memberId, wish(rewardId))));
    expect(new Set(answers.map(({ redemptionId }) => redemptionId)).size).toBe(1);
    expect(await stockOf(program, rewardId)).toBe(2);
    expect(await pointsOf(program, memberId)).toMatchObject({ available: 400 });
  });

  it("hands out a code of the pool with the earlier of its last days", async () => {
    const { program, memberId, asMember } = await makeShopper();
    const { rewardId } = await makePoolReward(program, ["Kino-1", "Kino-2"], { validDays: 30 });
    await db().poolCode.updateMany({
      where: { programId: program.programId },
      data: { expiresOn: new Date("2026-12-01") },
    });
    const { voucherId } = await redeem(asMember, memberId, wish(rewardId));
    const voucher = await db().voucher.findFirstOrThrow({ where: { programId: program.programId } });
    expect(voucher).toMatchObject({ voucherId, code: "Kino-1", expiresOn: new Date("2026-12-01") });
    await redeem(asMember, memberId, wish(rewardId));
    await expect(redeem(asMember, memberId, wish(rewardId))).rejects.toMatchObject({ code: "pool_empty" });
    expect(await pointsOf(program, memberId)).toEqual({ available: 300, held: 0, spent: 200 });
    expect(await findingsOf(program)).toEqual([]);
  });
});

describe("redeeming what somebody has to bring", () => {
  it("sets the points and the item aside, and nothing but the redemption touches its hold", async () => {
    const { program, ctx, memberId, asMember } = await makeShopper();
    const rewardId = await makeParcel(program);
    const dto = await redeem(asMember, memberId, wish(rewardId, { delivery: BERLIN }));
    expect(dto).toMatchObject({
      state: "reserved",
      delivery: { ...BERLIN, line2: "", region: "", phone: "" },
      expiresAt: "2026-11-20T13:00:00.000Z",
    });
    expect(await pointsOf(program, memberId)).toEqual({ available: 400, held: 100, spent: 0 });
    expect(await stockOf(program, rewardId)).toBe(4);
    const { holdId } = await db().hold.findFirstOrThrow({ where: { programId: program.programId } });
    for (const around of [captureHold, releaseHold]) {
      await expect(around(ctx, holdId)).rejects.toMatchObject({ code: "hold_of_redemption" });
    }
    expect(await findingsOf(program)).toEqual([]);
  });

  it("asks where it is to be sent, but not at the counter", async () => {
    const { program, memberId, asMember, asSupport } = await makeShopper();
    const rewardId = await makeParcel(program);
    await expect(redeem(asMember, memberId, wish(rewardId))).rejects.toMatchObject({
      code: "delivery_needed",
    });
    const dto = await redeem(asSupport, memberId, wish(rewardId, { channel: "counter" }));
    expect(dto).toMatchObject({ state: "reserved", channel: "counter", delivery: null });
  });
});

describe("what is refused", () => {
  const refusals: [what: string, code: string, prepare: Parameters<typeof makeReward>[1], more?: object][] = [
    ["a draft", "reward_not_published", { state: "draft" }],
    ["what is not offered yet", "reward_not_yet", { startsAt: new Date("2026-11-21T00:00:00Z") }],
    ["what is over", "reward_over", { endsAt: new Date("2026-11-20T00:00:00Z") }],
    ["what other tiers have", "reward_other_tier", { eligibility: { tiers: ["gold"], segments: [] } }],
    ["what is for a segment", "reward_not_offered", { eligibility: { tiers: [], segments: ["vip"] } }],
    ["another price than was shown", "price_changed", { points: 120 }, { priceShown: { points: 100 } }],
    ["what is out of stock", "out_of_stock", { stock: 0 }],
    ["more points than there are", "insufficient_points", { points: 501 }],
    ["a payment without a provider", "payments_unavailable", { amountMinor: 500 }],
  ];
  it.each(refusals)("%s", async (_what, code, prepare, more = {}) => {
    const { program, memberId, asMember } = await makeShopper();
    const rewardId = await makeReward(program, prepare);
    await expect(redeem(asMember, memberId, wish(rewardId, more))).rejects.toMatchObject({ code });
    expect(await pointsOf(program, memberId)).toEqual({ available: 500, held: 0, spent: 0 });
    expect(await db().redemption.count({ where: { programId: program.programId } })).toBe(0);
  });

  it("says how many points are missing, and what it costs by now", async () => {
    const { program, memberId, asMember } = await makeShopper({ points: 80 });
    const rewardId = await makeReward(program);
    await expect(redeem(asMember, memberId, wish(rewardId))).rejects.toMatchObject({
      extensions: { available: 80, missing: 20 },
    });
    const shown = wish(rewardId, { priceShown: { points: 90 } });
    await expect(redeem(asMember, memberId, shown)).rejects.toMatchObject({
      extensions: { points: 100, amountMinor: 0 },
    });
  });

  it("more than one member may have, counted anew each month", async () => {
    const { program, memberId, asMember } = await makeShopper();
    const rewardId = await makeReward(program, { perMember: { count: 2, per: "month" } });
    const attempts = Array.from({ length: 6 }, () => redeem(asMember, memberId, wish(rewardId)));
    const settled = await Promise.allSettled(attempts);
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
    await expect(redeem(asMember, memberId, wish(rewardId))).rejects.toMatchObject({
      code: "limit_reached",
      extensions: { count: 2, per: "month" },
    });
    const december = { ...asMember, clock: fixedClock(new Date("2026-11-30T23:00:00Z")) };
    expect(await redeem(december, memberId, wish(rewardId))).toMatchObject({ state: "fulfilled" });
  });

  it("members who are blocked, and those of others", async () => {
    const { program, ctx, memberId, asMember } = await makeShopper();
    const rewardId = await makeReward(program);
    const other = await makeMember(ctx);
    await expect(redeem(asMember, other.memberId, wish(rewardId))).rejects.toThrow(NotFound);
    const foreign = await makeProgram({}, fixedClock(NOON));
    await expect(redeem(foreign.ctx, memberId, wish(rewardId))).rejects.toThrow(NotFound);
    const analyst = ctxFor(program, { role: "analyst" });
    await expect(redeem(analyst, memberId, wish(rewardId))).rejects.toThrow(Forbidden);
    await updateMember(ctx, memberId, { status: "blocked" });
    await expect(redeem(asMember, memberId, wish(rewardId))).rejects.toMatchObject({
      code: "member_blocked",
    });
  });
});

describe("what is read of redemptions", () => {
  it("is each member's own, page by page, and found by what people have at hand", async () => {
    const { program, ctx, memberId, asMember } = await makeShopper();
    const rewardId = await makeReward(program);
    for (const reference of ["a", "b", "c"]) await redeem(asMember, memberId, wish(rewardId, { reference }));
    const first = await listRedemptions(asMember, { limit: 2 });
    expect(first.items.map(({ reference }) => reference)).toEqual(["c", "b"]);
    const second = await listRedemptions(asMember, { limit: 2, cursor: first.nextCursor ?? "" });
    expect(second.items.map(({ reference }) => reference)).toEqual(["a"]);
    const stranger = await makeMember(ctx, { name: "Somebody Else" });
    const asStranger = ctxFor(program, { memberId: stranger.memberId });
    expect((await listRedemptions(asStranger, { limit: 5 })).items).toEqual([]);
    const [newest] = first.items;
    await expect(readRedemption(asStranger, newest?.redemptionId ?? "")).rejects.toThrow(NotFound);
    const { code } = await db().voucher.findFirstOrThrow({
      where: { programId: program.programId, redemptionId: newest?.redemptionId ?? "" },
    });
    const found = async (text: string) =>
      (await listRedemptions(ctx, { limit: 5, text })).items.map(({ reference }) => reference);
    expect(await found("b")).toEqual(["b"]);
    expect(await found(code.toLowerCase())).toEqual(["c"]);
    expect(await found("alex")).toEqual(["c", "b", "a"]);
    expect(await found("somebody")).toEqual([]);
  });
});
