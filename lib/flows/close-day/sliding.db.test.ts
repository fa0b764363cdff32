import { expect, it } from "vitest";
import { fixedClock } from "@/lib/core/clock";
import { db } from "@/lib/db";
import { acceptEvents } from "@/lib/events";
import { postSlice } from "@/lib/flows/post-events";
import { makeMember, makeProgram } from "@/lib/testing/fixtures";
import { putInForce } from "@/lib/testing/rules";
import { placeHold, readWallet, releaseHold, spendPoints, verifyLedger } from "@/lib/wallet";
import { closeAt } from "./testing";

/** A club whose points slide five days, one point a euro. */
async function makeClub() {
  const program = await makeProgram({ lanes: 1 }, fixedClock(new Date("2026-11-01T08:00:00Z")));
  const { programId, ctx } = program;
  await db().pointType.update({
    where: { programId_pointTypeNo: { programId, pointTypeNo: 1 } },
    data: { expiry: { kind: "sliding", unit: "day", count: 5 } },
  });
  await putInForce(programId, [
    {
      name: "Base rate",
      trigger: { event: "purchase" },
      effects: [{ kind: "per_amount", points: 1, perMinor: 100, basis: "lines" }],
    },
  ]);
  const member = await makeMember(ctx);
  const at = (day: string) => ({ ...ctx, clock: fixedClock(new Date(`${day}T12:00:00Z`)) });
  return {
    at,
    memberId: member.memberId,
    async buy(day: string, points: number) {
      const purchase = {
        type: "purchase",
        id: `receipt-${day}`,
        member: { cardNumber: member.cardNumber },
        occurredAt: `${day}T11:00:00Z`,
        currency: "EUR",
        lines: [{ amountMinor: points * 100 }],
      };
      await acceptEvents(at(day), [purchase]);
      while (await postSlice({ programId, clock: at(day).clock })) {
        // Until the queue is empty.
      }
    },
    spend: (day: string, points: number) =>
      spendPoints(at(day), member.memberId, { points, reason: "Coffee" }),
    close: (day: string) => closeAt(programId, `${day}T00:05:00+01:00`),
    available: async (day: string) => (await readWallet(at(day), member.memberId)).available,
    async slidesTo() {
      const where = { programId, party: member.memberId, kind: "available" } as const;
      const { slidesTo } = await db().account.findFirstOrThrow({ where });
      return slidesTo?.toISOString().slice(0, 10) ?? null;
    },
    async expectSound() {
      expect((await verifyLedger(ctx)).findings).toEqual([]);
    },
  };
}

it("keeps sliding points while there is activity, and takes all of them five days after the last", async () => {
  const club = await makeClub();
  await club.buy("2026-11-02", 10);
  await club.buy("2026-11-06", 20);
  await club.close("2026-11-08");
  await club.spend("2026-11-10", 5);
  await club.close("2026-11-15");
  expect(await club.available("2026-11-15")).toBe(25);
  await club.close("2026-11-16");
  expect(await club.available("2026-11-16")).toBe(0);
  expect(await club.slidesTo()).toBe(null);
  // What is earned after that begins a slide of its own.
  await club.buy("2026-11-20", 7);
  expect(await club.slidesTo()).toBe("2026-11-25");
  await club.close("2026-11-25");
  expect(await club.available("2026-11-25")).toBe(7);
  await club.close("2026-11-26");
  expect(await club.available("2026-11-26")).toBe(0);
  await club.expectSound();
});

it("after days of downtime leaves what was earned after the end of the slide, from the latest activity on", async () => {
  const daily = await makeClub();
  const late = await makeClub();
  for (const club of [daily, late]) {
    const close = club === daily ? club.close : () => Promise.resolve();
    await club.buy("2026-11-02", 10);
    await close("2026-11-08");
    await club.buy("2026-11-10", 20);
    await close("2026-11-12");
    await club.spend("2026-11-12", 4);
    await club.close("2026-11-13");
    expect(await club.available("2026-11-13")).toBe(16);
    expect(await club.slidesTo()).toBe("2026-11-17");
    await club.close("2026-11-17");
    expect(await club.available("2026-11-17")).toBe(16);
    await club.close("2026-11-18");
    expect(await club.available("2026-11-18")).toBe(0);
    await club.expectSound();
  }
});

it("forgets the slide of somebody who has spent everything", async () => {
  const club = await makeClub();
  await club.buy("2026-11-02", 10);
  await club.spend("2026-11-02", 10);
  await club.close("2026-11-08");
  expect(await club.slidesTo()).toBe(null);
  await club.expectSound();
});

it("waits with the end of a slide for what a hold has set aside", async () => {
  const club = await makeClub();
  await club.buy("2026-11-02", 10);
  const hold = await placeHold(club.at("2026-11-07"), club.memberId, {
    points: 10,
    reason: "A voucher",
    minutes: 10_000,
  });
  await club.close("2026-11-08");
  await club.buy("2026-11-09", 3);
  await club.close("2026-11-10");
  expect(await club.slidesTo()).toBe("2026-11-07");
  await releaseHold(club.at("2026-11-10"), hold.holdId);
  expect(await club.available("2026-11-10")).toBe(3);
  await club.close("2026-11-11");
  expect(await club.available("2026-11-11")).toBe(3);
  expect(await club.slidesTo()).toBe("2026-11-14");
  await club.close("2026-11-15");
  expect(await club.available("2026-11-15")).toBe(0);
  await club.expectSound();
});
