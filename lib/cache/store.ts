/** Where a value is kept: by which cache, for which scope (a program's id, as a rule), under which key. */
export type Address = { cache: string; scope: string; key: string };

export type Found = {
  /** The value, or undefined where none is kept. */
  value: unknown;
  /** What was known when the store was asked; a value loaded after that is kept by this token. */
  token: string;
};

export type Keeping = {
  /** Of the look-up before the value was loaded. What was forgotten since then is not kept. */
  token: string;
  ttlMs: number;
  /** How many values the cache keeps, where the store itself does not see to it. */
  maxEntries: number;
};

/**
 * Keeps values until their time is over, or until what they were made of has changed. A value that was loaded before
 * a change never outlives it: `keep` after `forget` needs a token from after it.
 */
export type Store = {
  readonly kind: "memory" | "redis";
  /** Whether it can be used at the moment. */
  readonly isUp: boolean;
  /** Null where the store cannot be used at the moment. */
  find(address: Address): Promise<Found | null>;
  keep(address: Address, value: unknown, keeping: Keeping): Promise<void>;
  /** Forgets whatever is kept for a scope, by every cache. */
  forget(scope: string): Promise<void>;
  forgetAll(): Promise<void>;
};
