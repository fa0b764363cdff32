import { expect, test } from "vitest";
import { fixedClock } from "@/lib/core/clock";
import { db } from "@/lib/db";
import { makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { readWallet } from "@/lib/wallet";
import { dropCounters } from "./drop-counters";
import { prepareHistory } from "./prepare-history";
import { pruneHistory } from "./prune-history";
import { rebuildHistory } from "./rebuild-history";
import { breaksOf, COFFEES, coffee, type Guest, keptOf, launch, post, returnOf } from "./testing";

const clock = fixedClock(new Date("2026-11-20T12:00:00Z"));
/** 500 days before. */
const FROM = "2025-07-08";
const TEA = { filter: [{ field: "category" as const, op: "in" as const, values: ["Tea"] }] };

/** A café with a guest of old and three campaigns that look back: 30 days, for ever, and on a streak without end. */
async function makeOldCafe(): Promise<{ program: TestProgram; guest: Guest }> {
  const program = await makeProgram({ lanes: 1 }, clock);
  await db().program.update({
    where: { programId: program.programId },
    data: { eventsFrom: new Date("2024-01-01") },
  });
  const guest = await makeMember(program.ctx);
  const conditions = [
    { ...COFFEES, value: 2 },
    { ...COFFEES, window: { kind: "lifetime" }, op: "every", value: 5 },
    { kind: "history", of: TEA, measure: "streak", unit: "week", op: "every", value: 2 },
  ] as const;
  for (const [index, condition] of conditions.entries()) {
    await launch(program, {
      name: `Looks back ${index}`,
      trigger: { event: "purchase" },
      condition,
      effects: [{ kind: "fixed", points: 10 ** index }],
    });
  }
  await prepareHistory({ programId: program.programId, clock });
  await post(program, clock, [
    coffee(guest, "a", "2024-03-04T09:00:00Z"),
    coffee(guest, "b", "2024-03-05T09:00:00Z"),
    coffee(guest, "c", "2026-11-02T09:00:00Z"),
    { ...coffee(guest, "d", "2024-03-05T09:00:00Z"), lines: [{ category: "Tea", amountMinor: 200 }] },
  ]);
  return { program, guest };
}

/** What happens afterwards, much of it long ago: by entry what the guest has. */
async function goOn({ program, guest }: { program: TestProgram; guest: Guest }): Promise<number[]> {
  const balances: number[] = [];
  for (const event of [
    coffee(guest, "late", "2024-03-20T09:00:00Z"),
    coffee(guest, "later", "2024-03-21T09:00:00Z"),
    returnOf(guest, "back", "a", "2026-11-20T09:00:00Z"),
    coffee(guest, "latest", "2024-04-04T09:00:00Z"),
    coffee(guest, "now", "2026-11-20T09:00:00Z"),
    { ...coffee(guest, "tea", "2024-03-12T09:00:00Z"), lines: [{ category: "Tea", amountMinor: 200 }] },
  ]) {
    await post(program, clock, [event]);
    balances.push((await readWallet(program.ctx, guest.memberId)).available);
  }
  return balances;
}

test("days that no window reaches go, and whatever comes late is answered as if they were there", async () => {
  const pruned = await makeOldCafe();
  await pruneHistory(clock);
  const whole = await makeOldCafe();

  expect(await keptOf(pruned.program, pruned.guest)).toEqual([
    "1 0001-01-01 3 900 3000",
    "1 2026-11-02 1 300 1000",
    "2 0001-01-01 1 200 1000",
    "2 2024-03-05 1 200 1000",
  ]);
  const expected = await goOn(whole);
  expect(await goOn(pruned)).toEqual(expected);
  expect(expected).toEqual([2, 13, 13, 24, 24, 124]);
  expect(await breaksOf(pruned.program)).toEqual([]);
  await rebuildHistory(pruned.program.programId);
  expect(await breaksOf(pruned.program)).toEqual([]);
  expect((await keptOf(pruned.program, pruned.guest)).filter((row) => row.startsWith("1 2024"))).toEqual([]);
});

test("it moves on by a month at once, and a program that began lately has nothing to forget", async () => {
  const old = await makeOldCafe();
  const { programId } = old.program;
  await db().program.update({ where: { programId }, data: { eventsFrom: new Date(FROM) } });
  await pruneHistory(clock);
  expect(await fromOf(old.program)).toEqual({});
  await db().program.update({ where: { programId }, data: { eventsFrom: new Date("2024-01-01") } });
  await pruneHistory(clock);
  expect(await fromOf(old.program)).toEqual({ 1: FROM });
  await pruneHistory(fixedClock(new Date("2026-12-06T12:00:00Z")));
  expect(await fromOf(old.program)).toEqual({ 1: FROM });
  await pruneHistory(fixedClock(new Date("2026-12-20T12:00:00Z")));
  expect(await fromOf(old.program)).toEqual({ 1: "2025-08-07" });
});

test("a counter that nobody asks any more forgets from when it was kept", async () => {
  const { program } = await makeOldCafe();
  const { programId } = program;
  await pruneHistory(clock);
  await db().campaign.updateMany({ where: { programId }, data: { state: "ended" } });
  await db().ruleSet.updateMany({ where: { programId }, data: { campaigns: [] } });
  await dropCounters(clock);
  expect(await fromOf(program)).toEqual({});
});

async function fromOf({ programId }: TestProgram): Promise<unknown> {
  const lane = await db().lane.findFirstOrThrow({ where: { programId } });
  return lane.historyFrom;
}
