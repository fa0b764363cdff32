import { build } from "esbuild";
import { builtProcesses, PROCESSES } from "./processes";

/** Runs in threads of the simulator, which looks for it beside itself. */
const THREADS = { "start-part": "lib/flows/run-simulation/replay-thread.ts" };

/** Next.js names its entrances as bundlers find them; Node.js wants the names of their files. */
const FILES_OF_NEXT = ["next/server", "next/headers", "next/navigation"];

/**
 * Makes a few files of each process beside the web server: it is up in a quarter of the time that it takes to read and
 * translate a thousand. Packages stay where they are.
 */
export async function bundleProcesses(distFolder: string | undefined): Promise<void> {
  await build({
    entryPoints: { ...PROCESSES, ...THREADS },
    outdir: builtProcesses(distFolder),
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    packages: "external",
    alias: Object.fromEntries(FILES_OF_NEXT.map((name) => [name, `${name}.js`])),
    platform: "node",
    target: "node20",
    format: "esm",
    conditions: ["react-server"],
    sourcemap: true,
    logLevel: "warning",
  });
}
