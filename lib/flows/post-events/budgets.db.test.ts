import { describe, expect, it } from "vitest";
import { budgetOfNumber } from "@/lib/campaigns/evaluation/limit-number";
import { db, driver, type SqlTx, withDriverTx } from "@/lib/db";
import { acceptEvents } from "@/lib/events";
import {
  buy,
  drain,
  expectReplay,
  expectSound,
  issued,
  makeClub,
  purchase,
  used,
} from "@/lib/testing/budget-club";
import { reverseEntry } from "../reverse-entry";
import { postSlice } from "./post-slice";

describe("a budget that eight workers use up in eight lanes", () => {
  it("of points is given to the last point and never beyond", async () => {
    const club = await makeClub([{ per: "campaign", points: 10_007, window: "lifetime" }]);
    expect(await buy(club, 400, (index) => 11 + ((index * 37) % 90))).toBeGreaterThan(12_000);
    let most = 0;
    const watch = new AbortController();
    const watching = (async () => {
      while (!watch.signal.aborted) most = Math.max(most, await issued(club), await used(club));
    })();
    await drain(club);
    watch.abort();
    await watching;
    expect(most).toBeLessThanOrEqual(10_007);
    await expectReplay(club, 10_007);
    expect(await issued(club)).toBe(10_007);
    expect(await used(club)).toBe(10_007);
    await expectSound(club);
  }, 60_000);

  it("of times is given so many times", async () => {
    const club = await makeClub([{ per: "campaign", times: 53, window: "month" }]);
    await buy(club, 200, () => 10);
    await drain(club);
    expect(await issued(club)).toBe(530);
    await expectSound(club);
  }, 60_000);

  it("of cost is spent as far as whole points go", async () => {
    const club = await makeClub([{ per: "campaign", costMinor: 1_000, window: "lifetime" }]);
    // Three minor units a point: 333 points cost 999, and nobody can have a third of a point.
    await db().pointType.updateMany({
      where: { programId: club.programId },
      data: { valuePerThousandMinor: 3_000 },
    });
    await buy(club, 200, (index) => 1 + (index % 5));
    await drain(club);
    expect(await issued(club)).toBe(333);
    expect(await used(club)).toBe(999);
    await expectSound(club);
  }, 60_000);

  it("is one for each day that things happened on, in the program's time zone", async () => {
    const club = await makeClub([
      { per: "campaign", points: 1_000, window: "day" },
      { per: "campaign", points: 2_500, window: "lifetime" },
    ]);
    // 22:30 and 23:30 in UTC are two days in Berlin.
    const days = ["2026-11-20T22:30:00Z", "2026-11-20T23:30:00Z", "2026-11-19T12:00:00Z"];
    const events = Array.from({ length: 180 }, (_, index) => purchase(club, index, 25, days[index % 3]));
    await acceptEvents(club.ctx, events);
    await drain(club);
    expect(await issued(club)).toBe(2_500);
    const rows = await db().budgetLane.findMany({ where: { programId: club.programId } });
    const totals = new Map<string, number>();
    for (const { limitNo, windowStart, used: own } of rows) {
      const key = `${budgetOfNumber(limitNo).window} ${windowStart.toISOString().slice(0, 10)}`;
      totals.set(key, (totals.get(key) ?? 0) + Number(own));
    }
    for (const [window, total] of totals) {
      expect(total).toBeLessThanOrEqual(window.startsWith("day") ? 1_000 : 2_500);
    }
    expect([...totals.keys()].sort()).toEqual([
      "day 2026-11-19",
      "day 2026-11-20",
      "day 2026-11-21",
      "lifetime 0001-01-01",
    ]);
    await expectSound(club);
  }, 60_000);
});

describe("what comes back of a budget", () => {
  it("by returns and reversals is used again, by whoever comes", async () => {
    const club = await makeClub([{ per: "campaign", points: 1_000, window: "lifetime" }]);
    await buy(club, 20, () => 50);
    await drain(club);
    expect(await used(club)).toBe(1_000);
    // Nothing is left: the next one gets nothing.
    await acceptEvents(club.ctx, [purchase(club, 20, 50)]);
    await drain(club);
    expect(await issued(club)).toBe(1_000);

    const { cardNumber = "" } = club.members[3] ?? {};
    await acceptEvents(club.ctx, [
      {
        type: "return",
        id: "r3",
        member: { cardNumber },
        occurredAt: "2026-11-21T10:00:00Z",
        purchaseId: "p3",
      },
    ]);
    await drain(club);
    expect(await used(club)).toBe(950);
    const event = await db().event.findFirstOrThrow({
      where: { programId: club.programId, externalId: "p4" },
    });
    await reverseEntry(club.ctx, event.eventId, { reason: "Rung up twice" });
    expect(await used(club)).toBe(900);
    await expectSound(club);

    await acceptEvents(club.ctx, [purchase(club, 30, 70), purchase(club, 31, 70)]);
    await drain(club);
    expect(await used(club)).toBe(1_000);
    await expectSound(club);
  }, 60_000);

  it("of times comes back when everything of the purchase does", async () => {
    const club = await makeClub([{ per: "campaign", times: 1, window: "lifetime" }]);
    const lines = [
      { amountMinor: 30, quantity: 1 },
      { amountMinor: 20, quantity: 1 },
    ];
    const { amountMinor: _, ...first } = purchase(club, 0, 0);
    await acceptEvents(club.ctx, [{ ...first, lines }]);
    await drain(club);
    const back = (id: string, line: number) => ({
      type: "return",
      id,
      member: first.member,
      occurredAt: "2026-11-21T10:00:00Z",
      purchaseId: first.id,
      lines: [{ line, quantity: 1 }],
    });
    await acceptEvents(club.ctx, [back("r1", 0)]);
    await drain(club);
    expect(await used(club)).toBe(1);
    await acceptEvents(club.ctx, [back("r2", 1)]);
    await drain(club);
    expect(await used(club)).toBe(0);
    await acceptEvents(club.ctx, [purchase(club, 1, 10), purchase(club, 2, 10)]);
    await drain(club);
    expect(await used(club)).toBe(1);
    await expectSound(club);
  }, 60_000);
});

describe("a budget of which there is plenty", () => {
  it("keeps no lane waiting for another, whose posting is under way", async () => {
    const club = await makeClub([{ per: "campaign", points: 1_000_000, window: "lifetime" }]);
    await buy(club, 64, () => 10);
    await drain(club);
    // Somebody else is in the middle of posting lane 0 and holds what it has reserved.
    const lanes = [...new Set(club.members.map(({ lane }) => lane))].sort((one, other) => one - other);
    const [busy, free] = lanes;
    await withDriverTx(async (tx: SqlTx) => {
      await tx.$executeRaw`
        SELECT FROM budget_lane WHERE program_id = ${club.programId}::uuid AND lane = ${busy}::smallint FOR UPDATE`;
      const index = club.members.findIndex(({ lane }) => lane === free);
      await acceptEvents(club.ctx, [{ ...purchase(club, index, 10), id: "while" }]);
      const report = await postSlice({
        programId: club.programId,
        ...(free !== undefined && { lane: free }),
      });
      expect(report).toMatchObject({ posted: 1, points: 10 });
    });
    await expectSound(club);
  }, 60_000);

  it("loses nothing when a worker is gone between its reservation and its posting", async () => {
    const club = await makeClub([{ per: "campaign", points: 500, window: "lifetime" }]);
    await buy(club, 8, () => 5);
    await drain(club);
    // Everything that is left is reserved for lanes that never come back for it.
    await db().$transaction(async (tx) => {
      const { programId } = club;
      const budget = await tx.budget.findFirstOrThrow({ where: { programId } });
      const rest = budget.amount - budget.reserved;
      const row = await tx.budgetLane.findFirstOrThrow({ where: { programId } });
      await tx.budget.updateMany({ where: { programId }, data: { reserved: budget.amount } });
      await tx.budgetLane.updateMany({
        where: { programId, lane: row.lane },
        data: { reserved: row.reserved + rest },
      });
    });
    const more = Array.from({ length: 64 }, (_, index) => purchase(club, 100 + index, 10));
    await acceptEvents(club.ctx, more);
    await drain(club);
    expect(await issued(club)).toBe(500);
    await expectSound(club);
  }, 60_000);
});

it("a campaign without a budget asks for none", async () => {
  const club = await makeClub([{ per: "member", points: 1_000, window: "day" }]);
  await buy(club, 10, () => 10);
  await drain(club);
  const [row] = await driver().$queryRaw<{ rows: bigint }[]>`
    SELECT count(*) AS rows FROM budget_lane WHERE program_id = ${club.programId}::uuid`;
  expect(row?.rows).toBe(0n);
  expect(await issued(club)).toBe(100);
});
