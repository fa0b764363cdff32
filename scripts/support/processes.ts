import { createRequire } from "node:module";
import { join } from "node:path";

/** What the product's own processes are made of: their sources, or the files that the production build made of them. */
export type Form = "source" | "built";

/** What this process is made of: a process of the build starts others of the build. */
const OWN_FORM: Form = import.meta.url.endsWith(".ts") ? "source" : "built";

/** The processes beside the web server, by the script that each runs. */
export const PROCESSES = { worker: "scripts/worker.ts", simulator: "scripts/simulator.ts" };

/** Where the production build puts them. */
export function builtProcesses(distFolder: string | undefined): string {
  return join(distFolder || ".next", "processes");
}

/**
 * The product's processes, as arguments of Node.js. The young generation of the heap is larger than usual (in MiB): a
 * batch of events lives for some milliseconds, and in a small one it would be copied about and kept until the next
 * full collection.
 */
export function webArguments(mode: "start" | "dev", port: number): string[] {
  const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
  return ["--max-semi-space-size=32", next, mode, "-p", String(port)];
}

/** @param distFolder of the build, where the worker is of one */
export function workerArguments(form: Form, distFolder: string | undefined): string[] {
  return ["--max-semi-space-size=64", ...languageOptions(form), scriptOf("worker", form, distFolder)];
}

/**
 * The process of simulations: it keeps what it knows of every member until the end. Its young generation is large from
 * the start: growing to its size by steps, it would copy about what lives for a batch. It collects garbage by itself:
 * its threads keep all processors busy, and helpers would wait for one another.
 */
export function simulatorArguments(form = OWN_FORM, distFolder = process.env.TESSERA_DIST_DIR): string[] {
  return [
    "--min-semi-space-size=64",
    "--max-semi-space-size=128",
    "--max-old-space-size=6144",
    "--single-threaded-gc",
    ...languageOptions(form),
    scriptOf("simulator", form, distFolder),
  ];
}

function scriptOf(name: keyof typeof PROCESSES, form: Form, distFolder: string | undefined): string {
  return form === "source" ? PROCESSES[name] : join(builtProcesses(distFolder), `${name}.mjs`);
}

function languageOptions(form: Form): string[] {
  const conditions = "--conditions=react-server";
  return form === "source" ? ["--import", "tsx", conditions] : ["--enable-source-maps", conditions];
}
