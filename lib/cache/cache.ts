import "server-only";
import type { ZodType } from "zod";
import { type Caching, caching } from "./caching";

type Options<T> = {
  /** What a value looks like. What comes from Redis is parsed: another build of the product may have written it. */
  value: ZodType<T>;
  /** The longest that a change may go unnoticed, should its notification get lost on the way. */
  ttlSeconds: number;
  /** Values kept in the process at once. */
  maxEntries: number;
};

/** Values that are dear to come by, by scope and key, read through a loader. They must survive JSON unchanged. */
export class Cache<T> {
  readonly #name: string;
  readonly #options: Options<T>;
  readonly #caching: () => Caching | null;
  readonly #loading = new Map<string, Promise<T>>();

  /**
   * @param name unique among all caches
   * @param of the process's caching
   */
  constructor(name: string, options: Options<T>, of: () => Caching | null = caching) {
    this.#name = name;
    this.#options = options;
    this.#caching = of;
  }

  /**
   * The value that is kept, or else what `load` answers, which is kept until the scope changes. Those who ask at the
   * same time share one loading. The value may be shared: do not change it.
   * @param scope id of the program whose changes make the value old
   * @throws what `load` throws; a failure is not kept
   */
  async read(scope: string, key: string, load: () => Promise<T>): Promise<T> {
    const caching = this.#caching();
    if (caching === null) return load();
    const found = await caching.find({ cache: this.#name, scope, key });
    if (found === null) {
      caching.counts.bypassed += 1;
      return load();
    }
    const known = this.#known(caching, found.value);
    if (known !== undefined) {
      caching.counts.hits += 1;
      return known;
    }
    caching.counts.misses += 1;
    // Whoever looked after a change has another token, and does not join a loading from before it.
    const flight = `${scope}\n${key}\n${found.token}`;
    const joined = this.#loading.get(flight);
    if (joined) return joined;
    const loading = this.#load(caching, { scope, key, token: found.token }, load);
    this.#loading.set(flight, loading);
    return loading.finally(() => this.#loading.delete(flight));
  }

  #known(caching: Caching, value: unknown): T | undefined {
    if (value === undefined) return undefined;
    // Of this process's own making under this name.
    if (caching.store.kind === "memory") return value as T;
    return this.#options.value.safeParse(value).data;
  }

  async #load(
    caching: Caching,
    { scope, key, token }: { scope: string; key: string; token: string },
    load: () => Promise<T>,
  ): Promise<T> {
    const value = await load();
    const { ttlSeconds, maxEntries } = this.#options;
    const address = { cache: this.#name, scope, key };
    await caching.store.keep(address, value, { token, ttlMs: ttlSeconds * 1000, maxEntries });
    return value;
  }
}
