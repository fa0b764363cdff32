import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findRedisServer, onRedis, startRedis, type TestRedis } from "@/lib/testing/redis-server";
import { until } from "@/lib/testing/until";
import { MemoryStore } from "./memory-store";
import { RedisConnection } from "./redis-connection";
import { forgetEverything, RedisStore } from "./redis-store";
import type { Address, Store } from "./store";

const TTL_MS = 60_000;
const address: Address = { cache: "settings", scope: "club", key: "name" };

async function keep(store: Store, value: unknown, where: Address = address, ttlMs = TTL_MS): Promise<void> {
  const token = (await store.find(where))?.token ?? "";
  await store.keep(where, value, { token, ttlMs, maxEntries: 100 });
}

const valueIn = async (store: Store, where: Address = address) => (await store.find(where))?.value;

/** What every store must do, on the real thing. */
function keepsItsContract(open: () => Promise<Store> | Store): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    await store.forgetAll();
  });

  it("finds what was kept, and nothing else", async () => {
    expect(await valueIn(store)).toBeUndefined();
    await keep(store, { name: "Beans", tiers: [1, null, "gold"] });
    expect(await valueIn(store)).toEqual({ name: "Beans", tiers: [1, null, "gold"] });
    expect(await valueIn(store, { ...address, cache: "offers" })).toBeUndefined();
    expect(await valueIn(store, { ...address, scope: "clu" })).toBeUndefined();
    expect(await valueIn(store, { ...address, key: "" })).toBeUndefined();
  });

  it("keeps null as a value", async () => {
    await keep(store, null);
    expect(await valueIn(store)).toBeNull();
  });

  it("lets go of a value when its time is over", async () => {
    await keep(store, "old", address, 30);
    await until(async () => (await valueIn(store)) === undefined);
  });

  it("forgets one scope, in every cache, and leaves the others", async () => {
    const offers = { ...address, cache: "offers" };
    const elsewhere = { ...address, scope: "club 2" };
    for (const where of [address, offers, elsewhere]) await keep(store, "kept", where);
    await store.forget("club");
    expect(await valueIn(store)).toBeUndefined();
    expect(await valueIn(store, offers)).toBeUndefined();
    expect(await valueIn(store, elsewhere)).toBe("kept");
  });

  it("forgets everything", async () => {
    const elsewhere = { ...address, scope: "club 2" };
    await keep(store, "kept");
    await keep(store, "kept", elsewhere);
    await store.forgetAll();
    expect(await valueIn(store)).toBeUndefined();
    expect(await valueIn(store, elsewhere)).toBeUndefined();
  });

  it.each(["forget", "forgetAll"] as const)("does not keep what was loaded before %s", async (verb) => {
    const token = (await store.find(address))?.token ?? "";
    await store[verb]("club");
    await store.keep(address, "old", { token, ttlMs: TTL_MS, maxEntries: 100 });
    expect(await valueIn(store)).toBeUndefined();
    await keep(store, "new");
    expect(await valueIn(store)).toBe("new");
  });

  it("hands out values that no reader can spoil for the next", async () => {
    await keep(store, { names: ["Beans"] });
    const first = (await valueIn(store)) as { names: string[] };
    try {
      first.names.push("spoilt");
    } catch (error) {
      expect(error).toBeInstanceOf(TypeError);
    }
    expect(await valueIn(store)).toEqual({ names: ["Beans"] });
  });
}

describe("a store in memory", () => {
  keepsItsContract(() => new MemoryStore());

  it("makes room by letting go of what was asked for longest ago", async () => {
    const store = new MemoryStore();
    const at = (key: string) => ({ ...address, key });
    for (const key of ["a", "b", "c"]) {
      const { token } = await store.find(at(key));
      await store.keep(at(key), key, { token, ttlMs: TTL_MS, maxEntries: 3 });
    }
    await store.find(at("a"));
    const { token } = await store.find(at("d"));
    await store.keep(at("d"), "d", { token, ttlMs: TTL_MS, maxEntries: 3 });
    const kept = await Promise.all(["a", "b", "c", "d"].map((key) => valueIn(store, at(key))));
    expect(kept).toEqual(["a", undefined, "c", "d"]);
  });

  it("goes by the clock that it is given", async () => {
    let now = 0;
    const store = new MemoryStore(() => now);
    await keep(store, "kept");
    now = TTL_MS - 1;
    expect(await valueIn(store)).toBe("kept");
    now = TTL_MS;
    expect(await valueIn(store)).toBeUndefined();
  });
});

describe.skipIf(findRedisServer() === null)(onRedis("a store in Redis"), () => {
  let server: TestRedis;
  const connections: RedisConnection[] = [];

  async function connect(): Promise<RedisConnection> {
    const connection = new RedisConnection(server.url, forgetEverything);
    connections.push(connection);
    await until(() => connection.isUp);
    return connection;
  }

  beforeAll(async () => {
    server = await startRedis();
  });
  afterEach(() => {
    for (const connection of connections.splice(0)) connection.close();
  });
  afterAll(async () => {
    await server.kill();
  });

  keepsItsContract(async () => new RedisStore(await connect()));

  it("shares what is kept, and what is forgotten, with the other instances", async () => {
    const [here, there] = [new RedisStore(await connect()), new RedisStore(await connect())];
    const before = (await there.find(address))?.token ?? "";
    await keep(here, "kept");
    expect(await valueIn(there)).toBe("kept");
    await here.forget("club");
    expect(await valueIn(there)).toBeUndefined();
    await there.keep(address, "old", { token: before, ttlMs: TTL_MS, maxEntries: 100 });
    expect(await valueIn(here)).toBeUndefined();
  });

  it("trusts no value whose generation Redis has let go of", async () => {
    const connection = await connect();
    const store = new RedisStore(connection);
    await keep(store, "kept");
    await connection.ask((client) => client.del("tessera:cache:generation:club"));
    expect(await valueIn(store)).toBeUndefined();
  });

  it("does without a Redis that was killed, and comes back by itself", async () => {
    const connection = await connect();
    const store = new RedisStore(connection);
    await keep(store, "kept");
    await server.kill();
    expect(await store.find(address)).toBeNull();
    await store.forget("club");
    await server.restart();
    await until(() => connection.isUp);
    expect(await valueIn(store)).toBeUndefined();
    await keep(store, "new");
    expect(await valueIn(store)).toBe("new");
  });

  it("does not take its own busy thread for a Redis that is gone", async () => {
    const store = new RedisStore(await connect());
    await keep(store, "kept");
    const found = valueIn(store);
    const until = performance.now() + 1_300;
    while (performance.now() < until);
    expect(await found).toBe("kept");
  });

  it("gives a Redis that hangs up after a second, and forgets what it kept when it is back", async () => {
    const connection = await connect();
    const store = new RedisStore(connection);
    await keep(store, "old");
    server.pause();
    try {
      expect(await store.find(address)).toBeNull();
      // Nobody waits for it any more, and what changes now does not reach it.
      expect(await store.find(address)).toBeNull();
      await store.forget("club");
    } finally {
      server.resume();
    }
    await until(() => connection.isUp);
    expect(await valueIn(store)).toBeUndefined();
  });
});
