import { expect, it } from "vitest";
import { fixedClock } from "@/lib/core/clock";
import { db } from "@/lib/db";
import type { Expiry } from "@/lib/programs";
import { makeMember, makeProgram } from "@/lib/testing/fixtures";
import { givePoints } from "@/lib/testing/give-points";
import { readActivity, readWallet, spendPoints, verifyLedger } from "@/lib/wallet";
import { closeDays } from "../close-day";
import { previewReversal, reverseEntry } from ".";

const why = { reason: "The shop was closed all week" };

async function makeLateMember(lot: Parameters<typeof givePoints>[3], expiry?: Expiry) {
  const program = await makeProgram({ lanes: 1 }, fixedClock(new Date("2026-11-20T12:00:00Z")));
  const { programId } = program;
  if (expiry !== undefined) {
    await db().pointType.update({
      where: { programId_pointTypeNo: { programId, pointTypeNo: 1 } },
      data: { expiry },
    });
  }
  const { memberId } = await makeMember(program.ctx);
  await givePoints(program.ctx, memberId, 100, lot);
  if (expiry !== undefined) await spendPoints(program.ctx, memberId, { points: 10, reason: "Coffee" });
  const later = { ...program.ctx, clock: fixedClock(new Date("2026-11-30T12:00:00Z")) };
  await closeDays({ programId, clock: later.clock });
  const [expired] = (await readActivity(later, memberId, { limit: 1, kind: "expired" })).items;
  if (expired === undefined) throw new Error("nothing expired");
  return { ctx: later, memberId, expired };
}

it("gives expired points back for some days, and they expire again after those", async () => {
  const { ctx, memberId, expired } = await makeLateMember({ expiresOn: "2026-11-25" });
  expect(await readWallet(ctx, memberId)).toMatchObject({ available: 0, lifetimeExpired: 100 });
  const grace = { points: 100, until: "2026-12-30" };
  expect(await previewReversal(ctx, expired.causeId)).toMatchObject({ points: 100, grace });
  expect(await reverseEntry(ctx, expired.causeId, why)).toMatchObject({ points: 100, grace });
  expect(await readWallet(ctx, memberId)).toMatchObject({
    available: 100,
    lifetimeExpired: 0,
    expiringSoon: [{ expiresOn: "2026-12-30", points: 100 }],
  });
  const [entry] = (await readActivity(ctx, memberId, { limit: 1 })).items;
  expect(entry?.explanation).toMatchObject([{ title: "More time" }]);
  await spendPoints(ctx, memberId, { points: 100, reason: "Mug" });
  expect((await verifyLedger(ctx)).findings).toEqual([]);
});

it("gives sliding points that expired a last day of their own", async () => {
  const sliding = { kind: "sliding", unit: "day", count: 5 } as const;
  const { ctx, memberId, expired } = await makeLateMember({ sliding: true }, sliding);
  await reverseEntry(ctx, expired.causeId, why);
  expect(await readWallet(ctx, memberId)).toMatchObject({
    available: 90,
    expiringSoon: [{ expiresOn: "2026-12-30", points: 90 }],
  });
  expect((await verifyLedger(ctx)).findings).toEqual([]);
});
