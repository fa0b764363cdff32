import { expect, it } from "vitest";
import { fixedClock } from "@/lib/core/clock";
import { db } from "@/lib/db";
import { makeMember, makeProgram } from "@/lib/testing/fixtures";
import { giveLots } from "@/lib/testing/lots";
import { readWallet } from "@/lib/wallet";
import { closeAt, from, until } from "./testing";

const HOUR = 3_600_000;

it.each([
  {
    timeZone: "Europe/Berlin",
    last: "2026-03-28",
    ends: "2026-03-28T23:00:00Z",
    why: "spring comes in the night",
  },
  { timeZone: "Europe/Berlin", last: "2026-03-29", ends: "2026-03-29T22:00:00Z", why: "a day of 23 hours" },
  { timeZone: "Europe/Berlin", last: "2026-10-25", ends: "2026-10-25T23:00:00Z", why: "a day of 25 hours" },
  { timeZone: "America/St_Johns", last: "2026-03-08", ends: "2026-03-09T02:30:00Z", why: "half hours" },
  {
    timeZone: "America/St_Johns",
    last: "2026-11-01",
    ends: "2026-11-02T03:30:00Z",
    why: "half hours in autumn",
  },
  {
    timeZone: "America/St_Johns",
    last: "2006-10-28",
    ends: "2006-10-29T03:30:00Z",
    why: "midnight comes twice",
  },
  { timeZone: "Africa/Cairo", last: "2026-04-23", ends: "2026-04-23T22:00:00Z", why: "there is no midnight" },
  {
    timeZone: "America/Sao_Paulo",
    last: "2018-11-03",
    ends: "2018-11-04T03:00:00Z",
    why: "nor is there here",
  },
  {
    timeZone: "Pacific/Apia",
    last: "2011-12-29",
    ends: "2011-12-30T10:00:00Z",
    why: "the next day is left out",
  },
  {
    timeZone: "Pacific/Apia",
    last: "2011-12-30",
    ends: "2011-12-30T10:00:00Z",
    why: "the day itself is left out",
  },
])("ends $last in $timeZone at $ends: $why", async ({ timeZone, last, ends }) => {
  const end = Date.parse(ends);
  const founded = new Date(end - 60 * HOUR);
  const program = await makeProgram({ timeZone, lanes: 1 }, fixedClock(founded));
  const { programId } = program;
  const member = await makeMember(program.ctx);
  const next = new Date(Date.parse(`${last}T00:00:00Z`) + 24 * HOUR).toISOString().slice(0, 10);
  await giveLots(
    programId,
    [
      { member, points: 30, terms: until(last) },
      { member, points: 4, terms: from(next, { kind: "rolling", unit: "day", count: 1 }) },
    ],
    founded,
  );
  const available = async () => {
    const { balance } = await db().account.findFirstOrThrow({
      where: { party: member.memberId, kind: "available" },
    });
    return Number(balance);
  };
  await closeAt(programId, new Date(end - 1));
  expect(await available()).toBe(30);
  await closeAt(programId, new Date(end));
  expect(await available()).toBe(4);
  const wallet = await readWallet({ ...program.ctx, clock: fixedClock(new Date(end)) }, member.memberId);
  const dayAfter = new Date(Date.parse(`${next}T00:00:00Z`) + 24 * HOUR).toISOString().slice(0, 10);
  expect(wallet).toMatchObject({ available: 4, expiringSoon: [{ expiresOn: dayAfter, points: 4 }] });
});
