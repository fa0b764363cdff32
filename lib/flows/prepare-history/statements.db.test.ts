import { Client } from "pg";
import { expect, test } from "vitest";
import type { CampaignDefinitionInput } from "@/lib/campaigns/schema";
import { present } from "@/lib/core/assert";
import { fixedClock } from "@/lib/core/clock";
import { acceptEvents } from "@/lib/events";
import { postSlice } from "@/lib/flows/post-events";
import { makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { putInForce } from "@/lib/testing/rules";
import { fullScans, recordStatements } from "@/lib/testing/statement-plans";
import { COFFEES, coffee, type Guest, returnOf } from "./testing";

const clock = fixedClock(new Date("2026-11-20T12:00:00Z"));
const MEMBERS = 20;

async function makeCafe(condition: CampaignDefinitionInput["condition"]) {
  const program = await makeProgram({ lanes: 1 }, clock);
  await putInForce(program.programId, [
    { name: "Regulars", trigger: { event: "purchase" }, condition, effects: [{ kind: "fixed", points: 10 }] },
  ]);
  const guests = await Promise.all(Array.from({ length: MEMBERS }, () => makeMember(program.ctx)));
  return { program, guests };
}

/** The statements of one slice with so many purchases, each returned in part. */
async function statementsOf(
  { programId, ctx }: TestProgram,
  guests: readonly Guest[],
  name: string,
  count: number,
) {
  const numbers = Array.from({ length: count }, (_, index) => index);
  const guestOf = (index: number) => present(guests[index % guests.length], "there are guests");
  const purchases = numbers.map((index) =>
    coffee(guestOf(index), `${name}-${index}`, `2026-11-${10 + (index % 9)}T09:00:00Z`),
  );
  const returns = numbers.map((index) =>
    returnOf(guestOf(index), `${name}-r${index}`, `${name}-${index}`, "2026-11-19T09:00:00Z", [
      { line: 0, quantity: 0.5 },
    ]),
  );
  await acceptEvents(ctx, [...purchases, ...returns]);
  return recordStatements(() => postSlice({ programId, clock }));
}

const ofHistory = (statements: readonly { text: string }[]) =>
  statements.map(({ text }) => text).filter((text) => /\b(history|counter)\b/.test(text));

test("a slice reads history in one statement and writes it in one, however many events it has", async () => {
  const { program, guests } = await makeCafe(COFFEES);
  await statementsOf(program, guests, "warm", 3 * MEMBERS);
  const few = await statementsOf(program, guests, "few", MEMBERS);
  const many = await statementsOf(program, guests, "many", 20 * MEMBERS);
  expect(many.length).toBe(few.length);
  expect(ofHistory(many).map((text) => text.trim().split(" ")[0])).toEqual(["SELECT", "WITH"]);

  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query("SET enable_hashjoin = off; SET enable_mergejoin = off; SET enable_seqscan = off");
  const scans = await fullScans(client, many);
  await client.end();
  expect(scans.filter((scan) => scan.startsWith("history"))).toEqual([]);
});

test("a program whose campaigns ask for no history pays nothing for it", async () => {
  const { program, guests } = await makeCafe(null);
  expect(ofHistory(await statementsOf(program, guests, "plain", 50))).toEqual([]);
});
