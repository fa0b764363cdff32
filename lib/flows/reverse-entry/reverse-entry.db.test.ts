import { describe, expect, it } from "vitest";
import type { CampaignDefinitionInput } from "@/lib/campaigns/schema";
import { fixedClock } from "@/lib/core/clock";
import { Forbidden, NotFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { acceptEvents } from "@/lib/events";
import { ctxFor, makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { givePoints } from "@/lib/testing/give-points";
import { putInForce } from "@/lib/testing/rules";
import {
  captureHold,
  placeHold,
  readActivity,
  readWallet,
  releaseHold,
  spendPoints,
  verifyLedger,
} from "@/lib/wallet";
import { postNow } from "../post-events";
import { previewReversal, reverseEntry } from ".";

const NOON = new Date("2026-11-20T12:00:00Z");
const clock = fixedClock(NOON);
const onPurchase = { event: "purchase" } as const;
/** A point a euro on each line, and five points that a member gets twice a day. */
const RULES: CampaignDefinitionInput[] = [
  {
    name: "Base rate",
    trigger: onPurchase,
    effects: [{ kind: "per_amount", points: 1, perMinor: 100, basis: "lines" }],
  },
  {
    name: "Daily bonus",
    trigger: onPurchase,
    effects: [{ kind: "fixed", points: 5 }],
    limits: [{ per: "member", points: 10, window: "day" }],
  },
];
const why = { reason: "Rung up twice" };

async function makeClub(rules = RULES) {
  const program = await makeProgram({ pointsExpireAfterMonths: 12, lanes: 4 }, clock);
  await putInForce(program.programId, rules);
  const member = await makeMember(program.ctx);
  return { program, ctx: program.ctx, member, memberId: member.memberId };
}

type Shopper = { program: TestProgram; member: { cardNumber: string; memberId: string } };

/** @returns the event's id */
async function send({ program, member }: Shopper, event: object): Promise<string> {
  const id = newId();
  const item = {
    id,
    member: { cardNumber: member.cardNumber },
    occurredAt: "2026-11-20T10:00:00Z",
    ...event,
  };
  const { results } = await acceptEvents(program.ctx, [item]);
  const [result] = results;
  if (result?.status !== "accepted") throw new Error(JSON.stringify(result));
  const standing = await postNow(program.ctx, result.eventId);
  if (standing.status !== "posted") throw new Error(JSON.stringify(standing));
  return result.eventId;
}

function buy(shopper: Shopper, id: string, euros: number[]) {
  const lines = euros.map((amount) => ({ amountMinor: amount * 100, quantity: 2 }));
  return send(shopper, { type: "purchase", id, currency: "EUR", lines });
}

function bringBack(shopper: Shopper, purchaseId: string, lines?: { line: number; quantity: number }[]) {
  return send(shopper, { type: "return", purchaseId, ...(lines && { lines }) });
}

async function figures({ program, member }: Shopper) {
  const wallet = await readWallet(program.ctx, member.memberId);
  return { available: wallet.available, held: wallet.held, debt: wallet.debt };
}

async function expectSound({ programId, ctx }: TestProgram) {
  expect((await verifyLedger(ctx)).findings).toEqual([]);
  const own = await db().account.findMany({ where: { programId, kind: "clearing" } });
  expect(own.every(({ balance }) => balance === 0n)).toBe(true);
}

const later = (program: TestProgram, at: string) => ({ ...program.ctx, clock: fixedClock(new Date(at)) });

describe("reversing a redemption", () => {
  it("puts the points back into the lots that they came from", async () => {
    const shopper = await makeClub();
    const { program, ctx, memberId } = shopper;
    await givePoints(ctx, memberId, 40, { expiresOn: "2026-12-31" });
    await givePoints(ctx, memberId, 60);
    const { causeId } = await spendPoints(ctx, memberId, { points: 70, reason: "Grinder" });
    const preview = await previewReversal(ctx, causeId);
    expect(preview).toMatchObject({ kind: "spend", points: 70, pending: 0, owed: 0, availableAfter: 100 });
    expect(preview.reason).toContain("Grinder");
    expect(await figures(shopper)).toMatchObject({ available: 30 });

    const reversal = await reverseEntry(ctx, causeId, why);
    expect(reversal).toMatchObject({ points: 70, availableAfter: 100, grace: null });
    expect(await figures(shopper)).toEqual({ available: 100, held: 0, debt: 0 });
    const wallet = await readWallet(ctx, memberId);
    expect(wallet).toMatchObject({
      lifetimeSpent: 0,
      expiringSoon: [{ expiresOn: "2026-12-31", points: 40 }],
    });
    const [entry] = (await readActivity(ctx, memberId, { limit: 1 })).items;
    expect(entry).toMatchObject({ causeId: reversal.reversalId, type: "reversal", points: 70 });
    expect(entry?.reason).toBe("Reversed: a redemption · Rung up twice");
    await expectSound(program);
  });

  it("of a captured hold works alike; the hold itself and a release stand", async () => {
    const shopper = await makeClub();
    const { program, ctx, memberId } = shopper;
    await givePoints(ctx, memberId, 100);
    const { holdId } = await placeHold(ctx, memberId, { points: 80, reason: "Grinder" });
    const { spend } = await captureHold(ctx, holdId, { points: 50 });
    expect(await reverseEntry(ctx, spend.causeId, why)).toMatchObject({ points: 50, availableAfter: 100 });
    const { items } = await readActivity(ctx, memberId, { limit: 10 });
    for (const { causeId } of items.filter(({ type }) => ["hold", "release", "reversal"].includes(type))) {
      await expect(reverseEntry(ctx, causeId, why)).rejects.toMatchObject({ code: "not_reversible" });
      await expect(previewReversal(ctx, causeId)).rejects.toMatchObject({ code: "not_reversible" });
    }
    await expectSound(program);
  });

  it("gives points whose lot has expired meanwhile some days of grace", async () => {
    const shopper = await makeClub();
    const { program, ctx, memberId } = shopper;
    await givePoints(ctx, memberId, 40, { expiresOn: "2026-11-25" });
    const { causeId } = await spendPoints(ctx, memberId, { points: 30, reason: "Grinder" });
    const december = later(program, "2026-12-01T12:00:00Z");
    expect(await reverseEntry(december, causeId, why)).toMatchObject({
      points: 30,
      grace: { points: 30, until: "2026-12-31" },
    });
    const wallet = await readWallet(december, memberId);
    expect(wallet.expiringSoon).toEqual([{ expiresOn: "2026-12-31", points: 40 }]);
    await spendPoints(december, memberId, { points: 30, reason: "Again" });
    await expectSound(program);
  });

  it("happens once, however many ask at the same moment", async () => {
    const shopper = await makeClub();
    const { program, ctx, memberId } = shopper;
    await givePoints(ctx, memberId, 100);
    const { causeId } = await spendPoints(ctx, memberId, { points: 70, reason: "Grinder" });
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, () => reverseEntry(ctx, causeId, why)),
    );
    const codes = results.map((result) =>
      result.status === "fulfilled" ? "ok" : (result.reason as { code: string }).code,
    );
    expect(codes.sort()).toEqual([...Array(7).fill("already_reversed"), "ok"]);
    expect(await figures(shopper)).toMatchObject({ available: 100 });
    await expectSound(program);
  });

  it("answers a repeated request with what it answered before", async () => {
    const { ctx, memberId } = await makeClub();
    await givePoints(ctx, memberId, 100);
    const { causeId } = await spendPoints(ctx, memberId, { points: 70, reason: "Grinder" });
    const keyed = { ...ctx, idempotencyKey: newId() };
    const first = await reverseEntry(keyed, causeId, why);
    expect(await reverseEntry(keyed, causeId, why)).toEqual(first);
  });

  it("is for those who may, within their program", async () => {
    const { program, ctx, memberId } = await makeClub();
    await givePoints(ctx, memberId, 100);
    const { causeId } = await spendPoints(ctx, memberId, { points: 70, reason: "Grinder" });
    for (const role of ["cashier", "marketer", "analyst"] as const) {
      const actor = ctxFor(program, { role });
      await expect(reverseEntry(actor, causeId, why)).rejects.toThrow(Forbidden);
      await expect(previewReversal(actor, causeId)).rejects.toThrow(Forbidden);
    }
    const other = await makeProgram();
    await expect(reverseEntry(other.ctx, causeId, why)).rejects.toThrow(NotFound);
    await expect(previewReversal(other.ctx, causeId)).rejects.toThrow(NotFound);
  });
});

describe("reversing an adjustment", () => {
  it("takes a credit from its lot, from others, and the rest as a debt", async () => {
    const shopper = await makeClub();
    const { program, ctx, memberId } = shopper;
    const first = await givePoints(ctx, memberId, 100, { expiresOn: "2026-12-31" });
    await givePoints(ctx, memberId, 20);
    await spendPoints(ctx, memberId, { points: 70, reason: "Grinder" });
    const preview = await previewReversal(ctx, first);
    expect(preview).toMatchObject({ points: -50, owed: 50, availableAfter: 0, owedAfter: 50 });
    await reverseEntry(ctx, first, why);
    expect(await figures(shopper)).toEqual({ available: 0, held: 0, debt: 50 });
    await expectSound(program);
  });

  it("brings back a debt that it had paid", async () => {
    const shopper = await makeClub();
    const { program, ctx, memberId } = shopper;
    await buy(shopper, "p-1", [95]);
    await spendPoints(ctx, memberId, { points: 100, reason: "Grinder" });
    await bringBack(shopper, "p-1");
    expect(await figures(shopper)).toMatchObject({ available: 0, debt: 100 });
    const credit = await givePoints(ctx, memberId, 130);
    expect(await figures(shopper)).toMatchObject({ available: 30, debt: 0 });
    await reverseEntry(ctx, credit, why);
    expect(await figures(shopper)).toMatchObject({ available: 0, debt: 100 });
    await expectSound(program);
  });
});

describe("reversing a purchase", () => {
  it("takes back what it earned, with caps and campaign totals", async () => {
    const shopper = await makeClub();
    const { program, ctx } = shopper;
    await buy(shopper, "p-1", [30, 10]);
    const second = await buy(shopper, "p-2", [20]);
    expect(await figures(shopper)).toMatchObject({ available: 70 });
    expect(await previewReversal(ctx, second)).toMatchObject({ points: -25, availableAfter: 45 });
    await reverseEntry(ctx, second, why);
    expect(await figures(shopper)).toMatchObject({ available: 45 });
    await expectSound(program);
    // Five points of the day's ten are free again.
    await buy(shopper, "p-3", [1]);
    expect(await figures(shopper)).toMatchObject({ available: 51 });
    await expect(bringBack(shopper, "p-2")).rejects.toThrow("nothing_to_return");
    await expect(reverseEntry(ctx, second, why)).rejects.toMatchObject({ code: "already_reversed" });
    await expectSound(program);
  });

  it("takes back only what returns have left, and owes what was spent", async () => {
    const shopper = await makeClub();
    const { program, ctx, memberId } = shopper;
    const purchase = await buy(shopper, "p-1", [30, 10]);
    const returned = await bringBack(shopper, "p-1", [{ line: 0, quantity: 1 }]);
    expect(await figures(shopper)).toMatchObject({ available: 28 });
    await spendPoints(ctx, memberId, { points: 20, reason: "Mug" });
    await reverseEntry(ctx, purchase, why);
    expect(await figures(shopper)).toEqual({ available: 0, held: 0, debt: 20 });
    await expect(reverseEntry(ctx, returned, why)).rejects.toMatchObject({ code: "not_reversible" });
    await expectSound(program);
  });

  it("follows the return policy of the campaign", async () => {
    const shopper = await makeClub([
      {
        name: "Kept",
        trigger: onPurchase,
        effects: [{ kind: "fixed", points: 50 }],
        terms: { returns: "within_balance" },
      },
    ]);
    const { program, ctx, memberId } = shopper;
    const purchase = await buy(shopper, "p-1", [10]);
    await spendPoints(ctx, memberId, { points: 40, reason: "Mug" });
    expect(await reverseEntry(ctx, purchase, why)).toMatchObject({ points: -10, owed: 0, forgiven: 40 });
    expect(await figures(shopper)).toEqual({ available: 0, held: 0, debt: 0 });
    await expectSound(program);
  });

  it("that came back whole is refused, with the reason", async () => {
    const shopper = await makeClub();
    const purchase = await buy(shopper, "p-1", [30]);
    await bringBack(shopper, "p-1");
    await expect(reverseEntry(shopper.ctx, purchase, why)).rejects.toMatchObject({ code: "not_reversible" });
  });
});

describe("reversing a return", () => {
  it("gives back what it took, so that the goods can come back again", async () => {
    const shopper = await makeClub();
    const { program, ctx } = shopper;
    await buy(shopper, "p-1", [30, 10]);
    const returned = await bringBack(shopper, "p-1", [{ line: 0, quantity: 1 }]);
    expect(await figures(shopper)).toMatchObject({ available: 28 });
    expect(await reverseEntry(ctx, returned, why)).toMatchObject({ points: 17, availableAfter: 45 });
    await expectSound(program);
    await bringBack(shopper, "p-1");
    expect(await figures(shopper)).toEqual({ available: 0, held: 0, debt: 0 });
    await expectSound(program);
  });

  it("waits for a later return of the same goods", async () => {
    const shopper = await makeClub();
    const { program, ctx } = shopper;
    await buy(shopper, "p-1", [15, 3]);
    const first = await bringBack(shopper, "p-1", [{ line: 0, quantity: 1 }]);
    const other = await bringBack(shopper, "p-1", [{ line: 1, quantity: 1 }]);
    const second = await bringBack(shopper, "p-1", [{ line: 0, quantity: 1 }]);
    await expect(reverseEntry(ctx, first, why)).rejects.toMatchObject({ code: "not_reversible" });
    for (const causeId of [second, other, first]) await reverseEntry(ctx, causeId, why);
    expect(await figures(shopper)).toMatchObject({ available: 23 });
    await expectSound(program);
  });

  it("forgives the debt that it made, and gives back what of it was paid", async () => {
    const shopper = await makeClub();
    const { program, ctx, memberId } = shopper;
    await buy(shopper, "p-1", [95]);
    await spendPoints(ctx, memberId, { points: 100, reason: "Grinder" });
    const returned = await bringBack(shopper, "p-1");
    await givePoints(ctx, memberId, 60);
    expect(await figures(shopper)).toEqual({ available: 0, held: 0, debt: 40 });
    expect(await reverseEntry(ctx, returned, why)).toMatchObject({ points: 60, owed: -40, owedAfter: 0 });
    expect(await figures(shopper)).toEqual({ available: 60, held: 0, debt: 0 });
    await expectSound(program);
  });
});

describe("reversing while points are set aside", () => {
  it("leaves what a hold pins alone", async () => {
    const shopper = await makeClub();
    const { program, ctx, memberId } = shopper;
    const purchase = await buy(shopper, "p-1", [95]);
    const { holdId } = await placeHold(ctx, memberId, { points: 80, reason: "Grinder" });
    await reverseEntry(ctx, purchase, why);
    expect(await figures(shopper)).toEqual({ available: 0, held: 80, debt: 80 });
    await releaseHold(ctx, holdId);
    expect(await figures(shopper)).toEqual({ available: 80, held: 0, debt: 80 });
    await expectSound(program);
  });
});
