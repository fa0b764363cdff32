import { randomUUID } from "node:crypto";
import { type RedisClient, type RedisConnection, RedisUnavailable } from "./redis-connection";
import type { Address, Found, Keeping, Store } from "./store";

const PREFIX = "tessera:cache";
const EVERYTHING = `${PREFIX}:generation`;
/** Generations that nobody has asked for in this time make room; they are never used again. */
const GENERATION_TTL_SECONDS = 24 * 60 * 60;

/**
 * Keeps values in Redis, for all instances together. Each scope has a generation, a random word, and so has the whole;
 * a value carries those that were valid before it was loaded and counts while they are. To forget is to draw a new
 * word, so it does not matter in which order instances forget, keep and find.
 */
export class RedisStore implements Store {
  readonly kind = "redis";
  readonly #redis: RedisConnection;

  constructor(redis: RedisConnection) {
    this.#redis = redis;
  }

  get isUp(): boolean {
    return this.#redis.isUp;
  }

  async find(address: Address): Promise<Found | null> {
    if (!this.isUp) return null;
    try {
      const { token, kept } = await this.#redis.ask((client) => look(client, address));
      return { token, value: kept?.startsWith(token) ? JSON.parse(kept.slice(token.length)) : undefined };
    } catch (error) {
      if (error instanceof RedisUnavailable) return null;
      throw error;
    }
  }

  async keep(address: Address, value: unknown, { token, ttlMs }: Keeping): Promise<void> {
    await this.#redis.tell((client) =>
      client.set(placeOf(address), token + JSON.stringify(value), {
        expiration: { type: "PX", value: Math.ceil(ttlMs) },
      }),
    );
  }

  async forget(scope: string): Promise<void> {
    await this.#redis.tell((client) => drawGeneration(client, generationOf(scope)));
  }

  async forgetAll(): Promise<void> {
    await this.#redis.tell(forgetEverything);
  }
}

async function look(
  client: RedisClient,
  address: Address,
): Promise<{ token: string; kept: string | null | undefined }> {
  const names = [EVERYTHING, generationOf(address.scope)];
  const [whole, part, kept] = await client.mGet([...names, placeOf(address)]);
  if (whole && part) return { token: tokenOf(whole, part), kept };
  // Whichever is missing is drawn, by one of those who look.
  await Promise.all(names.map((name) => drawGeneration(client, name, "NX")));
  const [newWhole, newPart] = await client.mGet(names);
  return { token: tokenOf(newWhole ?? randomUUID(), newPart ?? randomUUID()), kept: null };
}

/** Forgets what every instance has kept; each new connection begins with it. */
export async function forgetEverything(client: RedisClient): Promise<void> {
  await drawGeneration(client, EVERYTHING);
}

async function drawGeneration(client: RedisClient, name: string, condition?: "NX"): Promise<void> {
  await client.set(name, randomUUID(), {
    condition,
    expiration: { type: "EX", value: GENERATION_TTL_SECONDS },
  });
}

function tokenOf(whole: string, part: string): string {
  return `${whole} ${part}\n`;
}

function generationOf(scope: string): string {
  return `${EVERYTHING}:${scope}`;
}

function placeOf({ cache, scope, key }: Address): string {
  return `${PREFIX}:${cache}:${scope}:${key}`;
}
