import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, mkdir, open, readdir, readFile, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { chooseServerAccount, placeServer, type ServerAccount } from "./embedded-account";
import { type PostgresBinaries, preparePostgresBinaries } from "./embedded-binaries";
import {
  answers,
  type Connection,
  connectionUrl,
  DATABASE,
  freePort,
  readConnection,
  USER,
  writeConnection,
} from "./embedded-connection";
import { serverFlags } from "./embedded-settings";
import { removeSockets, socketFolder, throughSocket } from "./embedded-socket";

/** A PostgreSQL server that lives in a data folder. */
export interface EmbeddedDatabase {
  /** Connection string of the application's database. */
  url: string;
  /**
   * The way to the server for the processes that use it most: its Unix socket, which costs less than TCP.
   * @param url an address of the server
   * @returns the same by the socket, or as it is where no socket answers
   */
  nearest(url: string): string;
  /** The server was running already, started by somebody else. */
  adopted: boolean;
  /** Whether the server process is there. */
  isRunning(): Promise<boolean>;
  /** Ends the server: open transactions roll back, committed ones are on disk. Safe to call twice. */
  stop(): Promise<void>;
}

const START_TIMEOUT_SECONDS = 60;

interface Server {
  binaries: PostgresBinaries;
  account: ServerAccount | undefined;
  cluster: string;
  logFile: string;
}

/**
 * Starts the PostgreSQL server of a data folder, creating folder, cluster and database on first use. A server
 * that is already running there (its starter was killed) is adopted. Listens on 127.0.0.1 only, at a port kept
 * in the folder as long as it is free, with a random password kept there with mode 0600.
 *
 * @param settings server settings that override the defaults, for example `{ fsync: "off" }` for tests.
 * @throws Error with one sentence for the operator when the server cannot be made to run.
 */
export async function startEmbeddedDatabase(
  dataDirectory: string,
  settings: Record<string, string> = {},
): Promise<EmbeddedDatabase> {
  const server = await prepareServer(dataDirectory);
  const connection = await readConnection(dataDirectory);
  const running = await adoptRunningServer(server, connection);
  if (running && connection) return provide(server, connection, true);

  if (!connection && (await isInitialised(server))) {
    throw new Error(
      `The password file ${join(dataDirectory, "database.json")} is missing; restore it or move the folder away.`,
    );
  }
  const password = connection?.password ?? randomBytes(24).toString("base64url");
  await initialiseCluster(server, password);
  const started = await startServer(
    server,
    dataDirectory,
    { port: connection?.port ?? 0, password },
    settings,
  );
  await ensureDatabase(started);
  return provide(server, started, false);
}

async function provide(server: Server, connection: Connection, adopted: boolean): Promise<EmbeddedDatabase> {
  const sockets = socketFolder(server.cluster, connection.port);
  const isReachable = sockets !== null && (await answers(connection, server.cluster, sockets));
  return {
    url: connectionUrl(connection, DATABASE),
    nearest: (url) => (isReachable ? throughSocket(url, sockets) : url),
    adopted,
    isRunning: () => isServerRunning(server),
    stop: () => stopServer(server),
  };
}

async function prepareServer(dataDirectory: string): Promise<Server> {
  await mkdir(dataDirectory, { recursive: true }).catch((error: Error) => {
    throw new Error(`The data folder ${resolve(dataDirectory)} cannot be created: ${error.message}.`);
  });
  const account = await chooseServerAccount(dataDirectory);
  const placed = await placeServer(await preparePostgresBinaries(), dataDirectory, account);
  return { ...placed, account, logFile: resolve(dataDirectory, "postgres.log") };
}

/** True when a server of this cluster runs and answers; a file left behind by a killed one is removed. */
async function adoptRunningServer(server: Server, connection: Connection | null): Promise<boolean> {
  const pidFile = join(server.cluster, "postmaster.pid");
  const pid = await readPid(pidFile);
  if (pid === null) return false;
  if (!(await isServer(pid, server.cluster))) {
    // PostgreSQL itself could not tell that it is another program's number now.
    await rm(pidFile, { force: true });
    return false;
  }
  const deadline = Date.now() + START_TIMEOUT_SECONDS * 1000;
  while (connection && (await isServer(pid, server.cluster)) && Date.now() < deadline) {
    if (await answers(connection, server.cluster)) return true;
    await pause(100);
  }
  await stopServer(server);
  return false;
}

async function readPid(pidFile: string): Promise<number | null> {
  const text = await readFile(pidFile, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw new Error(`The database files belong to another user: ${pidFile} cannot be read (${error.code}).`);
  });
  const pid = Number.parseInt(text, 10);
  return Number.isInteger(pid) && pid > 0 ? pid : null;
}

/** Whether a process is the server of a cluster; its number may meanwhile be another program's. */
async function isServer(pid: number, cluster: string): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
  const commandLine = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => null);
  return commandLine === null ? process.platform !== "linux" : commandLine.includes(cluster);
}

async function isInitialised(server: Server): Promise<boolean> {
  return (await readdir(server.cluster)).includes("PG_VERSION");
}

async function initialiseCluster(server: Server, password: string): Promise<void> {
  if (await isInitialised(server)) return;
  // Made aside and renamed, so that a cluster cut short by a kill is never taken for a whole one.
  const draft = `${server.cluster}.initial`;
  const passwordFile = `${server.cluster}.password`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (server.account) {
    const { uid, gid } = server.account;
    await Promise.all([draft, passwordFile].map((path) => chown(path, uid, gid)));
  }
  try {
    await execute(server, server.binaries.initdb, [
      `--pgdata=${draft}`,
      `--username=${USER}`,
      "--auth=scram-sha-256",
      `--pwfile=${passwordFile}`,
      "--encoding=UTF8",
      // Text sorts the same on every machine; upper and lower case follow Unicode.
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
    ]);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rmdir(server.cluster);
  await rename(draft, server.cluster);
}

async function startServer(
  server: Server,
  dataDirectory: string,
  wanted: Connection,
  settings: Record<string, string>,
): Promise<Connection> {
  await rename(server.logFile, `${server.logFile}.previous`).catch(() => undefined);
  await removeSockets(server.cluster);
  const deadline = Date.now() + START_TIMEOUT_SECONDS * 1000;
  while (true) {
    const connection = { ...wanted, port: await freePort(wanted.port) };
    await writeConnection(dataDirectory, connection);
    const exit = await launch(server, connection, settings, deadline);
    if (exit === "ready") return connection;
    const log = await readFile(server.logFile, "utf8").catch(() => "");
    const reason =
      log
        .match(/FATAL: {2}(.*)/g)
        ?.at(-1)
        ?.replace(/^FATAL: +/, "") ?? `see ${server.logFile}`;
    // Children of a killed server need a moment to notice; a port can be taken between the look and the bind.
    const passing = /shared memory block|lock file .* already exists|could not create any TCP/.test(log);
    if (!passing || Date.now() > deadline) throw new Error(`PostgreSQL did not start: ${reason}.`);
    await pause(250);
  }
}

async function launch(
  server: Server,
  connection: Connection,
  settings: Record<string, string>,
  deadline: number,
): Promise<"ready" | "exited"> {
  const log = await open(server.logFile, "a", 0o600);
  const sockets = socketFolder(server.cluster, connection.port);
  // Detached: a Ctrl-C in the terminal must not end the database before the application has drained.
  const child = spawn(
    server.binaries.postgres,
    ["-D", server.cluster, ...serverFlags(connection.port, sockets, settings)],
    {
      cwd: server.cluster,
      detached: true,
      stdio: ["ignore", log.fd, log.fd],
      ...server.account,
    },
  );
  let exited = false;
  child.once("exit", () => {
    exited = true;
  });
  child.once("error", () => {
    exited = true;
  });
  child.unref();
  await log.close();
  while (!exited && Date.now() < deadline) {
    if (await answers(connection, server.cluster)) return "ready";
    await pause(25);
  }
  if (!exited) await stopServer(server);
  return "exited";
}

async function ensureDatabase(connection: Connection): Promise<void> {
  const client = new Client({ connectionString: connectionUrl(connection, "postgres") });
  await client.connect();
  try {
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

async function isServerRunning(server: Server): Promise<boolean> {
  const pid = await readPid(join(server.cluster, "postmaster.pid"));
  return pid !== null && (await isServer(pid, server.cluster));
}

async function stopServer(server: Server): Promise<void> {
  if (!(await isServerRunning(server))) return;
  await execute(server, server.binaries.pgCtl, [
    "stop",
    "-D",
    server.cluster,
    "-m",
    "fast",
    "-w",
    "-t",
    "60",
  ]).catch(async (error: unknown) => {
    // It may have ended by itself in between.
    if (await isServerRunning(server)) throw error;
  });
}

function execute(server: Server, program: string, args: string[]): Promise<void> {
  return new Promise((fulfil, reject) => {
    const child = spawn(program, args, {
      cwd: server.cluster,
      stdio: ["ignore", "pipe", "pipe"],
      ...server.account,
    });
    let output = "";
    const collect = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-4000);
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) fulfil();
      else reject(new Error(`${program} failed (exit code ${code}): ${output.trim()}`));
    });
  });
}
