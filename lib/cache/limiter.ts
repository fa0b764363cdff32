import "server-only";
import { type IRateLimiterOptions, type RateLimiterAbstract, RateLimiterRedis } from "rate-limiter-flexible";
import { redis } from "./caching";
import type { RedisConnection } from "./redis-connection";

type Rule = Required<Pick<IRateLimiterOptions, "keyPrefix" | "points" | "duration">>;

/**
 * Counts in Redis, for all instances together, where REDIS_URL names one. While Redis does not answer, and where there
 * is none, `otherwise` counts.
 * @param redisOf the process's connection
 */
export function sharedLimiter(
  rule: Rule,
  otherwise: RateLimiterAbstract,
  redisOf: () => RedisConnection | null = redis,
): RateLimiterAbstract {
  const connection = redisOf();
  if (connection === null) return otherwise;
  return new RateLimiterRedis({
    ...rule,
    keyPrefix: `tessera:limit:${rule.keyPrefix}`,
    storeClient: limiterClient(connection),
    useRedisPackage: true,
    insuranceLimiter: otherwise,
  });
}

/** The two commands with which the limiter counts and clears, at once failing where there is no connection. */
function limiterClient(connection: RedisConnection) {
  return {
    eval: (script: string, options: { keys: string[]; arguments: string[] }) =>
      connection.ask((client) => client.eval(script, options)),
    del: (key: string) => connection.ask((client) => client.del(key)),
  };
}
