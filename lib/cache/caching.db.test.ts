import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type ChannelListener, db, listen, withTx } from "@/lib/db";
import { makeProgram } from "@/lib/testing/fixtures";
import { findRedisServer, onRedis, startRedis, type TestRedis } from "@/lib/testing/redis-server";
import { until } from "@/lib/testing/until";
import { Cache } from "./cache";
import { Caching } from "./caching";
import { MemoryStore } from "./memory-store";
import { programChanged } from "./program-changed";
import { RedisConnection } from "./redis-connection";
import { forgetEverything, RedisStore } from "./redis-store";
import type { Store } from "./store";

/** An instance of the product, as far as its cache goes, that caches the names of programs. */
class Instance {
  readonly caching: Caching;
  readonly names: Cache<string>;
  /** Changes of programs that it has heard of. */
  heard = 0;
  loads = 0;

  constructor(store: Store, listenOn: typeof listen = listen) {
    this.caching = new Caching(store, (channel, listener) =>
      listenOn(channel, {
        ...listener,
        heard: (payload) => {
          listener.heard(payload);
          this.heard += 1;
        },
      }),
    );
    const options = { value: z.string(), ttlSeconds: 600, maxEntries: 10 };
    this.names = new Cache("names", options, () => this.caching);
  }

  async start(): Promise<this> {
    this.caching.start();
    await until(() => this.caching.isTrusted);
    return this;
  }

  name(programId: string, load: () => Promise<string> = () => nameOf(programId)): Promise<string> {
    return this.names.read(programId, "", async () => {
      this.loads += 1;
      return load();
    });
  }
}

async function nameOf(programId: string): Promise<string> {
  return (await db().program.findUniqueOrThrow({ where: { programId }, select: { name: true } })).name;
}

async function rename(programId: string, name: string): Promise<void> {
  await db().program.update({ where: { programId }, data: { name } });
}

/** A promise with its handle, to hold a loading back. */
function gate(): { opened: Promise<void>; open: () => void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((fulfil) => {
    open = fulfil;
  });
  return { opened, open };
}

/** What holds for a cache on whichever store, with the database's own notifications. */
function neverServesWhatWasReplaced(openStore: () => Promise<Store> | Store): void {
  const instances: Instance[] = [];
  const instance = async (listenOn?: typeof listen) => {
    const made = new Instance(await openStore(), listenOn);
    instances.push(made);
    return made.start();
  };
  afterEach(() => {
    for (const { caching } of instances.splice(0)) caching.stop();
  });

  it("reads once, and again after a change, on every instance", async () => {
    const { programId } = await makeProgram({ name: "Beans" });
    const [here, there] = [await instance(), await instance()];
    for (const one of [here, there]) {
      for (let times = 0; times < 3; times += 1) expect(await one.name(programId)).toBe("Beans");
    }
    const loads = here.loads + there.loads;
    expect(loads).toBeLessThanOrEqual(2);
    expect(here.caching.counts.hits + there.caching.counts.hits).toBe(6 - loads);
    await rename(programId, "Beans & Co");
    for (const one of [here, there]) {
      await until(() => one.heard > 0);
      expect(await one.name(programId)).toBe("Beans & Co");
    }
  });

  it("hears of changes of a point type, and of those made past the product", async () => {
    const { programId } = await makeProgram({ pointName: "beans" });
    const one = await instance();
    const pointName = async () =>
      (await db().pointType.findFirstOrThrow({ where: { programId }, select: { name: true } })).name;
    expect(await one.name(programId, pointName)).toBe("beans");
    await db().$executeRaw`UPDATE point_type SET name = 'stars' WHERE program_id = ${programId}::uuid`;
    await until(() => one.heard > 0);
    expect(await one.name(programId, pointName)).toBe("stars");
  });

  it("does not keep what it read before a change, however late it arrives", async () => {
    const { programId } = await makeProgram({ name: "Beans" });
    const one = await instance();
    const { opened, open } = gate();
    let hasRead: () => void = () => undefined;
    const read = new Promise<void>((fulfil) => {
      hasRead = fulfil;
    });
    const slow = one.name(programId, async () => {
      const name = await nameOf(programId);
      hasRead();
      await opened;
      return name;
    });
    await read;
    await rename(programId, "Beans & Co");
    await until(() => one.heard > 0);
    // Whoever asks now does not join those who asked before.
    expect(await one.name(programId)).toBe("Beans & Co");
    open();
    expect(await slow).toBe("Beans");
    expect(await one.name(programId)).toBe("Beans & Co");
  });

  it("loads a value once for all who ask at the same time", async () => {
    const { programId } = await makeProgram({ name: "Beans" });
    const one = await instance();
    const names = await Promise.all(Array.from({ length: 50 }, () => one.name(programId)));
    expect(new Set(names)).toEqual(new Set(["Beans"]));
    expect(one.loads).toBe(1);
  });

  it("passes a failure on to all who asked, and keeps nothing of it", async () => {
    const { programId } = await makeProgram({ name: "Beans" });
    const one = await instance();
    const failing = () => one.name(programId, () => Promise.reject(new Error("the database is away")));
    const outcomes = await Promise.allSettled([failing(), failing()]);
    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(one.loads).toBe(1);
    expect(await one.name(programId)).toBe("Beans");
  });

  it("lets whoever wrote read it at once, before the notification is there", async () => {
    const { programId } = await makeProgram({ name: "Beans" });
    const one = await instance(deaf);
    expect(await one.name(programId)).toBe("Beans");
    await asProcess(one.caching, () =>
      withTx({}, async (tx) => {
        await tx.program.update({ where: { programId }, data: { name: "Beans & Co" } });
        programChanged(tx, programId);
      }),
    );
    expect(await one.name(programId)).toBe("Beans & Co");
  });

  it("forgets nothing for a change that was rolled back", async () => {
    const { programId } = await makeProgram({ name: "Beans" });
    const one = await instance();
    await one.name(programId);
    const undone = asProcess(one.caching, () =>
      withTx({}, async (tx) => {
        await tx.program.update({ where: { programId }, data: { name: "Beans & Co" } });
        programChanged(tx, programId);
        throw new Error("changed my mind");
      }),
    );
    await expect(undone).rejects.toThrow("changed my mind");
    expect(await one.name(programId)).toBe("Beans");
    expect(one.loads).toBe(1);
  });

  it("keeps nothing while it cannot hear, and begins anew when it can", async () => {
    const { programId } = await makeProgram({ name: "Beans" });
    const line = cuttable();
    const one = await instance(line.listen);
    expect(await one.name(programId)).toBe("Beans");
    line.cut();
    await rename(programId, "Beans & Co");
    expect(await one.name(programId)).toBe("Beans & Co");
    await rename(programId, "Beans again");
    expect(await one.name(programId)).toBe("Beans again");
    expect(one.caching.counts.bypassed).toBe(2);
    line.mend();
    await until(() => one.caching.isTrusted);
    expect(await one.name(programId)).toBe("Beans again");
    expect(await one.name(programId)).toBe("Beans again");
    expect(one.loads).toBe(4);
  });
}

/** A line on which nothing is ever heard. */
function deaf(_channel: string, listener: ChannelListener): () => void {
  listener.connected?.();
  return () => undefined;
}

/** A line that can be cut and mended. */
function cuttable() {
  let listener: ChannelListener | undefined;
  return {
    listen: (_channel: string, given: ChannelListener) => {
      listener = given;
      given.connected?.();
      return () => undefined;
    },
    cut: () => listener?.lost?.(),
    mend: () => listener?.connected?.(),
  };
}

/** Does something in the name of the process whose caching this is. */
async function asProcess<T>(caching: Caching, work: () => Promise<T>): Promise<T> {
  const globals = globalThis as typeof globalThis & { tesseraCaching?: Caching };
  globals.tesseraCaching = caching;
  try {
    return await work();
  } finally {
    delete globals.tesseraCaching;
  }
}

describe("a cache in memory", () => {
  neverServesWhatWasReplaced(() => new MemoryStore());
});

describe.skipIf(findRedisServer() === null)(onRedis("a cache in Redis"), () => {
  let server: TestRedis;
  const connections: RedisConnection[] = [];
  const openStore = async () => {
    const connection = new RedisConnection(server.url, forgetEverything);
    connections.push(connection);
    await until(() => connection.isUp);
    return new RedisStore(connection);
  };
  beforeAll(async () => {
    server = await startRedis();
  });
  afterEach(() => {
    for (const connection of connections.splice(0)) connection.close();
  });
  afterAll(async () => {
    await server.kill();
  });

  neverServesWhatWasReplaced(openStore);

  it("answers on while Redis is killed in the middle of its work, and keeps again when it is back", async () => {
    const { programId } = await makeProgram({ name: "Beans" });
    const one = await new Instance(await openStore()).start();
    let isBusy = true;
    const readers = Array.from({ length: 8 }, async () => {
      while (isBusy) expect(await one.name(programId)).toBe("Beans");
    });
    await until(() => one.caching.counts.hits > 100);
    await server.kill();
    await until(() => one.caching.counts.bypassed > 100);
    await server.restart();
    const { hits } = one.caching.counts;
    await until(() => one.caching.counts.hits > hits + 100);
    isBusy = false;
    await Promise.all(readers);
    one.caching.stop();
  });

  it("takes nothing from Redis that is not what it expects", async () => {
    const { programId } = await makeProgram({ name: "Beans" });
    const one = await new Instance(await openStore()).start();
    const other = new Cache(
      "names",
      { value: z.number(), ttlSeconds: 600, maxEntries: 10 },
      () => one.caching,
    );
    await other.read(programId, "", async () => 7);
    expect(await one.name(programId)).toBe("Beans");
    one.caching.stop();
  });
});

describe("the listening connection", () => {
  it("is missed while it is broken, and comes back by itself", async () => {
    const { programId } = await makeProgram({ name: "Beans" });
    const one = await new Instance(new MemoryStore()).start();
    expect(await one.name(programId)).toBe("Beans");
    await db().$queryRaw`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'tessera listener'`;
    await until(() => !one.caching.isTrusted);
    await rename(programId, "Beans & Co");
    expect(await one.name(programId)).toBe("Beans & Co");
    await until(() => one.caching.isTrusted);
    expect(await one.name(programId)).toBe("Beans & Co");
    await rename(programId, "Beans again");
    await until(() => one.heard > 0);
    expect(await one.name(programId)).toBe("Beans again");
    one.caching.stop();
  });
});
