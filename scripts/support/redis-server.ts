import { findRedisServer } from "@/lib/testing/redis-server";
import { canInstallFromDebian, installFromDebian } from "./debian";

/**
 * Sees to it that there is a redis-server for the tests: the system's, or Debian's package where we are root.
 * @returns a sentence on what was found or installed, or on what is skipped without it
 */
export async function provideRedisServer(): Promise<string> {
  const found = findRedisServer();
  if (found !== null) return found;
  const without = "the tests that need a real Redis are skipped";
  if (!canInstallFromDebian()) {
    return `There is no redis-server, and only root on Debian can install one: ${without}.`;
  }
  try {
    await installFromDebian("redis-server");
  } catch (error) {
    const [reason] = String(error instanceof Error ? error.message : error).split("\n");
    return `No redis-server could be installed (${reason}): ${without}.`;
  }
  return findRedisServer() ?? `Debian's redis-server brought no redis-server: ${without}.`;
}
