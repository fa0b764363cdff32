import { describe, expect, it } from "vitest";
import { useVoucher as takeVoucher } from "@/lib/benefits";
import { fixedClock } from "@/lib/core/clock";
import { Forbidden, NotFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { db, sqlState } from "@/lib/db";
import { listRedemptions, readPromised, readRedemption } from "@/lib/redemptions";
import {
  nextState,
  REDEMPTION_COMMANDS,
  REDEMPTION_STATES,
  type RedemptionStage,
  stageOf,
} from "@/lib/redemptions/states";
import { ctxFor } from "@/lib/testing/fixtures";
import { givePoints } from "@/lib/testing/give-points";
import { readActivity, readWallet } from "@/lib/wallet";
import { reverseEntry } from "../reverse-entry";
import { forgetOldDeliveries } from "../tidy-up";
import {
  acceptRedemption,
  cancelRedemption,
  expireRedemptions,
  failRedemption,
  fulfilRedemption,
  previewEnding,
  redeem,
  reverseRedemption,
  shipRedemption,
} from ".";
import {
  BERLIN,
  findingsOf,
  makeParcel,
  makeReward,
  makeShopper,
  minutesLater,
  NOON,
  outcomes,
  pointsOf,
  stockOf,
  wish,
} from "./testing";

async function orderParcel() {
  const shopper = await makeShopper();
  const rewardId = await makeParcel(shopper.program);
  const { redemptionId } = await redeem(
    shopper.asMember,
    shopper.memberId,
    wish(rewardId, { delivery: BERLIN }),
  );
  return { ...shopper, rewardId, redemptionId };
}

async function haveVoucher() {
  const shopper = await makeShopper();
  const rewardId = await makeReward(shopper.program, { stock: 5 });
  const { redemptionId } = await redeem(shopper.asMember, shopper.memberId, wish(rewardId));
  const { code } = await db().voucher.findFirstOrThrow({ where: { programId: shopper.program.programId } });
  return { ...shopper, rewardId, redemptionId, code };
}

describe("a redemption that somebody carries out", () => {
  it("is accepted, shipped and fulfilled; the member reads each step and hears of the end", async () => {
    const { program, memberId, asMember, asSupport, redemptionId } = await orderParcel();
    const isListedAs = async (stage: RedemptionStage) =>
      (await listRedemptions(asSupport, { stage, limit: 5 })).items.some(
        (listed) => listed.redemptionId === redemptionId && stageOf(listed) === stage,
      );
    expect(await isListedAs("reserved")).toBe(true);
    await acceptRedemption(asSupport, redemptionId, { note: "Roasting now" });
    expect([await isListedAs("reserved"), await isListedAs("accepted")]).toEqual([false, true]);
    const later = { ...asSupport, clock: minutesLater(50) };
    const tracking = { carrier: "DHL", number: "00340" };
    const shipped = await shipRedemption(later, redemptionId, { tracking, partnerReference: "B-1" });
    expect(shipped).toMatchObject({ expiresAt: "2026-11-20T13:50:00.000Z", partnerReference: "B-1" });
    expect([await isListedAs("accepted"), await isListedAs("shipped")]).toEqual([false, true]);
    // Its time began anew with each step.
    const late = { ...asSupport, clock: minutesLater(100) };
    expect(await expireRedemptions(late.clock, { programId: program.programId })).toBe(0);
    const done = await fulfilRedemption(late, redemptionId, { code: "GIFT-77", note: "With a card" });
    expect(done).toMatchObject({ state: "fulfilled", expiresAt: null });
    expect(await pointsOf(program, memberId)).toEqual({ available: 400, held: 0, spent: 100 });
    const { steps } = await readRedemption(asMember, redemptionId);
    expect(steps.map(({ what, by, note, tracking: parcel }) => [what, by, note, parcel])).toEqual([
      ["requested", "member", null, null],
      ["reserved", "member", null, null],
      ["accepted", "program", "Roasting now", null],
      ["shipped", "program", null, tracking],
      ["fulfilled", "program", "With a card", null],
    ]);
    const messages = await db().message.findMany({ where: { programId: program.programId, memberId } });
    expect(messages).toMatchObject([{ title: "Coffee beans 1 kg: done" }]);
    const voucher = await db().voucher.findFirst({ where: { programId: program.programId } });
    expect(voucher).toMatchObject({ code: "GIFT-77", redemptionId });
    expect(await findingsOf(program)).toEqual([]);
  });

  it("is called off by its member until somebody is at work on it", async () => {
    const { program, memberId, asMember, asSupport, rewardId, redemptionId } = await orderParcel();
    expect(await previewEnding(asMember, redemptionId, "cancel")).toEqual({
      points: 100,
      availableAfter: 500,
      grace: null,
      refundMinor: 0,
      voucher: null,
      isCounted: true,
    });
    expect(await cancelRedemption(asMember, redemptionId)).toMatchObject({ state: "cancelled" });
    expect(await pointsOf(program, memberId)).toEqual({ available: 500, held: 0, spent: 0 });
    expect(await stockOf(program, rewardId)).toBe(5);
    const again = await redeem(asMember, memberId, wish(rewardId, { delivery: BERLIN }));
    await acceptRedemption(asSupport, again.redemptionId);
    await expect(cancelRedemption(asMember, again.redemptionId)).rejects.toMatchObject({
      code: "redemption_accepted",
    });
    const reason = "No longer in the shop";
    const off = await cancelRedemption(asSupport, again.redemptionId, { reason });
    expect(off).toMatchObject({ state: "cancelled", closingNote: reason });
    const message = await db().message.findFirst({ where: { programId: program.programId, memberId } });
    expect(message?.body).toContain(reason);
    expect(await findingsOf(program)).toEqual([]);
  });

  it("fails with a reason, and everything goes back", async () => {
    const { program, memberId, asSupport, rewardId, redemptionId } = await orderParcel();
    const failed = await failRedemption(asSupport, redemptionId, { reason: "Damaged on the way" });
    expect(failed).toMatchObject({ state: "failed", closingNote: "Damaged on the way" });
    expect(await pointsOf(program, memberId)).toEqual({ available: 500, held: 0, spent: 0 });
    expect(await stockOf(program, rewardId)).toBe(5);
    expect(await findingsOf(program)).toEqual([]);
  });

  it("ends by itself when its time is up, hold and all, in one transaction", async () => {
    const { program, ctx, memberId, asSupport, rewardId, redemptionId } = await orderParcel();
    const only = { programId: program.programId };
    expect(await expireRedemptions(minutesLater(59), only)).toBe(0);
    await expect(
      fulfilRedemption({ ...asSupport, clock: minutesLater(60) }, redemptionId),
    ).rejects.toMatchObject({ code: "redemption_expired" });
    expect(await expireRedemptions(minutesLater(60), only)).toBe(1);
    expect(await expireRedemptions(minutesLater(60), only)).toBe(0);
    const ended = await readRedemption(ctx, redemptionId);
    expect(ended).toMatchObject({ state: "failed", steps: [{}, {}, { what: "timed_out", by: "system" }] });
    expect(await pointsOf(program, memberId)).toEqual({ available: 500, held: 0, spent: 0 });
    expect(await stockOf(program, rewardId)).toBe(5);
    const [line] = (await readActivity(ctx, memberId, { limit: 1 })).items;
    expect(line?.reason).toContain("the time was up");
    expect(await findingsOf(program)).toEqual([]);
  });

  it("goes one way however many pull at it", async () => {
    const { program, asMember, asSupport, redemptionId } = await orderParcel();
    const attempts = [
      ...Array.from({ length: 4 }, () => fulfilRedemption(asSupport, redemptionId)),
      ...Array.from({ length: 4 }, () => cancelRedemption(asMember, redemptionId)),
      ...Array.from({ length: 4 }, () => failRedemption(asSupport, redemptionId, { reason: "Gone" })),
    ];
    expect(await outcomes(attempts)).toMatchObject({ ok: 1 });
    expect(await findingsOf(program)).toEqual([]);
  });

  it("is for those whose work it is", async () => {
    const { program, asMember, memberId, redemptionId } = await orderParcel();
    const analyst = ctxFor(program, { role: "analyst" });
    await expect(fulfilRedemption(analyst, redemptionId)).rejects.toThrow(Forbidden);
    await expect(fulfilRedemption(asMember, redemptionId)).rejects.toThrow(NotFound);
    await expect(acceptRedemption(asMember, redemptionId)).rejects.toThrow(NotFound);
    const actor = { kind: "partner", userId: newId(), organizationId: newId(), name: "A partner" } as const;
    const stranger = { ...asMember, actor: { ...actor, parts: ["REWARD_PARTNER" as const] } };
    await expect(fulfilRedemption(stranger, redemptionId)).rejects.toThrow(NotFound);
    await expect(readRedemption(stranger, redemptionId)).rejects.toThrow(NotFound);
    expect((await readPromised(stranger, [redemptionId])).size).toBe(0);
    expect((await readPromised(asMember, [redemptionId])).get(redemptionId)).toMatchObject({
      kind: "physical",
    });
    await db().$executeRaw`
      UPDATE redemption SET partner_id = ${actor.organizationId}::uuid
      WHERE program_id = ${program.programId}::uuid AND redemption_id = ${redemptionId}::uuid`;
    const seen = await readRedemption(stranger, redemptionId);
    expect(seen).toMatchObject({ memberId: null, spendId: null, delivery: { city: "Berlin" } });
    expect(JSON.stringify(seen)).not.toContain(memberId);
    expect(seen.recipient).toBeNull();
    expect(await fulfilRedemption(stranger, redemptionId)).toMatchObject({ state: "fulfilled" });
  });

  it("tells a partner whom a service is for, and where something digital goes, until it is done", async () => {
    const { program, memberId, asMember, asSupport } = await makeShopper();
    const { programId } = program;
    await db().member.update({
      where: { programId_memberId: { programId, memberId } },
      data: { name: "Amira Haddad", email: "amira@example.com" },
    });
    const partnerId = newId();
    const parts = ["REWARD_PARTNER" as const];
    const actor = {
      kind: "partner",
      userId: newId(),
      organizationId: partnerId,
      parts,
      name: "Lea",
    } as const;
    const asPartner = { ...asMember, actor };
    const ordered = async (kind: "service" | "digital") => {
      const rewardId = await makeReward(program, { kind, fulfilment: "manual", partnerId });
      return (await redeem(asMember, memberId, wish(rewardId))).redemptionId;
    };
    const [lesson, book] = [await ordered("service"), await ordered("digital")];
    const seen = async (redemptionId: string) => (await readRedemption(asPartner, redemptionId)).recipient;
    expect(await seen(lesson)).toEqual({ name: "Amira Haddad", email: null });
    expect(await seen(book)).toEqual({ name: "Amira Haddad", email: "amira@example.com" });
    expect((await readRedemption(asSupport, book)).recipient).toBeNull();
    await fulfilRedemption(asPartner, lesson);
    expect(await seen(lesson)).toBeNull();
  });
});

describe("taking a redemption back", () => {
  it("puts the points into the lots that they came from, and withdraws the voucher", async () => {
    const { program, ctx, memberId, asMember, asSupport } = await makeShopper({ points: 0 });
    await givePoints(ctx, memberId, 60, { expiresOn: "2026-12-31" });
    await givePoints(ctx, memberId, 60, { expiresOn: "2027-12-31" });
    const rewardId = await makeReward(program, { stock: 5 });
    const { redemptionId, spendId } = await redeem(asMember, memberId, wish(rewardId));
    await expect(reverseEntry(ctx, spendId ?? "", { reason: "Around it" })).rejects.toMatchObject({
      code: "spend_of_redemption",
    });
    const preview = await previewEnding(asSupport, redemptionId, "reverse");
    expect(preview).toMatchObject({ points: 100, availableAfter: 120, voucher: "issued", isCounted: true });
    const back = await reverseRedemption(asSupport, redemptionId, { reason: "Wrong reward" });
    expect(back).toMatchObject({ state: "reversed", closingNote: "Wrong reward" });
    expect(await pointsOf(program, memberId)).toMatchObject({ available: 120 });
    const lots = await db().lot.findMany({
      where: { programId: program.programId, remaining: { gt: 0 } },
      orderBy: { expiresOn: "asc" },
    });
    expect(lots.map(({ expiresOn, remaining }) => [expiresOn, remaining])).toEqual([
      [new Date("2026-12-31"), 60n],
      [new Date("2027-12-31"), 60n],
    ]);
    expect(await stockOf(program, rewardId)).toBe(5);
    const voucher = await db().voucher.findFirstOrThrow({ where: { programId: program.programId } });
    expect(voucher.state).toBe("withdrawn");
    expect(await findingsOf(program)).toEqual([]);
    await expect(reverseRedemption(asSupport, redemptionId, { reason: "Twice" })).rejects.toMatchObject({
      code: "redemption_reversed",
    });
  });

  it("gives lots that have lapsed meanwhile the program's days of grace", async () => {
    const { program, ctx, memberId, asMember, asSupport } = await makeShopper({ points: 0 });
    await givePoints(ctx, memberId, 100, { expiresOn: "2026-11-25" });
    const rewardId = await makeReward(program);
    const { redemptionId } = await redeem(asMember, memberId, wish(rewardId));
    const clock = fixedClock(new Date("2026-12-10T12:00:00Z"));
    const inDecember = { ...asSupport, clock };
    expect(await previewEnding(inDecember, redemptionId, "reverse")).toMatchObject({
      grace: { points: 100, until: "2027-01-09" },
    });
    await reverseRedemption(inDecember, redemptionId, { reason: "Wrong reward" });
    expect(await readWallet({ ...ctx, clock }, memberId)).toMatchObject({ available: 100 });
    expect(await findingsOf(program)).toEqual([]);
  });

  it("is refused once the voucher has been used, unless somebody who may forces it", async () => {
    const { program, memberId, asSupport, redemptionId, code } = await haveVoucher();
    await takeVoucher(asSupport, code);
    await expect(reverseRedemption(asSupport, redemptionId, { reason: "Late" })).rejects.toMatchObject({
      code: "voucher_used",
    });
    const forced = { reason: "Goodwill", force: true, restock: false };
    await expect(reverseRedemption(asSupport, redemptionId, forced)).rejects.toThrow(Forbidden);
    const owner = ctxFor(program, { role: "owner", clock: fixedClock(NOON) });
    expect(await reverseRedemption(owner, redemptionId, forced)).toMatchObject({ state: "reversed" });
    expect(await pointsOf(program, memberId)).toMatchObject({ available: 500 });
    const { steps } = await readRedemption(owner, redemptionId);
    expect(steps.at(-1)).toMatchObject({ what: "voucher_kept" });
    expect(await findingsOf(program)).toEqual([]);
  });

  it("is not for cashiers", async () => {
    const { program, redemptionId } = await haveVoucher();
    const cashier = ctxFor(program, { role: "cashier" });
    await expect(reverseRedemption(cashier, redemptionId, { reason: "Oops" })).rejects.toThrow(Forbidden);
  });
});

it("where a parcel went is forgotten three months after its end", async () => {
  const { ctx, asSupport, redemptionId } = await orderParcel();
  await fulfilRedemption(asSupport, redemptionId);
  const deliveryAfter = async (days: number) => {
    await forgetOldDeliveries(minutesLater(days * 24 * 60));
    return (await readRedemption(ctx, redemptionId)).delivery;
  };
  expect(await deliveryAfter(90)).toMatchObject({ city: "Berlin" });
  expect(await deliveryAfter(91)).toBeNull();
});

describe("the database", () => {
  it("lets a redemption go on as the course says, and no other way", async () => {
    const { program, memberId } = await makeShopper({ points: 0 });
    const { programId } = program;
    const allowed = new Set(
      REDEMPTION_STATES.flatMap((from) =>
        REDEMPTION_COMMANDS.flatMap((command) => {
          const to = nextState(from, command);
          return to === null || to === from ? [] : [`${from} ${to}`];
        }),
      ),
    );
    for (const from of REDEMPTION_STATES) {
      for (const to of REDEMPTION_STATES.filter((state) => state !== from)) {
        const redemptionId = newId();
        const times = (state: string) => ({
          fulfilledAt: state === "fulfilled" || state === "reversed" ? NOON : null,
          closedAt: state === "cancelled" || state === "failed" || state === "reversed" ? NOON : null,
        });
        const asked = { rewardId: newId(), fulfilment: "manual", points: 0n, channel: "api" } as const;
        await db().redemption.create({
          data: {
            programId,
            redemptionId,
            memberId,
            reward: {},
            createdAt: NOON,
            ...asked,
            state: from,
            ...times(from),
          },
        });
        const moved = db().redemption.update({
          where: { programId_redemptionId: { programId, redemptionId } },
          data: { state: to, ...times(to) },
        });
        const fault = await moved.then(
          () => null,
          (error: unknown) => sqlState(error) ?? String(error),
        );
        expect([`${from} ${to}`, fault === null]).toEqual([`${from} ${to}`, allowed.has(`${from} ${to}`)]);
      }
    }
  });
});
