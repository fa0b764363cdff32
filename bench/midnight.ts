import { fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { addDays, type Day, localDay, startOfDay } from "@/lib/core/calendar";
import { fixedClock, systemClock } from "@/lib/core/clock";
import { db } from "@/lib/db";
import { closeDays } from "@/lib/flows/close-day";
import { giveLots } from "@/lib/testing/lots";
import { foundClub } from "./support/club";
import { type BenchDatabase, footprint, withDatabase } from "./support/database";
import { type Measurement, progress, runPart } from "./support/part";

/**
 * The close of a day on which a million lots expire, with a line on the statement of each member: how long it takes
 * and what it writes; and the same with the process killed in the middle, and another that goes on.
 */

const PART = "midnight";
const MEMBERS = 100_000;
const LOTS_EACH = 10;
const LOTS = MEMBERS * LOTS_EACH;
const MEMBERS_AT_ONCE = 1_000;
const ZONE = "Europe/Berlin";
const LOOK_MS = 20;

await runPart(({ rounds }) => withDatabase((database) => measure(database, rounds)));

async function measure(database: BenchDatabase, rounds: number): Promise<Measurement[]> {
  const { programId } = await foundClub(MEMBERS, 1);
  const members = await db().member.findMany({
    where: { programId },
    select: { memberId: true, lane: true },
  });
  const today = localDay(systemClock.now(), ZONE);
  await closeDays({ programId, clock: fixedClock(startOfDay(addDays(today, 1), ZONE)) });

  const seconds: number[] = [];
  const logBytes: number[] = [];
  let resumed = Number.NaN;
  for (let round = 1; round <= rounds + 1; round += 1) {
    const isKilled = round > rounds;
    const last = addDays(today, round);
    progress(`midnight: ${LOTS.toLocaleString("en")} lots that end on ${last}`);
    await giveToAll(programId, members, last);
    await db().$executeRaw`ANALYZE`;
    const at = startOfDay(addDays(last, 1), ZONE);
    const before = await footprint(database.url);
    const started = performance.now();
    if (isKilled) await closeHalf(programId, at);
    await closeDays({ programId, clock: fixedClock(at) });
    const took = (performance.now() - started) / 1000;
    await expectClosed(programId, at);
    if (isKilled) resumed = took;
    else {
      seconds.push(took);
      logBytes.push(((await footprint(database.url)).walBytes - before.walBytes) / LOTS);
    }
    progress(`midnight: ${Math.round(took)} s${isKilled ? ", killed in the middle" : ""}`);
  }
  const note = `${MEMBERS.toLocaleString("en")} members, ${LOTS_EACH} lots each, one process, durable`;
  return [
    { part: PART, name: "close of a day", unit: "s", rounds: seconds, note },
    { part: PART, name: "lots expired", unit: "lots/s", rounds: seconds.map((took) => LOTS / took) },
    { part: PART, name: "write-ahead log", unit: "bytes/lot", rounds: logBytes },
    {
      part: PART,
      name: "close of a day, killed in the middle and gone on with",
      unit: "s",
      rounds: [resumed],
    },
  ];
}

type Member = { memberId: string; lane: number };

async function giveToAll(programId: string, members: readonly Member[], last: Day): Promise<void> {
  for (let start = 0; start < members.length; start += MEMBERS_AT_ONCE) {
    const gifts = members.slice(start, start + MEMBERS_AT_ONCE).flatMap((member) =>
      Array.from({ length: LOTS_EACH }, (_, points) => ({
        member,
        points: points + 1,
        terms: { state: "active" as const, expiresOn: last, sliding: false },
      })),
    );
    await giveLots(programId, gifts, startOfDay(last, ZONE));
  }
}

/** Closes the day in a process of its own, which is killed when half of the lots have expired. */
async function closeHalf(programId: string, at: Date): Promise<void> {
  const child = fork(new URL("./support/close-day-process.ts", import.meta.url), {
    env: { ...process.env, CLOSE_PROGRAM: programId, CLOSE_AT: at.toISOString() },
    execArgv: ["--import", "tsx", "--conditions=react-server"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const ended = once(child, "exit");
  while ((await readRun(programId, at)).expiredLots < LOTS / 2) {
    if (child.exitCode !== null) throw new Error("The day was closed before anybody could be killed.");
    await pause(LOOK_MS);
  }
  child.kill("SIGKILL");
  await ended;
  const { state, expiredLots } = await readRun(programId, at);
  progress(`midnight: killed after ${expiredLots.toLocaleString("en")} lots, the day ${state}`);
}

async function expectClosed(programId: string, at: Date): Promise<void> {
  const { state, expiredLots } = await readRun(programId, at);
  const left = await db().account.aggregate({
    where: { programId, kind: "available" },
    _sum: { balance: true },
  });
  if (state !== "finished" || expiredLots !== LOTS || Number(left._sum.balance) !== 0) {
    throw new Error(`${expiredLots} lots expired, the day is ${state}, ${left._sum.balance} points are left`);
  }
}

async function readRun(programId: string, at: Date): Promise<{ state: string; expiredLots: number }> {
  const day = new Date(localDay(at, ZONE));
  const run = await db().dayRun.findUnique({ where: { programId_day: { programId, day } } });
  return { state: run?.state ?? "not begun", expiredLots: Number(run?.expiredLots ?? 0) };
}
