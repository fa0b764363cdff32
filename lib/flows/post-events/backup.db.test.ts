import { mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { env } from "@/lib/config/env";
import { closeDb, db } from "@/lib/db";
import { type EmbeddedDatabase, startEmbeddedDatabase } from "@/lib/db/embedded";
import { backUp, restoreBackup } from "@/lib/db/embedded-backup";
import { migrate } from "@/lib/db/migrate";
import { acceptEvents } from "@/lib/events";
import { makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { putInForce } from "@/lib/testing/rules";
import { verifyLedger } from "@/lib/wallet";
import { postSlice } from "./post-slice";

const BATCH = 40;
const MEMBERS = 5;
/** Two servers are made and started, each with every file on disk. */
const LONGEST_MS = 120_000;

let folder: string;
const servers: EmbeddedDatabase[] = [];
const dataFolders: string[] = [];

/** Starts the server of a data folder and has the product work on it. */
async function workOn(dataDirectory: string): Promise<EmbeddedDatabase> {
  const server = await startEmbeddedDatabase(dataDirectory, {
    shared_buffers: "16MB",
    max_connections: "20",
    // No machine loses its power here.
    fsync: "off",
  });
  servers.push(server);
  dataFolders.push(dataDirectory);
  await closeDb();
  env().DATABASE_URL = server.url;
  return server;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tessera-backup-"));
});

afterAll(async () => {
  await closeDb();
  for (const server of servers) await server.stop();
  // Run by the system's administrator, the server keeps its files where its own user can reach them.
  for (const own of dataFolders) {
    await rm(await realpath(join(own, "postgres")), { recursive: true, force: true });
  }
  await rm(folder, { recursive: true, force: true });
});

/** Purchases of ten points each, in batches that members take turns in. */
function purchases(batch: number): { id: string; type: string; [field: string]: unknown }[] {
  return Array.from({ length: BATCH }, (_, index) => ({
    id: `p${batch}-${index}`,
    type: "purchase",
    member: { externalId: `m-${index % MEMBERS}` },
    occurredAt: "2026-11-20T12:00:00Z",
    currency: "EUR",
    amountMinor: 1_000,
  }));
}

async function openClub(): Promise<TestProgram> {
  const program = await makeProgram({ lanes: 2 });
  await putInForce(program.programId, [
    {
      name: "Base rate",
      trigger: { event: "purchase" },
      effects: [{ kind: "per_amount", points: 1, perMinor: 100, basis: "basket" }],
    },
  ]);
  for (let member = 0; member < MEMBERS; member += 1) {
    await makeMember(program.ctx, { externalId: `m-${member}` });
  }
  return program;
}

/** What was posted, and how often, by the ids of events; those that wait among them, not at all. */
async function postings({ programId }: TestProgram): Promise<Map<string, number>> {
  const rows = await db().$queryRaw<{ id: string; times: number }[]>`
    SELECT event.external_id AS id, count(decision.cause_id)::int AS times
    FROM event LEFT JOIN decision ON decision.program_id = event.program_id AND decision.cause_id = event.event_id
    WHERE event.program_id = ${programId}::uuid
    GROUP BY event.event_id, event.external_id`;
  return new Map(rows.map(({ id, times }) => [id, times]));
}

async function drain({ programId }: TestProgram): Promise<void> {
  while ((await postSlice({ programId })) !== null);
}

test(
  "a backup that was taken under load, restored: sound, and every event in it is posted once",
  async () => {
    const live = join(folder, "live");
    const { url } = await workOn(live);
    await migrate(url);
    const club = await openClub();

    // More comes in than is posted, before the backup begins and until it is done.
    let batches = 0;
    const send = async () => {
      await acceptEvents(club.ctx, purchases(batches));
      batches += 1;
      await postSlice({ programId: club.programId, limit: BATCH / 2 });
    };
    for (let turn = 0; turn < 3; turn += 1) await send();
    const before = batches;
    // Uploads may lie on another disk.
    const pictures = join(folder, "pictures");
    await mkdir(pictures);
    await writeFile(join(pictures, "mug.txt"), "a mug");
    await symlink(pictures, join(live, "uploads"));
    let isDone = false;
    const backup = join(folder, "backup");
    const taken = backUp(live, backup).finally(() => {
      isDone = true;
    });
    while (!isDone) await send();
    await taken;
    await send();
    await expect(backUp(live, backup)).rejects.toThrow("is there already");
    await closeDb();
    for (const server of servers.splice(0)) await server.stop();

    const restored = join(folder, "restored");
    await mkdir(restored);
    await restoreBackup(backup, restored);
    await expect(restoreBackup(backup, restored)).rejects.toThrow("is in use");
    expect(await readFile(join(restored, "uploads", "mug.txt"), "utf8")).toBe("a mug");
    await workOn(restored);
    const isSound = async () => expect((await verifyLedger(club.ctx)).findings).toEqual([]);
    await isSound();
    const kept = await postings(club);
    const acceptedBefore = Array.from({ length: before }, (_, batch) => purchases(batch)).flat();
    expect([...kept.keys()]).toEqual(expect.arrayContaining(acceptedBefore.map(({ id }) => id)));
    expect([...kept.values()].filter((times) => times === 0).length).toBeGreaterThan(0);
    await drain(club);
    const once = (events: Iterable<string>) => new Map([...events].map((id) => [id, 1]));
    expect(await postings(club)).toEqual(once(kept.keys()));
    await isSound();

    // What came after the backup is sent again with everything else, and nothing is posted twice.
    const sent = Array.from({ length: batches }, (_, batch) => purchases(batch));
    for (const events of sent) await acceptEvents(club.ctx, events);
    await drain(club);
    expect(await postings(club)).toEqual(once(sent.flat().map(({ id }) => id)));
    await isSound();
  },
  LONGEST_MS,
);
