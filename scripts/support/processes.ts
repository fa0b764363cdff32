import { createRequire } from "node:module";

/**
 * The product's processes, as arguments of Node.js. The young generation of the heap is larger than usual (in MiB): a
 * batch of events lives for some milliseconds, and in a small one it would be copied about and kept until the next
 * full collection.
 */
export function webArguments(mode: "start" | "dev", port: number): string[] {
  const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
  return ["--max-semi-space-size=32", next, mode, "-p", String(port)];
}

export function workerArguments(): string[] {
  return ["--max-semi-space-size=64", "--import", "tsx", "--conditions=react-server", "scripts/worker.ts"];
}

/**
 * Options of Node.js for the process of simulations: it keeps what it knows of every member until the end. Its young
 * generation is large from the start: growing to its size by steps, it would copy about what lives for a batch.
 */
export function simulatorOptions(): string[] {
  return [
    "--min-semi-space-size=64",
    "--max-semi-space-size=128",
    "--max-old-space-size=6144",
    "--import",
    "tsx",
    "--conditions=react-server",
  ];
}
