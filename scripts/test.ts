import { spawn } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { provideBrowser } from "./support/browser";
import { generateClient } from "./support/generate-client";
import { provideRedisServer } from "./support/redis-server";
import { type Count, countPlaywright, countVitest, readCount, totalLine } from "./support/test-count";

/**
 * Every test, from nothing: types, lint, import rules, unit and database tests, and journeys in a real browser
 * against a fresh installation. Prints one total line last; ends with exit code 1 when anything failed.
 */
const REPORTS = "test-results";

const counts: Count[] = [];

function heading(name: string): void {
  process.stdout.write(`\n── ${name} ${"─".repeat(Math.max(0, 90 - name.length))}\n`);
}

/** Runs Node.js with the terminal attached. @returns whether it ended well */
async function node(args: string[]): Promise<boolean> {
  const child = spawn(process.execPath, args, { stdio: ["ignore", "inherit", "inherit"] });
  const [code] = await once(child, "exit");
  return code === 0;
}

/** A check that has no count of its own counts as one test. */
async function check(name: string, args: string[]): Promise<void> {
  heading(name);
  const passed = await node(args);
  counts.push({ passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 });
}

async function suite(
  name: string,
  args: string[],
  report: string,
  count: (report: unknown) => Count,
): Promise<void> {
  heading(name);
  const endedWell = await node(args);
  const counted = await readCount(report, count);
  counts.push(endedWell ? counted : { ...counted, failed: Math.max(1, counted.failed) });
}

await rm(REPORTS, { recursive: true, force: true });
await generateClient();
await node(["node_modules/next/dist/bin/next", "typegen"]);

await check("Types", ["node_modules/typescript/bin/tsc", "--noEmit"]);
await check("Lint", ["node_modules/@biomejs/biome/bin/biome", "check", "."]);
await check("Import rules", [
  "node_modules/dependency-cruiser/bin/dependency-cruise.mjs",
  "--config",
  ".dependency-cruiser.cjs",
  "app",
  "components",
  "lib",
  "scripts",
]);
heading("Redis");
process.stdout.write(`${await provideRedisServer()}\n`);
await suite(
  "Unit and database tests",
  [
    "node_modules/vitest/vitest.mjs",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${REPORTS}/vitest.json`,
  ],
  `${REPORTS}/vitest.json`,
  countVitest,
);
heading("Browser");
try {
  process.stdout.write(`${await provideBrowser()}\n`);
  await suite(
    "Journeys in a real browser",
    ["node_modules/@playwright/test/cli.js", "test"],
    `${REPORTS}/e2e.json`,
    countPlaywright,
  );
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
  counts.push({ passed: 0, failed: 1, skipped: 0 });
}

const total = totalLine(counts);
process.stdout.write(`\n${total}\n`);
process.exit(counts.some(({ failed }) => failed > 0) ? 1 : 0);
