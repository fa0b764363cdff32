import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { promisify } from "node:util";
import { chromium } from "@playwright/test";
import { canInstallFromDebian, installFromDebian } from "./debian";
import { Sentence } from "./sentence";

const run = promisify(execFile);

/** Where Debian keeps its browser. */
export const DEBIAN_CHROMIUM = "/usr/bin/chromium";

/**
 * Sees to it that there is a Chromium for the journeys: the system's, Playwright's own, Debian's package as root,
 * or Playwright's download, in this order.
 * @returns what was found or installed
 * @throws Sentence when none is to be had
 */
export async function provideBrowser(): Promise<string> {
  if (existsSync(DEBIAN_CHROMIUM)) return DEBIAN_CHROMIUM;
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  const attempts = [...(canInstallFromDebian() ? [installChromium] : []), installFromPlaywright];
  const reasons: string[] = [];
  for (const attempt of attempts) {
    try {
      return await attempt();
    } catch (error) {
      reasons.push(error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error));
    }
  }
  throw new Sentence(
    `No Chromium could be found or installed for the browser tests (${reasons.join("; ")}).`,
  );
}

async function installChromium(): Promise<string> {
  await installFromDebian("chromium");
  return DEBIAN_CHROMIUM;
}

async function installFromPlaywright(): Promise<string> {
  const cli = createRequire(import.meta.url).resolve("@playwright/test/cli");
  await run(process.execPath, [cli, "install", "chromium"], { maxBuffer: 64 * 1024 * 1024 });
  return chromium.executablePath();
}
