import { describe, expect, test } from "vitest";
import { endCampaign, launchCampaign, listCampaigns, readCampaign, saveDraft } from "@/lib/campaigns";
import type { CampaignDefinitionInput } from "@/lib/campaigns/schema";
import { fixedClock } from "@/lib/core/clock";
import { db } from "@/lib/db";
import { makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { readWallet } from "@/lib/wallet";
import { countPage } from "./count-page";
import { dropCounters } from "./drop-counters";
import { prepareHistory } from "./prepare-history";
import { rebuildHistory } from "./rebuild-history";
import { breaksOf, COFFEES, coffee, drain, type Guest, keptOf, launch, post } from "./testing";

const clock = fixedClock(new Date("2026-11-20T12:00:00Z"));
const inTwoHours = fixedClock(new Date("2026-11-20T14:00:00Z"));

/** Points for whoever bought coffee so often before. */
function regulars(value: number, points = 10): CampaignDefinitionInput {
  return {
    name: "Regulars",
    trigger: { event: "purchase" },
    condition: { ...COFFEES, value },
    effects: [{ kind: "fixed", points }],
  };
}

const MADE = 12;

/** A café with guests who bought coffee twice each. */
async function makeCafe(lanes = 2): Promise<{ program: TestProgram; guests: Guest[] }> {
  const program = await makeProgram({ lanes }, clock);
  const guests = await Promise.all(Array.from({ length: MADE }, () => makeMember(program.ctx)));
  await post(
    program,
    clock,
    guests.flatMap((guest, index) => [
      coffee(guest, `a${index}`, "2026-11-05T09:00:00Z"),
      coffee(guest, `b${index}`, "2026-11-06T09:00:00Z"),
    ]),
  );
  return { program, guests };
}

function nextCoffees(guests: readonly Guest[], id: string) {
  return guests.map((guest, index) => coffee(guest, `${id}${index}`, "2026-11-10T09:00:00Z"));
}

async function pointsOf(program: TestProgram, guests: readonly Guest[]): Promise<number[]> {
  const wallets = guests.map(({ memberId }) => readWallet(program.ctx, memberId));
  return (await Promise.all(wallets)).map(({ available }) => available);
}

async function lanesOf({ programId }: TestProgram) {
  const lanes = await db().lane.findMany({ where: { programId }, orderBy: { lane: "asc" } });
  return lanes.map(({ counters }) => counters);
}

const all = (points: number) => Array.from({ length: MADE }, () => points);

describe("a campaign that looks at history is launched", () => {
  test("where nothing asks for history, nothing is prepared and nothing waits", async () => {
    const { program } = await makeCafe();
    const campaignId = await launch(program, { ...regulars(2), condition: null });
    expect(await readCampaign(program.ctx, campaignId)).toMatchObject({ preparing: null, state: "active" });
    expect(await lanesOf(program)).toEqual([{}, {}]);
  });

  test("whoever counts it may be cut short anywhere, while posting goes on", async () => {
    const { program, guests } = await makeCafe();
    const { programId } = program;
    const campaignId = await launch(program, regulars(2));
    expect((await readCampaign(program.ctx, campaignId)).preparing).toEqual({ done: 0, of: 2 });

    await countPage(programId, 0, [1], 2);
    expect(await prepareHistory({ programId, clock, maxMilliseconds: -1 })).toBe(false);
    await post(program, clock, nextCoffees(guests.slice(0, 6), "c"), 3);
    expect(await breaksOf(program)).toEqual([]);
    while (!(await countPage(programId, 0, [1], 1)));
    expect((await readCampaign(program.ctx, campaignId)).preparing).toEqual({ done: 1, of: 2 });
    await post(program, clock, nextCoffees(guests.slice(6), "c"), 3);
    expect(await breaksOf(program)).toEqual([]);
    expect(await pointsOf(program, guests)).toEqual(all(0));

    expect(await prepareHistory({ programId, clock })).toBe(true);
    expect((await readCampaign(program.ctx, campaignId)).preparing).toBeNull();
    expect(await lanesOf(program)).toEqual([{ 1: null }, { 1: null }]);
    await post(program, clock, nextCoffees(guests, "d"));
    expect(await pointsOf(program, guests)).toEqual(all(10));
    expect(await breaksOf(program)).toEqual([]);
  });

  test("several workers and posting at once count each event once and put it into force once", async () => {
    const { program, guests } = await makeCafe(4);
    const { programId } = program;
    await launch(program, regulars(2));
    const { ruleSetVersion } = await db().program.findUniqueOrThrow({ where: { programId } });
    const posting = async () => {
      for (const id of ["c", "d", "e"]) await post(program, clock, nextCoffees(guests, id), 5);
    };
    const workers = [1, 2, 3].map(() => prepareHistory({ programId, clock }));
    await Promise.all([posting(), ...workers]);
    await drain(program, clock);
    expect(await breaksOf(program)).toEqual([]);
    const after = await db().program.findUniqueOrThrow({ where: { programId } });
    expect(after.ruleSetVersion).toBe(ruleSetVersion + 1);
    for (const guest of guests) expect((await keptOf(program, guest))[0]).toBe("1 0001-01-01 5 1500 5000");
  });

  test("the version that ran before goes on until the new one's history is counted", async () => {
    const { program, guests } = await makeCafe();
    const { programId, ctx } = program;
    const campaignId = await launch(program, { ...regulars(1, 1), condition: null });
    const { version, savedAt } = await readCampaign(ctx, campaignId);
    await saveDraft(ctx, campaignId, { definition: regulars(2, 50), version, savedAt });
    await launchCampaign(ctx, campaignId);
    await post(program, clock, nextCoffees(guests, "c"));
    expect(await pointsOf(program, guests)).toEqual(all(1));
    const { items } = await listCampaigns(ctx, { limit: 10 });
    expect(items.map(({ preparing }) => preparing)).toEqual([{ done: 0, of: 2 }]);
    await prepareHistory({ programId, clock });
    await post(program, clock, nextCoffees(guests, "d"));
    expect(await pointsOf(program, guests)).toEqual(all(51));
  });

  test("a way of counting that is kept already is there at once", async () => {
    const { program, guests } = await makeCafe();
    await launch(program, regulars(2));
    await prepareHistory({ programId: program.programId, clock });
    const second = await launch(program, regulars(3, 5));
    expect((await readCampaign(program.ctx, second)).preparing).toBeNull();
    await post(program, clock, nextCoffees(guests, "c"));
    await post(program, clock, nextCoffees(guests, "d"));
    expect(await pointsOf(program, guests)).toEqual(all(25));
    expect(await lanesOf(program)).toEqual([{ 1: null }, { 1: null }]);
  });
});

describe("history that nobody asks for any more", () => {
  test("goes an hour after the campaign, and comes back under its number when it is asked for again", async () => {
    const { program, guests } = await makeCafe();
    const { programId, ctx } = program;
    const campaignId = await launch(program, regulars(2));
    await prepareHistory({ programId, clock });
    await endCampaign(ctx, campaignId);
    await dropCounters(clock);
    expect(await lanesOf(program)).toEqual([{ 1: null }, { 1: null }]);
    expect(await breaksOf(program)).toEqual([]);

    // The rule set before the one in force may still decide what was being posted when it changed.
    await launch(program, { ...regulars(2), condition: null });
    await dropCounters(inTwoHours);
    expect(await lanesOf(program)).toEqual([{}, {}]);
    expect(await db().history.count({ where: { programId } })).toBe(0);

    await launch(program, regulars(3));
    await prepareHistory({ programId, clock });
    await post(program, clock, nextCoffees(guests, "c"));
    expect(await lanesOf(program)).toEqual([{ 1: null }, { 1: null }]);
    expect(await breaksOf(program)).toEqual([]);
  });
});

describe("verifying", () => {
  test("names a row that is not what the events say, and rebuilding mends it while the program goes on", async () => {
    const { program, guests } = await makeCafe();
    const { programId } = program;
    await launch(program, regulars(2));
    await prepareHistory({ programId, clock });
    const [first, second, third] = guests.map(({ memberId }) => memberId);
    await db().$executeRaw`
      UPDATE history SET events = 7 WHERE program_id = ${programId}::uuid AND member_id = ${first}::uuid
        AND day = '2026-11-05'`;
    await db().$executeRaw`
      DELETE FROM history WHERE program_id = ${programId}::uuid AND member_id = ${second}::uuid AND day = '0001-01-01'`;
    await db().$executeRaw`
      INSERT INTO history (program_id, member_id, counter_no, day, value, events, amount_minor, quantity_milli)
      VALUES (${programId}::uuid, ${third}::uuid, 1, '2026-11-01', 'tea', 1, 5, 6)`;
    const found = (await breaksOf(program)).map(
      ({ check, where, detail }) => `${check}: ${where}: ${detail}`,
    );
    expect(found.sort()).toEqual(
      [
        `history: member ${first} counter 1 day 2026-11-05: keeps 7 events of 300 and 1000 thousandths of a piece, the events say 1 events of 300 and 1000 thousandths of a piece`,
        `history: member ${second} counter 1 day 0001-01-01: keeps 0 events of 0 and 0 thousandths of a piece, the events say 2 events of 600 and 2000 thousandths of a piece`,
        `history: member ${third} counter 1 day 2026-11-01 “tea”: keeps 1 events of 5 and 6 thousandths of a piece, the events say 0 events of 0 and 0 thousandths of a piece`,
      ].sort(),
    );
    expect(await rebuildHistory(programId)).toBe(MADE);
    expect(await breaksOf(program)).toEqual([]);
  });
});
