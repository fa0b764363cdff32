import { expect, it } from "vitest";
import { fixedClock } from "@/lib/core/clock";
import { acceptEvents } from "@/lib/events";
import { makeMember, makeProgram } from "@/lib/testing/fixtures";
import { givePoints } from "@/lib/testing/give-points";
import { putInForce } from "@/lib/testing/rules";
import { captureHold, placeHold, readWallet, releaseHold, spendPoints, verifyLedger } from "@/lib/wallet";
import { postSlice } from "../post-events";

const clock = fixedClock(new Date("2026-11-20T12:00:00Z"));

it("lets points be held, spent and released while workers post purchases and returns of the same members", async () => {
  const program = await makeProgram({ lanes: 2 }, clock);
  const { ctx, programId } = program;
  await putInForce(programId, [
    {
      name: "Base rate",
      trigger: { event: "purchase" },
      effects: [{ kind: "per_amount", points: 1, perMinor: 100, basis: "lines" }],
    },
  ]);
  const members = await Promise.all([1, 2, 3].map(() => makeMember(ctx)));
  for (const { memberId } of members) await givePoints(ctx, memberId, 100);
  const events = members.flatMap(({ cardNumber }, index) =>
    Array.from({ length: 20 }, (_, turn) => {
      const common = { member: { cardNumber }, occurredAt: "2026-11-20T10:00:00Z" };
      const id = `p-${index}-${Math.floor(turn / 2)}`;
      return turn % 2 === 0
        ? { type: "purchase", id, currency: "EUR", lines: [{ amountMinor: 1_000, quantity: 2 }], ...common }
        : {
            type: "return",
            id: `r-${id}`,
            purchaseId: id,
            lines: [{ line: 0, quantity: 1 }],
            ...common,
          };
    }),
  );
  await acceptEvents(ctx, events);

  const posting = async () => {
    while ((await postSlice({ programId, limit: 4, clock })) !== null) {
      // Until the queue is empty.
    }
  };
  const atTheCounter = async (memberId: string) => {
    for (let turn = 0; turn < 6; turn += 1) {
      const { holdId } = await placeHold(ctx, memberId, { points: 10, reason: "Grinder" });
      if (turn % 3 === 0) await releaseHold(ctx, holdId);
      else await captureHold(ctx, holdId, { points: turn });
      await spendPoints(ctx, memberId, { points: 1, reason: "Sticker" });
    }
  };
  await Promise.all([posting(), posting(), ...members.map(({ memberId }) => atTheCounter(memberId))]);
  await posting();

  for (const { memberId } of members) {
    // 100 by hand and ten purchases of ten, half of each taken back; captures of 1, 2, 4 and 5 and six of one.
    expect(await readWallet(ctx, memberId)).toMatchObject({
      available: 132,
      held: 0,
      debt: 0,
      lifetimeSpent: 18,
    });
  }
  expect((await verifyLedger(ctx)).findings).toEqual([]);
});
