import { expect, it } from "vitest";
import { fixedClock } from "@/lib/core/clock";
import { db } from "@/lib/db";
import { acceptRedemption, fulfilRedemption, redeem } from "@/lib/flows/redeem";
import { BERLIN, findingsOf, makeParcel, makeShopper, minutesLater, wish } from "@/lib/flows/redeem/testing";
import { readErasure, requestErasure } from "@/lib/privacy";
import { eraseDueMembers } from "./erase-due-members";

it("waits for an order that somebody is at work on, says so, and goes on as soon as it ends", async () => {
  const { program, ctx, memberId, asMember } = await makeShopper();
  const parcel = await makeParcel(program);
  const { redemptionId } = await redeem(asMember, memberId, wish(parcel, { delivery: BERLIN }));
  await acceptRedemption(ctx, redemptionId);
  await requestErasure(ctx, memberId, { atOnce: true });
  const { programId } = program;
  const erase = (minutes: number) => eraseDueMembers({ clock: minutesLater(minutes), programId });

  expect(await erase(1)).toEqual({ done: 0, putOff: 1 });
  expect(await readErasure(ctx, memberId)).toMatchObject({ state: "closing", waitsFor: "order" });
  // Nothing has come of it yet, and it is not tried anew all the time.
  expect(await erase(1)).toEqual({ done: 0, putOff: 0 });
  const kept = await db().redemption.findFirst({ where: { programId, redemptionId } });
  expect(kept?.delivery).toMatchObject({ city: "Berlin" });

  await fulfilRedemption({ ...ctx, clock: fixedClock(minutesLater(1).now()) }, redemptionId);
  expect(await erase(1)).toEqual({ done: 1, putOff: 0 });
  expect(await readErasure(ctx, memberId)).toMatchObject({ state: "erased", waitsFor: null });
  const left = await db().redemption.findFirst({ where: { programId, redemptionId } });
  expect(left).toMatchObject({ state: "fulfilled", delivery: null });
  expect(await findingsOf(program)).toEqual([]);
});
