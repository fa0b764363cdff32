import { expect, test } from "vitest";
import { fixedClock } from "@/lib/core/clock";
import { makeMember, makeProgram } from "@/lib/testing/fixtures";
import { readWallet } from "@/lib/wallet";
import { prepareHistory } from "./prepare-history";
import { breaksOf, COFFEES, coffee, launch, post, purchase, returnOf } from "./testing";

const clock = fixedClock(new Date("2026-11-30T20:00:00Z"));

test("double points on Mondays for members who bought coffee twice in the last 30 days, at most 200 a month", async () => {
  const program = await makeProgram({ lanes: 2 }, clock);
  const [regular, newcomer] = [await makeMember(program.ctx), await makeMember(program.ctx)];
  const points = async (guest: typeof regular) => (await readWallet(program.ctx, guest.memberId)).available;
  const meal = (guest: typeof regular, id: string, day: string, amountMinor: number) =>
    purchase(guest, id, `${day}T12:00:00+01:00`, [{ category: "Food", amountMinor }]);

  // Before the campaigns: of three coffees one comes back, and one was more than thirty days before any Monday below.
  await post(program, clock, [
    coffee(regular, "old", "2026-10-01T09:00:00+02:00"),
    coffee(regular, "k1", "2026-11-03T09:00:00+01:00"),
    coffee(regular, "k2", "2026-11-04T09:00:00+01:00"),
    coffee(regular, "k3", "2026-11-05T09:00:00+01:00"),
    coffee(newcomer, "n1", "2026-11-05T09:00:00+01:00"),
    returnOf(regular, "r3", "k3", "2026-11-06T09:00:00+01:00"),
  ]);
  await launch(program, {
    name: "Base rate",
    trigger: { event: "purchase" },
    effects: [{ kind: "per_amount", points: 1, perMinor: 100 }],
  });
  await launch(program, {
    name: "Mondays",
    trigger: { event: "purchase" },
    condition: { kind: "all", conditions: [{ kind: "time", weekdays: [1] }, COFFEES] },
    effects: [{ kind: "multiplier", factorPercent: 200 }],
    limits: [{ per: "member", points: 200, window: "month" }],
  });
  await prepareHistory({ programId: program.programId, clock });

  // Monday 9 November: 60 and 60 more. Tuesday: 50.
  await post(program, clock, [
    meal(regular, "m1", "2026-11-09", 6_000),
    meal(newcomer, "m2", "2026-11-09", 6_000),
    meal(regular, "m3", "2026-11-10", 5_000),
  ]);
  expect([await points(regular), await points(newcomer)]).toEqual([60 + 60 + 50, 60]);

  // Monday 16: 200 and, of 200 more, the 140 that the month has left. The newcomer's second coffee is in that basket.
  await post(program, clock, [
    meal(regular, "m4", "2026-11-16", 20_000),
    coffee(newcomer, "n2", "2026-11-16T08:00:00+01:00", 5_000),
  ]);
  expect([await points(regular), await points(newcomer)]).toEqual([170 + 200 + 140, 60 + 50]);

  // Monday 23: the newcomer bought coffee twice before this one.
  await post(program, clock, [meal(newcomer, "m5", "2026-11-23", 4_000)]);
  expect(await points(newcomer)).toBe(110 + 40 + 40);

  // A coffee that is brought back counts no more: Monday 30 is an ordinary day. It takes its 50 points along.
  await post(program, clock, [
    returnOf(newcomer, "r2", "n2", "2026-11-24T09:00:00+01:00"),
    meal(newcomer, "m6", "2026-11-30", 1_000),
  ]);
  expect(await points(newcomer)).toBe(190 - 50 + 10);
  expect(await breaksOf(program)).toEqual([]);
});
