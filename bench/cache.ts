import { setTimeout as pause } from "node:timers/promises";
import { type Ctx, newRequestId } from "@/lib/auth/context";
import { stopCaching } from "@/lib/cache";
import { MemoryStore } from "@/lib/cache/memory-store";
import { RedisConnection } from "@/lib/cache/redis-connection";
import { forgetEverything, RedisStore } from "@/lib/cache/redis-store";
import { listOffers, listRunningCampaigns } from "@/lib/campaigns";
import { systemClock } from "@/lib/core/clock";
import { closeDb, db } from "@/lib/db";
import { acceptEvents } from "@/lib/events";
import { postSlice } from "@/lib/flows/post-events";
import { readMember } from "@/lib/members";
import { readProgram, recallProgram, recallProgramBySlug } from "@/lib/programs";
import { startRedis, type TestRedis } from "@/lib/testing/redis-server";
import { useCaching } from "@/lib/testing/use-caching";
import { readActivity, readWallet } from "@/lib/wallet";
import { provideRedisServer } from "@/scripts/support/redis-server";
import { sequence } from "./support/campaigns";
import { foundClub } from "./support/club";
import { withDatabase } from "./support/database";
import { type Measurement, progress, runPart } from "./support/part";
import { processorSecondsOfFamily } from "./support/processor";
import { purchase } from "./support/purchases";
import { median } from "./support/statistics";

/**
 * What screens read, by the same verbs, without a cache, with one in the process and with one in Redis: turn by turn
 * in one run, so that their ratios mean something on any machine. Rendering and HTTP are not in it.
 */

const PART = "cache";
const MEMBERS = 2_000;
const CAMPAIGNS = 20;
const PURCHASES = 20_000;
const BATCH = 1_000;
const IN_FLIGHT = 4;
const SECONDS = 3;

type Screen = (ctx: Ctx, slug: string, memberId: string) => Promise<unknown>;

const asMember = (ctx: Ctx, memberId: string): Ctx => ({ ...ctx, actor: { kind: "member", memberId } });

const SCREENS: Record<string, Screen> = {
  "program by its address": (_, slug) => recallProgramBySlug(slug),
  "wallet by API": (ctx, _, memberId) => readWallet(ctx, memberId),
  "offers for a member": async (ctx, _, memberId) => {
    const { attributes, joinedAt } = await readMember(ctx, memberId);
    return listOffers(asMember(ctx, memberId), { memberId, attributes, joinedAt: new Date(joinedAt) });
  },
  "member's card": async (ctx, slug, memberId) => {
    const own = asMember(ctx, memberId);
    await recallProgramBySlug(slug);
    const [{ attributes, joinedAt }] = await Promise.all([
      readMember(own, memberId),
      readWallet(own, memberId),
      readActivity(own, memberId, { limit: 4 }),
    ]);
    return listOffers(own, { memberId, attributes, joinedAt: new Date(joinedAt) });
  },
  "campaign's rules in the portal": async (ctx) => {
    await recallProgram(ctx.programId);
    return listRunningCampaigns(ctx);
  },
};

type Figures = { perSecond: number; webMicros: number; databaseMicros: number };
type Mode = { name: string; begin(): Promise<void> };

await runPart(({ rounds }) =>
  withDatabase(async ({ postmasterPid }) => {
    const { programId } = await foundClub(MEMBERS, CAMPAIGNS);
    const { slug } = await readProgram(programId);
    const ctx: Ctx = {
      programId,
      actor: { kind: "system", job: "bench" },
      clock: systemClock,
      requestId: newRequestId(),
    };
    await shop(ctx);
    progress(`${MEMBERS} members have made ${PURCHASES} purchases`);
    const memberIds = (await db().member.findMany({ where: { programId }, select: { memberId: true } })).map(
      ({ memberId }) => memberId,
    );
    const redis = await openRedis();
    const figures: Measurement[] = [];
    try {
      const modes = modesOf(redis);
      for (const [name, screen] of Object.entries(SCREENS)) {
        const read = readerOf(ctx, slug, memberIds, screen);
        figures.push(...(await compare(name, read, modes, rounds, postmasterPid)));
      }
    } finally {
      await redis?.kill();
      await closeDb();
    }
    return figures;
  }),
);

/** Purchases that give wallets something to show. */
async function shop(ctx: Ctx): Promise<void> {
  const next = sequence(7);
  const until = new Date();
  for (let first = 0; first < PURCHASES; first += BATCH) {
    const items = Array.from({ length: BATCH }, (_, offset) =>
      purchase(next, `p-${first + offset}`, MEMBERS, until),
    );
    await acceptEvents(ctx, items);
  }
  while ((await postSlice({ programId: ctx.programId })) !== null);
  await db().$executeRaw`VACUUM ANALYZE`;
}

async function openRedis(): Promise<TestRedis | null> {
  progress(`Redis: ${await provideRedisServer()}`);
  return startRedis().catch(() => null);
}

function modesOf(redis: TestRedis | null): Mode[] {
  const modes: Mode[] = [
    { name: "no cache", begin: async () => undefined },
    { name: "in the process", begin: () => useCaching(new MemoryStore()) },
  ];
  if (redis === null) return modes;
  const inRedis = async () => {
    const connection = new RedisConnection(redis.url, forgetEverything);
    await useCaching(new RedisStore(connection), connection);
  };
  return [...modes, { name: "in Redis", begin: inRedis }];
}

function readerOf(
  ctx: Ctx,
  slug: string,
  memberIds: readonly string[],
  screen: Screen,
): () => Promise<unknown> {
  const next = sequence(11);
  return () => screen(ctx, slug, memberIds[next(memberIds.length)] ?? "");
}

async function compare(
  screen: string,
  read: () => Promise<unknown>,
  modes: readonly Mode[],
  rounds: number,
  postmasterPid: number,
): Promise<Measurement[]> {
  const done = new Map<string, Figures[]>(modes.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, begin } of modes) {
      await begin();
      await measure(read, 0.5, postmasterPid);
      done.get(name)?.push(await measure(read, SECONDS, postmasterPid));
      stopCaching();
    }
  }
  const without = (done.get("no cache") ?? []).map(({ perSecond }) => perSecond);
  return [...done].map(([mode, figures]) => {
    const perSecond = figures.map((figure) => figure.perSecond);
    // Round by round: what else the machine did meanwhile fell on both.
    const ratio = median(perSecond.map((value, round) => value / (without[round] ?? Number.NaN)));
    const of = (key: "webMicros" | "databaseMicros") =>
      Math.round(median(figures.map((figure) => figure[key])));
    progress(`${screen}, ${mode}: ${Math.round(median(perSecond))} reads/s`);
    return {
      part: PART,
      name: `${screen}, ${mode}`,
      unit: "reads/s",
      rounds: perSecond,
      note: `${ratio.toFixed(2)}×; processor µs a read: ${of("webMicros")} here, ${of("databaseMicros")} database`,
    };
  });
}

/** Reads as fast as it goes, a few at a time. */
async function measure(
  read: () => Promise<unknown>,
  seconds: number,
  postmasterPid: number,
): Promise<Figures> {
  const used = process.cpuUsage();
  const usedByDatabase = processorSecondsOfFamily(postmasterPid);
  const started = performance.now();
  let reads = 0;
  let isOver = false;
  const readers = Array.from({ length: IN_FLIGHT }, async () => {
    while (!isOver) {
      await read();
      reads += 1;
      // Reads from memory never leave the thread by themselves.
      if (reads % 100 === 0) await new Promise(setImmediate);
    }
  });
  await pause(seconds * 1000);
  isOver = true;
  await Promise.all(readers);
  const elapsed = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(used);
  return {
    perSecond: reads / elapsed,
    webMicros: (user + system) / reads,
    databaseMicros: ((processorSecondsOfFamily(postmasterPid) - usedByDatabase) * 1e6) / reads,
  };
}
