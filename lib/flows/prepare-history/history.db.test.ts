import { expect, test } from "vitest";
import type { CampaignDefinitionInput } from "@/lib/campaigns/schema";
import { fixedClock } from "@/lib/core/clock";
import { db } from "@/lib/db";
import { reverseEntry } from "@/lib/flows/reverse-entry";
import { makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { putInForce } from "@/lib/testing/rules";
import { readWallet } from "@/lib/wallet";
import { prepareHistory } from "./prepare-history";
import { breaksOf, COFFEES, coffee, custom, keptOf, launch, post, purchase, returnOf } from "./testing";

const clock = fixedClock(new Date("2026-11-20T12:00:00Z"));

/** Ten points for a purchase by whoever bought coffee twice in the last 30 days. */
const REGULARS: CampaignDefinitionInput = {
  name: "Regulars",
  trigger: { event: "purchase" },
  condition: COFFEES,
  effects: [{ kind: "fixed", points: 10 }],
};

async function makeCafe(rules: CampaignDefinitionInput[] = [REGULARS]) {
  const program = await makeProgram({ lanes: 2 }, clock);
  await putInForce(program.programId, rules);
  return { program, guest: await makeMember(program.ctx) };
}

async function eventOf({ programId }: TestProgram, externalId: string): Promise<string> {
  const event = await db().event.findFirstOrThrow({ where: { programId, externalId } });
  return event.eventId;
}

test("each event sees those posted before it, in its slice and in slices before", async () => {
  const { program, guest } = await makeCafe();
  const day = (number: number) => `2026-11-${number}T09:00:00Z`;
  await post(
    program,
    clock,
    [coffee(guest, "a", day(10)), coffee(guest, "b", day(11)), coffee(guest, "c", day(12))],
    2,
  );
  expect((await readWallet(program.ctx, guest.memberId)).available).toBe(10);
  await post(program, clock, [
    coffee(guest, "d", day(13)),
    purchase(guest, "e", day(14), [{ amountMinor: 100 }]),
  ]);
  expect((await readWallet(program.ctx, guest.memberId)).available).toBe(30);
  expect(await keptOf(program, guest)).toEqual([
    "1 0001-01-01 4 1200 4000",
    "1 2026-11-10 1 300 1000",
    "1 2026-11-11 1 300 1000",
    "1 2026-11-12 1 300 1000",
    "1 2026-11-13 1 300 1000",
  ]);
  expect(await breaksOf(program)).toEqual([]);
});

test("goods that come back are taken out again, and put back when the return is reversed", async () => {
  const { program, guest } = await makeCafe();
  const lines = [
    { category: "Coffee", amountMinor: 1_000, quantity: 4 },
    { category: "Tea", amountMinor: 400 },
  ];
  await post(program, clock, [purchase(guest, "p", "2026-11-10T09:00:00Z", lines)]);
  const whole = ["1 0001-01-01 1 1000 4000", "1 2026-11-10 1 1000 4000"];
  expect(await keptOf(program, guest)).toEqual(whole);

  const at = "2026-11-12T09:00:00Z";
  await post(program, clock, [returnOf(guest, "r1", "p", at, [{ line: 0, quantity: 1 }])]);
  const part = ["1 0001-01-01 1 750 3000", "1 2026-11-10 1 750 3000"];
  expect(await keptOf(program, guest)).toEqual(part);
  expect(await breaksOf(program)).toEqual([]);

  await post(program, clock, [returnOf(guest, "r2", "p", at, [{ line: 0, quantity: 3 }])]);
  expect(await keptOf(program, guest)).toEqual([]);
  expect(await breaksOf(program)).toEqual([]);

  await reverseEntry(program.ctx, await eventOf(program, "r2"), { reason: "It was another guest's" });
  expect(await keptOf(program, guest)).toEqual(part);
  expect(await breaksOf(program)).toEqual([]);
});

test("a purchase or event that is reversed has not happened", async () => {
  const { program, guest } = await makeCafe([
    REGULARS,
    {
      name: "Visits",
      trigger: { event: "custom", name: "visit" },
      condition: {
        kind: "history",
        of: { event: "custom:visit" },
        measure: "count",
        window: { kind: "lifetime" },
        op: "every",
        value: 2,
        withThis: true,
      },
      effects: [{ kind: "fixed", points: 7 }],
    },
  ]);
  const at = "2026-11-12T09:00:00Z";
  await post(program, clock, [
    coffee(guest, "p", at),
    custom(guest, "v1", at, "visit"),
    custom(guest, "v2", at, "visit"),
  ]);
  expect((await readWallet(program.ctx, guest.memberId)).available).toBe(7);
  for (const id of ["p", "v1", "v2"]) {
    await reverseEntry(program.ctx, await eventOf(program, id), { reason: "By mistake" });
  }
  expect(await keptOf(program, guest)).toEqual([]);
  expect(await breaksOf(program)).toEqual([]);
});

test("different things are told apart, and events that nobody counts leave nothing", async () => {
  const { program, guest } = await makeCafe([
    {
      name: "Explorer",
      trigger: { event: "purchase" },
      condition: {
        kind: "history",
        measure: "distinct",
        what: "store",
        window: { kind: "current", period: "month" },
        op: "at_least",
        value: 2,
        withThis: true,
      },
      effects: [{ kind: "fixed", points: 5 }],
    },
  ]);
  const at = (day: number) => `2026-11-${day}T09:00:00Z`;
  await post(program, clock, [
    purchase(guest, "a", at(10), [{ amountMinor: 100 }], "North"),
    purchase(guest, "b", at(11), [{ amountMinor: 100 }], "north"),
    purchase(guest, "c", at(12), [{ amountMinor: 100 }]),
    custom(guest, "d", at(12), "visit"),
  ]);
  expect((await readWallet(program.ctx, guest.memberId)).available).toBe(0);
  await post(program, clock, [purchase(guest, "e", at(13), [{ amountMinor: 100 }], "South")]);
  expect((await readWallet(program.ctx, guest.memberId)).available).toBe(5);
  expect(await keptOf(program, guest)).toEqual([
    "1 0001-01-01 north 2 200 2000",
    "1 0001-01-01 south 1 100 1000",
    "1 2026-11-10 north 1 100 1000",
    "1 2026-11-11 north 1 100 1000",
    "1 2026-11-13 south 1 100 1000",
  ]);
  expect(await breaksOf(program)).toEqual([]);
});

test("a launched campaign waits for the history of what happened before it, and then decides on all of it", async () => {
  const program = await makeProgram({ lanes: 2 }, clock);
  const guests = await Promise.all([1, 2, 3, 4, 5].map(() => makeMember(program.ctx)));
  const before = guests.flatMap((guest, index) => [
    coffee(guest, `a${index}`, "2026-11-05T09:00:00Z"),
    coffee(guest, `b${index}`, "2026-11-06T09:00:00Z"),
  ]);
  await post(program, clock, before);
  await launch(program, REGULARS);
  await post(
    program,
    clock,
    guests.map((guest, index) => coffee(guest, `c${index}`, "2026-11-07T09:00:00Z")),
  );
  const points = async () =>
    Promise.all(guests.map(async ({ memberId }) => (await readWallet(program.ctx, memberId)).available));
  expect(await points()).toEqual([0, 0, 0, 0, 0]);

  expect(await prepareHistory({ programId: program.programId, clock })).toBe(true);
  await post(
    program,
    clock,
    guests.map((guest, index) => coffee(guest, `d${index}`, "2026-11-08T09:00:00Z")),
  );
  expect(await points()).toEqual([10, 10, 10, 10, 10]);
  expect(await breaksOf(program)).toEqual([]);
  expect(await db().history.count({ where: { programId: program.programId } })).toBe(25);
});
