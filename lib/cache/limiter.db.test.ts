import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { findRedisServer, onRedis, startRedis, type TestRedis } from "@/lib/testing/redis-server";
import { until } from "@/lib/testing/until";
import { sharedLimiter } from "./limiter";
import { RedisConnection } from "./redis-connection";
import { forgetEverything } from "./redis-store";

const rule = { keyPrefix: "test", points: 3, duration: 60 };
const own = () => new RateLimiterMemory(rule);

it("leaves the counting to the instance where there is no Redis", () => {
  const otherwise = own();
  expect(sharedLimiter(rule, otherwise, () => null)).toBe(otherwise);
});

describe.skipIf(findRedisServer() === null)(onRedis("a limit over instances"), () => {
  let server: TestRedis;
  const connections: RedisConnection[] = [];

  async function limiter() {
    const connection = new RedisConnection(server.url, forgetEverything);
    connections.push(connection);
    await until(() => connection.isUp);
    return sharedLimiter(rule, own(), () => connection);
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

  it("counts what all of them take together", async () => {
    const [here, there] = [await limiter(), await limiter()];
    await here.consume("ann");
    await there.consume("ann");
    expect((await here.consume("ann")).remainingPoints).toBe(0);
    await expect(there.consume("ann")).rejects.toBeInstanceOf(RateLimiterRes);
    expect((await there.consume("ben")).remainingPoints).toBe(2);
  });

  it("gives back and clears", async () => {
    const one = await limiter();
    await one.consume("carl");
    await one.reward("carl");
    expect((await one.consume("carl")).remainingPoints).toBe(2);
    await one.delete("carl");
    expect((await one.consume("carl")).remainingPoints).toBe(2);
  });

  it("counts in the instance while Redis is gone, and in Redis when it is back", async () => {
    const one = await limiter();
    await one.consume("dora");
    await server.kill();
    expect((await one.consume("dora")).remainingPoints).toBe(2);
    await one.consume("dora");
    await one.consume("dora");
    await expect(one.consume("dora")).rejects.toBeInstanceOf(RateLimiterRes);
    await server.restart();
    await until(() => connections.every(({ isUp }) => isUp));
    expect((await one.consume("dora")).remainingPoints).toBe(2);
  });
});
