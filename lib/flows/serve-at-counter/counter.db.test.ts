import { describe, expect, it } from "vitest";
import { useVoucher } from "@/lib/benefits";
import { localDay } from "@/lib/core/calendar";
import { fixedClock } from "@/lib/core/clock";
import { Forbidden, NotFound } from "@/lib/core/errors";
import { newId, toTypeId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { makeReward } from "@/lib/rewards/testing";
import { ctxFor, makeMember, makeProgram } from "@/lib/testing/fixtures";
import { givePoints } from "@/lib/testing/give-points";
import { putInForce } from "@/lib/testing/rules";
import { readWallet } from "@/lib/wallet";
import {
  deleteActionsBefore,
  earnAtCounter,
  identify,
  listActions,
  openMember,
  redeemAtCounter,
  takeAtCounter,
  undoAction,
  undoEarning,
} from ".";

async function makeShop() {
  const program = await makeProgram();
  await putInForce(program.programId, [
    {
      name: "Base rate",
      trigger: { event: "purchase" },
      effects: [{ kind: "per_amount", points: 1, perMinor: 100, basis: "basket" }],
    },
  ]);
  const member = await makeMember(program.ctx, { externalId: "c-1", name: "Amira Haddad" });
  return { program, member, cashier: ctxFor(program, { role: "cashier" }) };
}

describe("at the counter", () => {
  it("a member is known by card, QR, own number and name, and is chosen among those of one name", async () => {
    const { program, member, cashier } = await makeShop();
    const { memberId, cardNumber } = member;
    for (const text of [cardNumber, toTypeId("mem", memberId), "c-1", "amira"]) {
      expect(await identify(cashier, text, undefined)).toEqual({ kind: "member", memberId });
    }
    expect(await identify(cashier, "nobody here", undefined)).toEqual({ kind: "nothing" });
    await makeMember(program.ctx, { name: "Amira Klein" });
    const found = await identify(cashier, "amira", undefined);
    expect(found.kind === "members" && found.members.map(({ name }) => name).sort()).toEqual([
      "Amira Haddad",
      "Amira Klein",
    ]);
  });

  it("a purchase earns once however often the answer is lost, and is taken back whole", async () => {
    const { member, cashier } = await makeShop();
    const { memberId } = member;
    const { ticket } = await openMember(cashier, memberId);
    const purchase = { ticket, amountMinor: 1_250, store: "mitte" };
    const first = await earnAtCounter(cashier, memberId, purchase);
    expect(first).toMatchObject({ isPosted: true, points: 12, balanceAfter: 12 });
    expect(await earnAtCounter(cashier, memberId, purchase)).toEqual(first);
    expect(await undoEarning(cashier, memberId, { ticket })).toMatchObject({ points: -12, balanceAfter: 0 });
    expect(await undoEarning(cashier, memberId, { ticket })).toMatchObject({ balanceAfter: 0 });
    expect((await readWallet(cashier, memberId)).available).toBe(0);
  });

  it("a receipt counts once, and another amount under its number is refused", async () => {
    const { member, cashier } = await makeShop();
    const { memberId } = member;
    const one = await openMember(cashier, memberId);
    await earnAtCounter(cashier, memberId, { ticket: one.ticket, amountMinor: 500, receipt: "R-7" });
    const two = await openMember(cashier, memberId);
    await expect(
      earnAtCounter(cashier, memberId, { ticket: two.ticket, amountMinor: 900, receipt: "R-7" }),
    ).rejects.toMatchObject({ code: "id_conflict" });
  });

  it("a reward is redeemed once for a ticket, handed over, and its voucher is used once", async () => {
    const { program, member, cashier } = await makeShop();
    const { memberId } = member;
    await givePoints(program.ctx, memberId, 350);
    const coffee = await makeReward(program.ctx, { name: "A coffee" });
    const mug = await makeReward(program.ctx, { kind: "physical", name: "A mug", stock: 2 });
    const { ticket, rewards, available } = await openMember(cashier, memberId);
    expect(available).toBe(350);
    expect(rewards.map(({ name }) => name).sort()).toEqual(["A coffee", "A mug"]);
    const wish = { rewardId: coffee, points: 100, ticket };
    const { redemption, voucher } = await redeemAtCounter(cashier, memberId, wish);
    expect(redemption.state).toBe("fulfilled");
    expect((await redeemAtCounter(cashier, memberId, wish)).voucher?.code).toBe(voucher?.code);
    const next = await openMember(cashier, memberId);
    expect(next).toMatchObject({ available: 250, vouchers: [{ name: "A coffee" }] });
    const handed = await redeemAtCounter(cashier, memberId, {
      rewardId: mug,
      points: 100,
      ticket: next.ticket,
    });
    expect(handed.redemption.state).toBe("fulfilled");

    const code = voucher?.code ?? "";
    expect(await identify(cashier, code, undefined)).toMatchObject({
      kind: "voucher",
      check: { verdict: "valid", voucher: { name: "A coffee" } },
    });
    await useVoucher(cashier, code);
    expect(await identify(cashier, code, undefined)).toMatchObject({ check: { verdict: "used" } });
    await expect(useVoucher(cashier, code)).rejects.toMatchObject({ code: "voucher_used" });
  });

  it("lists what each cashier did today, and takes it back while that is possible", async () => {
    const shop = await makeShop();
    const { program, member } = shop;
    // One instant throughout: no midnight comes between what is done and what is listed.
    const cashier = { ...shop.cashier, clock: fixedClock(new Date()) };
    const { memberId } = member;
    await givePoints(program.ctx, memberId, 350);
    const coffee = await makeReward(program.ctx, { name: "A coffee" });
    const tour = await makeReward(program.ctx, { kind: "service", name: "A tour" });
    expect(await listActions(cashier)).toEqual([]);

    const earned = (await openMember(cashier, memberId)).ticket;
    await earnAtCounter(cashier, memberId, { ticket: earned, amountMinor: 1_250, receipt: "R-9" });
    await earnAtCounter(cashier, memberId, { ticket: earned, amountMinor: 1_250, receipt: "R-9" });
    const redeemed = (await openMember(cashier, memberId)).ticket;
    const { voucher } = await redeemAtCounter(cashier, memberId, {
      rewardId: coffee,
      points: 100,
      ticket: redeemed,
    });
    const ordered = (await openMember(cashier, memberId)).ticket;
    await redeemAtCounter(cashier, memberId, { rewardId: tour, points: 100, ticket: ordered });
    const key = newId();
    await takeAtCounter(cashier, voucher?.code ?? "", { store: undefined, key });

    const told = (await listActions(cashier)).map(
      ({ actionId, kind, name, points, memberName, canUndo }) => ({
        actionId,
        kind,
        name,
        points,
        memberName,
        canUndo,
      }),
    );
    const memberName = "Amira Haddad";
    const all = [
      { actionId: earned.id, kind: "earned", name: "", points: 12, memberName, canUndo: true },
      // A cashier cannot reverse what has been handed over.
      { actionId: redeemed.id, kind: "redeemed", name: "A coffee", points: 100, memberName, canUndo: false },
      { actionId: ordered.id, kind: "redeemed", name: "A tour", points: 100, memberName, canUndo: true },
      { actionId: key, kind: "voucher_used", name: "A coffee", points: null, memberName, canUndo: true },
    ];
    expect(told).toHaveLength(all.length);
    expect(told).toEqual(expect.arrayContaining(all));
    const colleague = ctxFor(program, { role: "cashier", clock: cashier.clock });
    expect(await listActions(colleague)).toEqual([]);
    await expect(undoAction(colleague, earned.id)).rejects.toThrow(NotFound);

    for (const actionId of [earned.id, ordered.id, key]) {
      await undoAction(cashier, actionId);
      await undoAction(cashier, actionId);
    }
    await expect(undoAction(cashier, redeemed.id)).rejects.toThrow(Forbidden);
    expect((await readWallet(cashier, memberId)).available).toBe(250);
    const after = await listActions(cashier);
    expect(after.filter(({ isUndone }) => isUndone)).toHaveLength(3);
    expect(after.filter(({ canUndo }) => canUndo)).toEqual([]);

    const now = cashier.clock.now().getTime();
    const tomorrow = { ...cashier, clock: fixedClock(new Date(now + 86_400_000)) };
    expect(await listActions(tomorrow)).toEqual([]);
    await deleteActionsBefore(db(), new Date(now + 1), 100);
    expect(await listActions(cashier)).toEqual([]);
  });

  it("a voucher's use is taken back for ten minutes", async () => {
    const { program, member, cashier } = await makeShop();
    await givePoints(program.ctx, member.memberId, 100);
    const coffee = await makeReward(program.ctx, { name: "A coffee" });
    const { ticket } = await openMember(cashier, member.memberId);
    const wish = { rewardId: coffee, points: 100, ticket };
    const { voucher } = await redeemAtCounter(cashier, member.memberId, wish);
    // At noon, so that ten minutes later is the same day.
    const noon = new Date(`${localDay(new Date(), "Europe/Berlin")}T11:00:00Z`);
    const at = (minutes: number) => ({
      ...cashier,
      clock: fixedClock(new Date(noon.getTime() + minutes * 60_000)),
    });
    const key = newId();
    await takeAtCounter(at(0), voucher?.code ?? "", { store: undefined, key });
    const stands = async (minutes: number) =>
      (await listActions(at(minutes))).find(({ actionId }) => actionId === key)?.canUndo;
    expect(await stands(9)).toBe(true);
    expect(await stands(10)).toBe(false);
    await expect(undoAction(at(10), key)).rejects.toMatchObject({ code: "voucher_not_yours_to_undo" });
  });
});
