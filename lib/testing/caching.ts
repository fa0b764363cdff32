import { afterAll, afterEach, beforeAll, beforeEach, describe } from "vitest";
import { caching, stopCaching } from "@/lib/cache";
import { MemoryStore } from "@/lib/cache/memory-store";
import { RedisConnection } from "@/lib/cache/redis-connection";
import { forgetEverything, RedisStore } from "@/lib/cache/redis-store";
import { findRedisServer, onRedis, startRedis, type TestRedis } from "./redis-server";
import { useCaching } from "./use-caching";

/** Runs the same tests with this process caching in its memory, and in a Redis of their own. */
export function onEveryCache(name: string, tests: () => void): void {
  describe(`${name}, cached in memory`, () => {
    beforeEach(() => useCaching(new MemoryStore()));
    afterEach(stopCaching);
    tests();
  });

  describe.skipIf(findRedisServer() === null)(onRedis(`${name}, cached in Redis`), () => {
    let server: TestRedis;
    beforeAll(async () => {
      server = await startRedis();
    });
    beforeEach(() => {
      const connection = new RedisConnection(server.url, forgetEverything);
      return useCaching(new RedisStore(connection), connection);
    });
    afterEach(stopCaching);
    afterAll(async () => {
      await server.kill();
    });
    tests();
  });
}

/** Look-ups of this process that were answered from its cache. */
export function cacheHits(): number {
  return caching()?.counts.hits ?? 0;
}
