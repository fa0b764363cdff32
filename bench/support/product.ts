import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { buildApplication } from "@/scripts/support/build-application";
import { type Child, startChild } from "@/scripts/support/child";
import { generateClient } from "@/scripts/support/generate-client";
import { webArguments, workerArguments } from "@/scripts/support/processes";
import type { BenchDatabase } from "./database";
import { progress } from "./part";

export const DIST_FOLDER = ".next-bench";
const READY_SECONDS = 60;

export type Product = { url: string; webPid: number; workerPid: number };

/**
 * Runs `work` with the product as `npm start` runs it: the production build behind `next start`, and the worker in
 * a process of its own.
 * @param profileFolder where both processes leave a CPU profile when they end
 */
export async function withProduct<T>(
  { folder }: BenchDatabase,
  profileFolder: string | undefined,
  work: (product: Product) => Promise<T>,
): Promise<T> {
  const port = await freePort();
  const environment = productEnvironment(folder, port);
  await buildProduct();
  const profiling = profileFolder === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${profileFolder}`];
  const web = startChild([...profiling, ...webArguments("start", port)], environment);
  const worker = startChild([...profiling, ...workerArguments("built", DIST_FOLDER)], environment);
  try {
    const address = `http://127.0.0.1:${port}`;
    await untilHealthy(web, address);
    return await work({ url: address, webPid: web.pid ?? 0, workerPid: worker.pid ?? 0 });
  } finally {
    await Promise.all([web.stop(10), worker.stop(20)]);
    process.stderr.write(web.output() + worker.output());
  }
}

/** What the product's processes find in their environment, beside what this process has. */
export function productEnvironment(folder: string, port: number): NodeJS.ProcessEnv {
  return {
    ...process.env,
    PORT: String(port),
    TESSERA_DATA_DIR: folder,
    TESSERA_DIST_DIR: DIST_FOLDER,
    NEXTAUTH_URL: `http://localhost:${port}`,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    LOG_LEVEL: "warn",
  };
}

/** Makes the production build where there is none of these sources. */
export async function buildProduct(): Promise<void> {
  await generateClient();
  // Next.js notes the folder of every build in tsconfig.json; this one is nobody else's business.
  const settings = await readFile("tsconfig.json", "utf8");
  try {
    const environment = { ...process.env, TESSERA_DIST_DIR: DIST_FOLDER };
    if (await buildApplication(environment)) progress("made the production build");
  } finally {
    await writeFile("tsconfig.json", settings);
  }
}

export function freePort(): Promise<number> {
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

/** @throws when it does not come up in a minute */
export async function untilHealthy(web: Child, address: string): Promise<void> {
  const deadline = Date.now() + READY_SECONDS * 1000;
  while (Date.now() < deadline) {
    const answer = await fetch(`${address}/api/health`).catch(() => null);
    if (answer?.ok) return;
    await pause(50);
  }
  throw new Error(`The web server did not come up: ${web.output()}`);
}
