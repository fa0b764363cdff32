import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { delimiter, join } from "node:path";
import { createClient } from "@redis/client";

/** A Redis server of a test's own, without persistence. */
export type TestRedis = {
  url: string;
  /** Ends the server at once; what it kept is gone. */
  kill(): Promise<void>;
  /** Starts it again at the same address. */
  restart(): Promise<void>;
  /** Lets it hang: it keeps its connections and answers nothing until `resume`. */
  pause(): void;
  resume(): void;
};

/** The installed redis-server, or null where there is none. */
export function findRedisServer(): string | null {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.map((folder) => join(folder, "redis-server")).find((path) => existsSync(path)) ?? null;
}

/** Name of a suite that needs a Redis server: says why it is skipped where there is none. */
export function onRedis(name: string): string {
  return findRedisServer() === null ? `${name} (skipped: no redis-server is installed)` : name;
}

/** @throws Error where no redis-server is installed, or where it does not come up */
export async function startRedis(): Promise<TestRedis> {
  const path = findRedisServer();
  if (path === null) throw new Error("No redis-server is installed.");
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let server = await start(path, port, url);
  return {
    url,
    async kill() {
      if (server.exitCode !== null || server.signalCode !== null) return;
      const ended = once(server, "exit");
      server.kill("SIGKILL");
      await ended;
    },
    async restart() {
      server = await start(path, port, url);
    },
    pause: () => void server.kill("SIGSTOP"),
    resume: () => void server.kill("SIGCONT"),
  };
}

async function start(path: string, port: number, url: string): Promise<ChildProcess> {
  const options = { port, bind: "127.0.0.1", save: "", appendonly: "no" };
  const server = spawn(
    path,
    Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]),
    { stdio: ["ignore", "pipe", "ignore"] },
  );
  let ended = false;
  server.once("exit", () => {
    ended = true;
  });
  const probe = createClient({
    url,
    socket: { reconnectStrategy: () => (ended ? new Error("The Redis server ended.") : 20) },
  });
  probe.on("error", () => undefined);
  await probe.connect();
  probe.destroy();
  return server;
}

function freePort(): Promise<number> {
  return new Promise((fulfil, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      probe.close(() => fulfil(port));
    });
  });
}
