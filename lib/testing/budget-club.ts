import { expect } from "vitest";
import type { CampaignDefinitionInput } from "@/lib/campaigns/schema";
import { db } from "@/lib/db";
import { acceptEvents } from "@/lib/events";
import { postSlice } from "@/lib/flows/post-events";
import { verifyLedger } from "@/lib/wallet";
import { makeMember, makeProgram, type TestProgram } from "./fixtures";
import { putInForce } from "./rules";

/** A program in eight lanes with one campaign that gives a point a cent, for the tests of budgets. */

/** Lanes of the program, and workers that post at once. */
const LANES = 8;
export type Limits = NonNullable<CampaignDefinitionInput["limits"]>;
export type Club = TestProgram & {
  members: { memberId: string; cardNumber: string; lane: number }[];
  campaignId: string;
};

/** A point a cent, within the limits; so many members that every lane has some. */
export async function makeClub(limits: Limits, rules: Partial<CampaignDefinitionInput> = {}): Promise<Club> {
  const program = await makeProgram({ lanes: LANES });
  const [campaignId = ""] = await putInForce(program.programId, [
    {
      name: "Launch bonus",
      trigger: { event: "purchase" },
      effects: [{ kind: "per_amount", points: 1, perMinor: 1 }],
      limits,
      ...rules,
    },
  ]);
  const members = await Promise.all(Array.from({ length: 4 * LANES }, () => makeMember(program.ctx)));
  return { ...program, members, campaignId };
}

export function purchase(club: Club, index: number, amountMinor: number, at = "2026-11-20T10:00:00Z") {
  const member = club.members[index % club.members.length];
  return {
    type: "purchase",
    id: `p${index}`,
    member: { cardNumber: member?.cardNumber ?? "" },
    occurredAt: at,
    currency: "EUR",
    amountMinor,
  };
}

export async function buy(
  club: Club,
  count: number,
  amountOf: (index: number) => number,
  at?: string,
): Promise<number> {
  const events = Array.from({ length: count }, (_, index) => purchase(club, index, amountOf(index), at));
  const { accepted } = await acceptEvents(club.ctx, events);
  expect(accepted).toBe(count);
  return events.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
}

/** Posts all that waits, with eight workers at once and small slices. */
export async function drain({ programId }: Club): Promise<void> {
  const work = async () => {
    while ((await postSlice({ programId, limit: 7 })) !== null);
  };
  // A lane that somebody else holds is nothing to post for a worker: then the next round finds it.
  for (let round = 0; round < 100; round += 1) {
    await Promise.all(Array.from({ length: LANES }, work));
    if ((await db().queue.count({ where: { programId } })) === 0) return;
  }
  throw new Error("the queue does not empty");
}

export async function issued({ programId }: Club): Promise<number> {
  const account = await db().account.findFirstOrThrow({
    where: { programId, kind: "issued", pointTypeNo: 1 },
  });
  return -Number(account.balance);
}

export async function used({ programId }: Club, windowStart?: string): Promise<number> {
  const rows = await db().budgetLane.findMany({
    where: { programId, ...(windowStart && { windowStart: new Date(windowStart) }) },
  });
  return rows.reduce((sum, row) => sum + Number(row.used), 0);
}

/** Whoever decides the same events again, in the order in which they were posted, comes to the same points. */
export async function expectReplay({ programId }: Club, limit: number): Promise<void> {
  const rows = await db().$queryRaw<{ desired: number; points: bigint }[]>`
    SELECT (event.payload ->> 'amountMinor')::int AS desired, decision.points
    FROM decision JOIN event ON event.program_id = decision.program_id AND event.event_id = decision.cause_id
    WHERE decision.program_id = ${programId}::uuid
    ORDER BY decision.posted_at, decision.lane, decision.entry_no`;
  let left = limit;
  for (const { desired, points } of rows) {
    expect(Number(points)).toBe(Math.min(desired, left));
    left -= Number(points);
  }
}

export async function expectSound({ ctx, programId }: Club): Promise<void> {
  expect((await verifyLedger(ctx)).findings).toEqual([]);
  expect(await db().deadLetter.count({ where: { programId } })).toBe(0);
}
