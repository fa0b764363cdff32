import { createHmac } from "node:crypto";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newId, toTypeId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { ctxFor, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { deliverCalls, MAX_ATTEMPTS, outcomeOf } from "./deliver-calls";
import { listCalls, readSecret } from "./queries";
import { retryCall } from "./retry-call";
import { rotateSecret } from "./rotate-secret";
import { sendCall } from "./send-call";

const START = Date.parse("2026-11-22T09:00:00Z");
let now = START;
const clock = { now: () => new Date(now) };

type Received = { path: string; headers: IncomingHttpHeaders; body: string };
let received: Received[] = [];
let server: Server;
let base: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on("end", () => {
      const path = request.url ?? "";
      received.push({ path, headers: request.headers, body });
      if (path === "/silent") return;
      if (path === "/moved") response.writeHead(302, { location: `${base}/ok` });
      else response.writeHead(path === "/broken" ? 500 : 204);
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  received = [];
  now = START;
});

async function call(program: TestProgram, path: string): Promise<string> {
  const callId = newId();
  await db().webhookCall.create({
    data: {
      programId: program.programId,
      callId,
      campaignId: newId(),
      memberId: newId(),
      url: `${base}${path}`,
      topic: "thanks",
      body: `{"type":"thanks"}`,
      createdAt: clock.now(),
      nextAttemptAt: clock.now(),
    },
  });
  return callId;
}
const stateOf = ({ programId }: TestProgram) => db().webhookCall.findFirstOrThrow({ where: { programId } });

function isSignedWith(secret: string, { headers, body }: Received): boolean {
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const content = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  const expected = `v1,${createHmac("sha256", key).update(content).digest("base64")}`;
  return String(headers["webhook-signature"]).split(" ").includes(expected);
}

describe("webhook calls", () => {
  it("are made once, signed, and noted as delivered", async () => {
    const program = await makeProgram();
    const callId = await call(program, "/ok");
    expect(await deliverCalls(clock, true)).toBe(1);
    expect(await deliverCalls(clock, true)).toBe(0);
    expect(received).toHaveLength(1);
    const [got] = received;
    if (got === undefined) throw new Error("nothing was received");
    expect(got.headers["webhook-id"]).toBe(toTypeId("call", callId));
    expect(isSignedWith((await readSecret(program.ctx)).secret, got)).toBe(true);
    expect(await stateOf(program)).toMatchObject({ state: "delivered", attempts: 1, lastStatus: 204 });
  });

  it("are made by one of several workers", async () => {
    const program = await makeProgram();
    for (let made = 0; made < 15; made += 1) await call(program, "/ok");
    await Promise.all(Array.from({ length: 4 }, () => deliverCalls(clock, true)));
    expect(new Set(received.map(({ headers }) => headers["webhook-id"])).size).toBe(15);
    expect(received).toHaveLength(15);
  });

  it("are tried twelve times in a day, then given up, and made again on request", async () => {
    const program = await makeProgram();
    const callId = await call(program, "/broken");
    let attempts = 0;
    for (; (await stateOf(program)).state === "waiting"; attempts += 1) {
      now = (await stateOf(program)).nextAttemptAt?.getTime() ?? now;
      expect(await deliverCalls(clock, true)).toBe(1);
    }
    expect(attempts).toBe(MAX_ATTEMPTS);
    expect(attempts).toBe(12);
    expect(now - START).toBe(24 * 60 * 60_000);
    expect(await stateOf(program)).toMatchObject({ state: "failed", lastStatus: 500 });
    const owner = ctxFor(program, { role: "owner", clock });
    await retryCall(owner, callId);
    await expect(retryCall(owner, callId)).rejects.toMatchObject({ code: "call_not_failed" });
    expect((await listCalls(owner, { state: "waiting", limit: 5 })).items).toMatchObject([
      { callId, attempts: 0, lastError: "It answered 500." },
    ]);
    const marketer = ctxFor(program, { role: "marketer", clock });
    await expect(listCalls(marketer, { limit: 5 })).rejects.toMatchObject({ code: "forbidden" });
    await expect(retryCall(marketer, callId)).rejects.toMatchObject({ code: "forbidden" });
    await db().webhookCall.updateMany({
      where: { programId: program.programId },
      data: { state: "withdrawn", nextAttemptAt: null, closedAt: clock.now() },
    });
  });

  it("are due again when whoever took them died", async () => {
    const program = await makeProgram();
    await call(program, "/ok");
    await db().webhookCall.updateMany({
      where: { programId: program.programId },
      data: { attempts: 1, nextAttemptAt: new Date(START + 60_000) },
    });
    expect(await deliverCalls(clock, true)).toBe(0);
    now = START + 60_000;
    expect(await deliverCalls(clock, true)).toBe(1);
  });

  it("are signed with both secrets for a day after a change", async () => {
    const program = await makeProgram();
    const owner = ctxFor(program, { role: "owner", clock });
    const { secret: before } = await readSecret(owner);
    const { secret: after, previousUntil } = await rotateSecret(owner);
    expect(before).not.toBe(after);
    expect(previousUntil).toBe("2026-11-23T09:00:00.000Z");
    await call(program, "/ok");
    await deliverCalls(clock, true);
    now = START + 24 * 60 * 60_000;
    await call(program, "/ok");
    await deliverCalls(clock, true);
    const signed = received.map((got) => [isSignedWith(before, got), isSignedWith(after, got)]);
    expect(signed).toEqual([
      [true, true],
      [false, true],
    ]);
  });
});

describe("sendCall", () => {
  const send = (url: string, allowPrivate: boolean, timeoutMs = 10_000) =>
    sendCall({ url, headers: {}, body: "{}", allowPrivate, timeoutMs });

  it("follows no redirect and waits no longer than it may", async () => {
    expect(await send(`${base}/moved`, true)).toMatchObject({ status: 302, error: expect.any(String) });
    expect(received.map(({ path }) => path)).toEqual(["/moved"]);
    expect(await send(`${base}/silent`, true, 100)).toEqual({
      status: null,
      error: "It did not answer within 0.1 seconds.",
    });
  });

  it("does not reach into private networks, by address or by name", async () => {
    const { port } = server.address() as AddressInfo;
    for (const url of [
      `https://127.0.0.1:${port}/ok`,
      `https://localhost:${port}/ok`,
      `https://[::1]:${port}/ok`,
      `https://[::ffff:127.0.0.1]:${port}/ok`,
      `https://2130706433:${port}/ok`,
      "https://169.254.169.254/latest/meta-data",
    ]) {
      expect(await send(url, false), url).toEqual({
        status: null,
        error: "The address leads into a private network.",
      });
    }
    expect(await send(`${base}/ok`, false)).toMatchObject({ error: expect.stringContaining("https") });
    expect(received).toEqual([]);
  });
});

it("gives up only after the last attempt", () => {
  const failed = { status: 500, error: "It answered 500." };
  expect(outcomeOf({ attempts: 11 }, failed, clock.now()).state).toBe("waiting");
  expect(outcomeOf({ attempts: 12 }, failed, clock.now()).state).toBe("failed");
});
