import { setTimeout as pause } from "node:timers/promises";
import { grantApplicationRights, provideApplicationRole } from "@/lib/db/application-role";
import { type EmbeddedDatabase, startEmbeddedDatabase } from "@/lib/db/embedded";
import { migrate } from "@/lib/db/migrate";
import { buildApplication } from "./build-application";
import { type Child, startChild } from "./child";
import { lockDataFolder } from "./data-folder-lock";
import { printDemo, seedDemo } from "./demo";
import { generateClient } from "./generate-client";
import { requireFreePort } from "./port";
import { type Form, webArguments, workerArguments } from "./processes";
import { Sentence } from "./sentence";
import { readSecrets, readSettings, type Settings } from "./settings";
import { listenForStop, type StopRequest } from "./stop-request";
import { bold, dim, say, step } from "./terminal";

export type Mode = "production" | "development";

const WEB_GRACE_SECONDS = 10;
const WORKER_GRACE_SECONDS = 20;
const READY_TIMEOUT_SECONDS = 60;
const WATCH_INTERVAL_MS = 1_000;

/**
 * Brings the product up and keeps it up until it is told to stop: database, migrations, demo data, build, web
 * server and worker. Returns after a requested stop.
 *
 * @throws Sentence or Error with one sentence when something needed is not to be had, after stopping the rest.
 */
export async function launch(mode: Mode): Promise<void> {
  const settings = readSettings();
  const stopRequest = listenForStop();
  const killedBefore = await lockDataFolder(settings.dataDirectory, settings.port);
  await requireFreePort(settings.port, killedBefore ? 10 : 0);
  process.stdout.write(`\n  ${bold("Tessera")}\n\n`);
  await step("Client", generateClient, (generated) => (generated ? "generated" : "current"));
  const embedded = settings.databaseUrl ? null : await startDatabase(settings);
  try {
    const environment = await prepare(mode, settings, embedded);
    if (stopRequest.requested()) return;
    await run(mode, settings, environment, embedded, stopRequest);
  } finally {
    await embedded?.stop();
  }
}

function startDatabase({ dataDirectory }: Settings): Promise<EmbeddedDatabase> {
  return step(
    "Database",
    () => startEmbeddedDatabase(dataDirectory),
    ({ adopted }) => `PostgreSQL in ${dataDirectory}${adopted ? ", found running" : ""}`,
  );
}

async function prepare(
  mode: Mode,
  settings: Settings,
  embedded: EmbeddedDatabase | null,
): Promise<NodeJS.ProcessEnv> {
  const { port, dataDirectory } = settings;
  const ownerUrl = embedded?.url ?? settings.databaseOwnerUrl ?? settings.databaseUrl ?? "";
  await step(
    "Schema",
    () => migrate(ownerUrl),
    (applied) => (applied.length === 0 ? "current" : `${applied.length} migrations applied`),
  );
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    ...(await readSecrets(dataDirectory)),
    DATABASE_URL: await applicationUrl(settings, embedded),
    // The owner is for migrations alone.
    DATABASE_OWNER_URL: undefined,
    PORT: String(port),
    TESSERA_DATA_DIR: dataDirectory,
    NEXTAUTH_URL: process.env.NEXTAUTH_URL || `http://localhost:${port}`,
    // In a demo nobody pays in earnest.
    ...(settings.demo && { PAYMENTS_TEST: process.env.PAYMENTS_TEST || "true" }),
    NODE_ENV: mode,
    NEXT_TELEMETRY_DISABLED: "1",
  };
  if (settings.demo) {
    await step(
      "Demo",
      () => seedDemo(ownerUrl, dataDirectory, { ...environment, DATABASE_URL: ownerUrl }),
      (outcome) =>
        ({ seeded: "members, purchases and campaigns made", current: "there", foreign: "left out" })[outcome],
    );
  }
  if (mode === "production") {
    await step(
      "Build",
      () => buildApplication(environment),
      (built) => (built ? "made" : "current"),
    );
  }
  return environment;
}

/** What the web server and the worker connect as: where that can be chosen, a role that owns nothing. */
async function applicationUrl(
  { databaseUrl = "", databaseOwnerUrl }: Settings,
  embedded: EmbeddedDatabase | null,
): Promise<string> {
  if (embedded) return embedded.nearest(await provideApplicationRole(embedded.url));
  if (databaseOwnerUrl !== undefined) {
    await grantApplicationRights(databaseOwnerUrl, decodeURIComponent(new URL(databaseUrl).username));
  }
  return databaseUrl;
}

async function run(
  mode: Mode,
  settings: Settings,
  environment: NodeJS.ProcessEnv,
  embedded: EmbeddedDatabase | null,
  stopRequest: StopRequest,
): Promise<void> {
  const command = mode === "production" ? "start" : "dev";
  const web = startChild(webArguments(command, settings.port), environment);
  const worker = keepWorkerRunning(mode === "production" ? "built" : "source", environment);
  const watch = new AbortController();
  try {
    await step(
      "Web",
      () => waitUntilReady(web, settings.port, stopRequest),
      () => "answering",
    );
    if (stopRequest.requested()) return;
    const address = `http://localhost:${settings.port}`;
    process.stdout.write(`\n  ${bold("Ready")}             ${bold(address)}\n\n`);
    if (settings.demo) await printDemo(environment.DATABASE_URL ?? "", settings.dataDirectory, address);
    say(`API reference     ${address}/docs/api`);
    process.stdout.write(`\n  ${dim("Ctrl-C stops everything.")}\n\n`);
    web.passOutputThrough();
    worker.passOutputThrough();
    const failed = await Promise.race([
      stopRequest.promise,
      web.ended.then((how) => new Sentence(`The web server ended unexpectedly (${how}).`)),
      ...(embedded ? [watchDatabase(embedded, settings, watch.signal)] : []),
    ]);
    if (failed) throw failed;
    process.stdout.write("\n  Stopping…\n");
  } finally {
    watch.abort();
    await Promise.all([web.stop(WEB_GRACE_SECONDS), worker.stop()]);
  }
}

async function waitUntilReady(web: Child, port: number, stopRequest: StopRequest): Promise<void> {
  const deadline = Date.now() + READY_TIMEOUT_SECONDS * 1000;
  let ended: string | null = null;
  void web.ended.then((how) => {
    ended = how;
  });
  while (!stopRequest.requested()) {
    if (await isHealthy(port)) return;
    if (ended !== null || Date.now() > deadline) {
      process.stderr.write(web.output());
      throw new Sentence(`The web server did not come up (${ended ?? "no answer"}); what it said is above.`);
    }
    await pause(50);
  }
}

async function isHealthy(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/api/health`, {
      signal: AbortSignal.timeout(30_000),
    });
    return response.ok;
  } catch {
    return false;
  }
}

/** The worker is started again whenever it ends, at once at first and less eagerly while it keeps ending. */
function keepWorkerRunning(
  form: Form,
  environment: NodeJS.ProcessEnv,
): {
  stop(): Promise<void>;
  passOutputThrough(): void;
} {
  const stopping = new AbortController();
  let current: Child;
  let through = false;
  const supervise = async () => {
    let delaySeconds = 0.5;
    while (!stopping.signal.aborted) {
      const startedAt = Date.now();
      current = startChild(workerArguments(form, environment.TESSERA_DIST_DIR), environment);
      if (through) current.passOutputThrough();
      const how = await current.ended;
      if (stopping.signal.aborted) return;
      delaySeconds = Date.now() - startedAt > 60_000 ? 0.5 : Math.min(30, delaySeconds * 2);
      if (!through) process.stderr.write(current.output());
      say(`The worker ended (${how}); it starts again in ${delaySeconds} s.`);
      await pause(delaySeconds * 1000, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const supervised = supervise();
  return {
    async stop() {
      stopping.abort();
      await current.stop(WORKER_GRACE_SECONDS);
      await supervised;
    },
    passOutputThrough() {
      through = true;
      current.passOutputThrough();
    },
  };
}

/** Starts the database again when its process is gone; resolves with a sentence when that does not help. */
async function watchDatabase(
  embedded: EmbeddedDatabase,
  { dataDirectory }: Settings,
  signal: AbortSignal,
): Promise<Sentence | undefined> {
  while (!signal.aborted) {
    await pause(WATCH_INTERVAL_MS, undefined, { signal }).catch(() => undefined);
    if (signal.aborted || (await embedded.isRunning())) continue;
    say("The database ended unexpectedly; starting it again.");
    const restarted = await startEmbeddedDatabase(dataDirectory).catch((error: Error) => error);
    if (restarted instanceof Error) return new Sentence(restarted.message);
    if (restarted.url !== embedded.url)
      return new Sentence("The database could not come back at its old port.");
  }
  return undefined;
}
