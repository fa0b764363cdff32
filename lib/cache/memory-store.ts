import type { Address, Found, Keeping, Store } from "./store";

type Entry = { value: unknown; expiresAt: number };

/** Keeps values in this process. Those that were asked for longest ago make room for new ones. */
export class MemoryStore implements Store {
  readonly kind = "memory";
  readonly isUp = true;
  readonly #caches = new Map<string, Map<string, Entry>>();
  readonly #now: () => number;
  #changes = 0;

  /** @param now milliseconds of a clock that never goes back */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  async find({ cache, scope, key }: Address): Promise<Found> {
    const token = String(this.#changes);
    const entries = this.#caches.get(cache);
    const place = placeOf(scope, key);
    const entry = entries?.get(place);
    if (entries === undefined || entry === undefined) return { value: undefined, token };
    // Entries stand in the order in which they were last asked for.
    entries.delete(place);
    if (entry.expiresAt <= this.#now()) return { value: undefined, token };
    entries.set(place, entry);
    return { value: entry.value, token };
  }

  async keep(
    { cache, scope, key }: Address,
    value: unknown,
    { token, ttlMs, maxEntries }: Keeping,
  ): Promise<void> {
    if (token !== String(this.#changes)) return;
    const entries = this.#caches.get(cache) ?? new Map<string, Entry>();
    this.#caches.set(cache, entries);
    entries.set(placeOf(scope, key), { value: frozen(value), expiresAt: this.#now() + ttlMs });
    const [oldest] = entries.keys();
    if (entries.size > maxEntries && oldest !== undefined) entries.delete(oldest);
  }

  async forget(scope: string): Promise<void> {
    this.#changes += 1;
    const start = placeOf(scope, "");
    for (const entries of this.#caches.values()) {
      for (const place of entries.keys()) if (place.startsWith(start)) entries.delete(place);
    }
  }

  async forgetAll(): Promise<void> {
    this.#changes += 1;
    this.#caches.clear();
  }
}

function placeOf(scope: string, key: string): string {
  return `${scope}\n${key}`;
}

/** All readers get the same object: none of them may change it. */
function frozen(value: unknown): unknown {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}
