import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Whether this is a Debian, or one of its kin, and we may install its packages. */
export function canInstallFromDebian(): boolean {
  return process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
}

/** Installs a package of the system's own. @throws Error when it cannot be had */
export async function installFromDebian(name: string): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update", "-qq"], { env });
  await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", name], {
    env,
    maxBuffer: 64 * 1024 * 1024,
  });
}
