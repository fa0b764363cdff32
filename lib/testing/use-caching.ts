import { Caching } from "@/lib/cache/caching";
import type { RedisConnection } from "@/lib/cache/redis-connection";
import type { Store } from "@/lib/cache/store";
import { until } from "./until";

type CachingGlobals = typeof globalThis & { tesseraCaching?: Caching; tesseraRedis?: RedisConnection };

/** Lets this process cache in the store, as a server does in its own, until stopCaching. */
export async function useCaching(store: Store, connection?: RedisConnection): Promise<void> {
  const globals: CachingGlobals = globalThis;
  const caching = new Caching(store);
  globals.tesseraCaching = caching;
  if (connection) {
    globals.tesseraRedis = connection;
    await until(() => connection.isUp);
  }
  caching.start();
  await until(() => caching.isTrusted);
}
