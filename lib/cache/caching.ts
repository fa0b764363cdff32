import "server-only";
import { env } from "@/lib/config/env";
import { listen } from "@/lib/db";
import { MemoryStore } from "./memory-store";
import { RedisConnection } from "./redis-connection";
import { forgetEverything, RedisStore } from "./redis-store";
import type { Address, Found, Store } from "./store";

/** PostgreSQL channel on which a program's settings say, at commit, that they have changed. The payload is its id. */
export const PROGRAM_CHANGED = "tessera_program_changed";

type Listen = typeof listen;

/**
 * Where the caches of one process keep their values, and whether they may: only while the process hears of every
 * change. Before it listens, and while the connection is broken, everything is read from the database.
 */
export class Caching {
  readonly store: Store;
  readonly #listen: Listen;
  #stop: (() => void) | null = null;
  /** Counts the connections that were lost, so that a late answer does not revive trust. */
  #losses = 0;
  #trusted = false;
  /** Look-ups since the process began, by how they ended. */
  readonly counts = { hits: 0, misses: 0, bypassed: 0 };

  constructor(store: Store, listenOn: Listen = listen) {
    this.store = store;
    this.#listen = listenOn;
  }

  /** Whether values are kept at the moment. */
  get isTrusted(): boolean {
    return this.#trusted;
  }

  start(): void {
    this.#stop ??= this.#listen(PROGRAM_CHANGED, {
      heard: (programId) => void this.store.forget(programId),
      connected: () => void this.#trust(),
      lost: () => this.#distrust(),
    });
  }

  stop(): void {
    this.#stop?.();
    this.#stop = null;
    this.#distrust();
  }

  /** Null where nothing may be kept at the moment. */
  async find(address: Address): Promise<Found | null> {
    return this.#trusted ? this.store.find(address) : null;
  }

  /** How the cache of this process fares: where it keeps, whether it may at the moment, and look-ups until now. */
  report() {
    return { store: this.store.kind, keeping: this.#trusted && this.store.isUp, ...this.counts };
  }

  async #trust(): Promise<void> {
    const losses = this.#losses;
    // There may have been changes while nobody listened.
    await this.store.forgetAll();
    if (losses === this.#losses) this.#trusted = true;
  }

  #distrust(): void {
    this.#losses += 1;
    this.#trusted = false;
  }
}

const globals = globalThis as typeof globalThis & {
  tesseraCaching?: Caching;
  tesseraRedis?: RedisConnection;
};

/** The process's connection to Redis; null where none is configured. */
export function redis(): RedisConnection | null {
  const { REDIS_URL } = env();
  if (REDIS_URL === undefined) return null;
  globals.tesseraRedis ??= new RedisConnection(REDIS_URL, forgetEverything);
  return globals.tesseraRedis;
}

/**
 * Lets this process keep what it reads: in Redis where REDIS_URL names one, else in its memory. For servers; whatever
 * has not called it, as scripts do not, reads everything from the database.
 */
export function startCaching(): void {
  if (globals.tesseraCaching) return;
  const connection = redis();
  // On globalThis, so that hot reloading and separate bundles share it.
  globals.tesseraCaching = new Caching(connection ? new RedisStore(connection) : new MemoryStore());
  globals.tesseraCaching.start();
}

/** Ends what startCaching began, and the connection to Redis. */
export function stopCaching(): void {
  globals.tesseraCaching?.stop();
  globals.tesseraRedis?.close();
  delete globals.tesseraCaching;
  delete globals.tesseraRedis;
}

/** The process's caching; null where it keeps nothing. */
export function caching(): Caching | null {
  return globals.tesseraCaching ?? null;
}
