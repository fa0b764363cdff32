import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { JOIN_ATTEMPTS } from "@/lib/auth/sign-in-limits";
import { db } from "@/lib/db";
import { makeProgram } from "@/lib/testing/fixtures";
import { type Instance, startInstance } from "@/lib/testing/instance";
import { findRedisServer, onRedis, startRedis, type TestRedis } from "@/lib/testing/redis-server";
import { until } from "@/lib/testing/until";

const CHANGES = 50;

const started: Instance[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((instance) => instance.stop()));
});

async function start(environment: Record<string, string> = {}): Promise<Instance> {
  const instance = startInstance(environment);
  started.push(instance);
  await until(async () => (await instance.report()).keeping);
  return instance;
}

/** Changes a program here, again and again: each of the processes that keep it sees the change and never goes back. */
async function followEveryChange(instances: readonly Instance[]): Promise<void> {
  const { programId } = await makeProgram();
  const namesNow = () => Promise.all(instances.map((instance) => instance.name(programId)));
  for (let number = 1; number <= CHANGES; number += 1) {
    const name = `Club ${number}`;
    await db().program.update({ where: { programId }, data: { name } });
    await until(async () => (await namesNow()).every((seen) => seen === name));
    for (let again = 0; again < 5; again += 1) {
      expect(await namesNow()).toEqual(instances.map(() => name));
    }
  }
  // It was kept, not read anew each time.
  for (const instance of instances) expect((await instance.report()).hits).toBeGreaterThan(CHANGES);
}

describe("instances with a cache each", () => {
  it("all follow every change of a program, and none goes back", async () => {
    const instances = await Promise.all([start(), start()]);
    expect((await instances[0]?.report())?.store).toBe("memory");
    await followEveryChange(instances);
  });
});

describe.skipIf(findRedisServer() === null)(onRedis("instances that share a Redis"), () => {
  let server: TestRedis;
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(async () => {
    await server.kill();
  });

  it("all follow every change of a program, and none goes back", async () => {
    const instances = await Promise.all([start({ REDIS_URL: server.url }), start({ REDIS_URL: server.url })]);
    expect((await instances[0]?.report())?.store).toBe("redis");
    await followEveryChange(instances);
  });

  it("count attempts together", async () => {
    const [here, there] = await Promise.all([
      start({ REDIS_URL: server.url }),
      start({ REDIS_URL: server.url }),
    ]);
    const outcomes: boolean[] = [];
    for (let attempt = 0; attempt <= JOIN_ATTEMPTS.address; attempt += 1) {
      outcomes.push(await (attempt % 2 === 0 ? here : there).mayJoin("192.0.2.1"));
    }
    expect(outcomes).toEqual([...Array<boolean>(JOIN_ATTEMPTS.address).fill(true), false]);
    expect(await db().rateLimiterFlexible.count()).toBe(0);
  });
});
