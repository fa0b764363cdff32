import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type EmbeddedDatabase, startEmbeddedDatabase } from "./embedded";
import { socketFolder } from "./embedded-socket";

let folder: string;
let database: EmbeddedDatabase;

const start = () => startEmbeddedDatabase(folder, { shared_buffers: "16MB", max_connections: "10" });
const pidFile = () => join(folder, "postgres", "postmaster.pid");
const readPid = async () => Number.parseInt(await readFile(pidFile(), "utf8"), 10);

async function query(sql: string, url = database.url): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tessera-embedded-"));
  database = await start();
});

afterAll(async () => {
  await database.stop();
  await rm(folder, { recursive: true, force: true });
});

describe("the embedded database", () => {
  it("is durable, speaks UTF-8 and listens to this machine alone", async () => {
    expect(
      await query(
        `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commits,
                current_setting('server_encoding') as encoding, current_setting('listen_addresses') as addresses,
                lower('ÄÉŁ') as folded`,
      ),
    ).toEqual([{ fsync: "on", commits: "on", encoding: "UTF8", addresses: "127.0.0.1", folded: "äéł" }]);
  });

  it("keeps its password where only the owner reads it", async () => {
    const { mode } = await stat(join(folder, "database.json"));
    expect(mode & 0o777).toBe(0o600);
  });

  it("answers through a socket of its own, to whoever has the password", async () => {
    const url = database.nearest(database.url);
    expect(await query("select inet_client_addr() as address", database.url)).toEqual([
      { address: "127.0.0.1" },
    ]);
    expect(await query("select inet_client_addr() as address, current_database() as name", url)).toEqual([
      { address: null, name: "tessera" },
    ]);
    const stranger = new URL(url);
    stranger.password = "guessed";
    await expect(query("select 1", stranger.href)).rejects.toThrow("password authentication failed");
  });

  it("has no socket where the path of its folder would be too long for one", () => {
    expect(socketFolder("/srv/tessera/postgres", 5432)).toBe("/srv/tessera/postgres");
    expect(socketFolder(`/srv/${"deep/".repeat(20)}postgres`, 5432)).toBeNull();
    expect(socketFolder("/srv/this, and that/postgres", 5432)).toBeNull();
  });

  it("is reached by TCP while it runs without its socket", async () => {
    await database.stop();
    const settings = { shared_buffers: "16MB", max_connections: "10", unix_socket_directories: "" };
    database = await startEmbeddedDatabase(folder, settings);
    expect(database.nearest(database.url)).toBe(database.url);
    await database.stop();
    database = await start();
    expect(database.nearest(database.url)).not.toBe(database.url);
  });

  it("is adopted when it runs already, at the same address", async () => {
    const again = await start();
    expect(again).toMatchObject({ adopted: true, url: database.url });
  });

  it("keeps what was committed through a stop", async () => {
    await query("create table note (text text)");
    await query("insert into note values ('stopped')");
    await database.stop();
    expect(await database.isRunning()).toBe(false);
    database = await start();
    expect(await query("select text from note")).toEqual([{ text: "stopped" }]);
  });

  it("keeps what was committed through a kill", async () => {
    await query("insert into note values ('killed')");
    process.kill(await readPid(), "SIGKILL");
    database = await start();
    expect(database.adopted).toBe(false);
    expect(await query("select text from note")).toEqual([{ text: "stopped" }, { text: "killed" }]);
  });

  it("is not kept from starting by the file of a server whose number another program has now", async () => {
    const content = await readFile(pidFile(), "utf8");
    await database.stop();
    const lines = content.replace(/^\d+/, String(process.pid));
    await writeFile(pidFile(), lines);
    const [, , , port = ""] = lines.split("\n");
    await writeFile(join(folder, "postgres", `.s.PGSQL.${port}.lock`), lines);
    database = await start();
    expect(await query("select count(*)::int as notes from note")).toEqual([{ notes: 2 }]);
  });
});
