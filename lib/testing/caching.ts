import { afterAll, afterEach, beforeAll, beforeEach, describe } from "vitest";
import { caching, stopCaching } from "@/lib/cache";
import { Caching } from "@/lib/cache/caching";
import { MemoryStore } from "@/lib/cache/memory-store";
import { RedisConnection } from "@/lib/cache/redis-connection";
import { forgetEverything, RedisStore } from "@/lib/cache/redis-store";
import { findRedisServer, onRedis, startRedis, type TestRedis } from "./redis-server";
import { until } from "./until";

type CachingGlobals = typeof globalThis & { tesseraCaching?: Caching; tesseraRedis?: RedisConnection };

/** Runs the same tests with this process caching in its memory, and in a Redis of their own. */
export function onEveryCache(name: string, tests: () => void): void {
  const globals: CachingGlobals = globalThis;

  async function begin(made: Caching): Promise<void> {
    globals.tesseraCaching = made;
    made.start();
    await until(() => made.isTrusted);
  }

  describe(`${name}, cached in memory`, () => {
    beforeEach(() => begin(new Caching(new MemoryStore())));
    afterEach(stopCaching);
    tests();
  });

  describe.skipIf(findRedisServer() === null)(onRedis(`${name}, cached in Redis`), () => {
    let server: TestRedis;
    beforeAll(async () => {
      server = await startRedis();
    });
    beforeEach(async () => {
      const connection = new RedisConnection(server.url, forgetEverything);
      globals.tesseraRedis = connection;
      await until(() => connection.isUp);
      await begin(new Caching(new RedisStore(connection)));
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
