import { createECDH, createPublicKey, randomBytes, verify } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import * as ece from "http_ece";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import webPush from "web-push";
import type { MemberCtx } from "@/lib/auth/context";
import { resolveActor } from "@/lib/auth/resolve";
import { sendMessage } from "@/lib/benefits";
import { type Clock, systemClock } from "@/lib/core/clock";
import { db, withTx } from "@/lib/db";
import { ctxFor, makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { givePoints } from "@/lib/testing/give-points";
import { memberCookie } from "@/lib/testing/people";
import { choosePushes, readPushChoices } from "./choose-pushes";
import { deliverPushes } from "./deliver-pushes";
import { queueExpiringPoints, queuePushes } from "./queue-pushes";
import { subscribe } from "./subscribe";
import { unsubscribe } from "./unsubscribe";

vi.stubEnv("WEBHOOKS_ALLOW_PRIVATE", "true");
const ORIGIN = "http://localhost:3000";
const { publicKey, privateKey } = webPush.generateVAPIDKeys();
const KEYS = { publicKey, privateKey, subject: "mailto:ops@example.com" };

type Received = { path: string; headers: Record<string, unknown>; body: Buffer };

/** A push service on this machine: it keeps what it gets and answers as it is told. */
let server: Server;
let address = "";
let status = 201;
const received: Received[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on("data", (piece: Buffer) => pieces.push(piece));
    request.on("end", () => {
      received.push({ path: request.url ?? "", headers: request.headers, body: Buffer.concat(pieces) });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((fulfil) => {
    server.listen(0, "127.0.0.1", fulfil);
  });
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

/** A browser that has subscribed: its keys, and what it can read with them. */
class Browser {
  readonly #keys = createECDH("prime256v1");
  readonly #auth = randomBytes(16);
  readonly path = `/${randomBytes(6).toString("hex")}`;
  readonly #public = this.#keys.generateKeys("base64url");

  get subscription() {
    return {
      endpoint: `${address}${this.path}`,
      keys: { p256dh: this.#public, auth: this.#auth.toString("base64url") },
    };
  }

  /** What has come for it, deciphered. */
  get messages(): { title: string; body: string; url: string; lang: string; dir: string }[] {
    return received
      .filter(({ path }) => path === this.path)
      .map(({ body }) =>
        JSON.parse(
          ece
            .decrypt(body, {
              version: "aes128gcm",
              privateKey: this.#keys,
              authSecret: this.#auth.toString("base64url"),
            })
            .toString(),
        ),
      );
  }
}

async function makeSubscriber(locale: string | null = null, clock: Clock = systemClock) {
  const program = await makeProgram({}, clock);
  const { memberId } = await makeMember(program.ctx);
  await db().member.updateMany({ where: { memberId }, data: { locale } });
  const cookie = await memberCookie(program.programId, memberId);
  const { actor } = await resolveActor(new Request(ORIGIN, { headers: { cookie, origin: ORIGIN } }));
  if (actor.kind !== "member") throw new Error("a member's cookie is a member's");
  const own: MemberCtx = { ...ctxFor(program, { memberId, clock }), actor };
  const browser = new Browser();
  await subscribe(own, browser.subscription);
  return { program, memberId, own, browser };
}

/** Queues and sends as the worker does. */
async function push(clock: Clock = systemClock): Promise<void> {
  await queuePushes(clock);
  await deliverPushes(clock, KEYS, { allowPrivate: true });
}

const statesOf = async ({ programId }: TestProgram) =>
  (await db().push.findMany({ where: { programId }, orderBy: { createdAt: "asc" } })).map(
    ({ state }) => state,
  );

const message = (program: TestProgram, memberId: string, title: string) =>
  withTx({}, (tx) =>
    sendMessage(tx, program.programId, { memberId, title, body: "Come and get it.", sentAt: new Date() }),
  );

describe("a member who turned notifications on", () => {
  it("hears of points in their language, sealed for their browser and signed for its push service", async () => {
    const { program, memberId, browser } = await makeSubscriber("de-DE");
    await givePoints(program.ctx, memberId, 1_236);
    await push();
    expect(browser.messages).toMatchObject([
      {
        title: expect.stringContaining("+1.236"),
        body: expect.stringContaining("Du hast jetzt 1.236"),
        url: `/club/${program.slug}/activity`,
        lang: "de-DE",
        dir: "ltr",
      },
    ]);
    const { headers, body } = received.find(({ path }) => path === browser.path) ?? {
      headers: {},
      body: Buffer.alloc(0),
    };
    expect(body.toString("latin1")).not.toContain("1.236");
    expect(signerOf(String((headers as Record<string, unknown>).authorization))).toBe(KEYS.subject);
    // Looking again finds nothing new.
    await push();
    expect(browser.messages).toHaveLength(1);
    expect(await statesOf(program)).toEqual(["sent"]);
  });

  it("hears of their orders, and of offers only where they want to", async () => {
    const { program, memberId, own, browser } = await makeSubscriber("ar-EG");
    await message(program, memberId, "Your mug is ready");
    await push();
    expect(browser.messages).toMatchObject([{ title: "Your mug is ready", dir: "rtl" }]);
    expect(await choosePushes(own, { kind: "orders", wanted: false })).toEqual({
      points: true,
      expiring: true,
      orders: false,
      offers: false,
    });
    await message(program, memberId, "Another mug");
    await push();
    expect(browser.messages).toHaveLength(1);
    expect(await readPushChoices(program.programId, memberId)).toMatchObject({ orders: false });
  });

  it("hears of points that expire within a week, in the morning and once", async () => {
    const night = { now: () => new Date("2026-11-22T03:00:00Z") };
    const morning = { now: () => new Date("2026-11-22T08:30:00Z") };
    const { program, memberId, browser } = await makeSubscriber("en-GB", night);
    await givePoints(program.ctx, memberId, 40, { expiresOn: "2026-11-25" });
    await givePoints(program.ctx, memberId, 60, { expiresOn: "2027-01-31" });
    await choosePushes(
      { ...program.ctx, actor: { kind: "member", memberId } },
      { kind: "points", wanted: false },
    );
    for (const clock of [night, morning]) await queueExpiringPoints(clock);
    await deliverPushes(night, KEYS, { allowPrivate: true });
    expect(browser.messages).toEqual([]);
    await deliverPushes(morning, KEYS, { allowPrivate: true });
    expect(browser.messages).toMatchObject([
      { title: expect.stringContaining("40"), body: expect.stringContaining("25 November 2026") },
    ]);
    await queueExpiringPoints(morning);
    await deliverPushes(morning, KEYS, { allowPrivate: true });
    expect(browser.messages).toHaveLength(1);
  });

  it("is left in peace once they turn them off, or sign out", async () => {
    const { program, memberId, own, browser } = await makeSubscriber();
    await unsubscribe(own, { endpoint: browser.subscription.endpoint });
    await givePoints(program.ctx, memberId, 5);
    await subscribe(own, browser.subscription);
    await db().memberSession.deleteMany({ where: { memberId } });
    await push();
    expect(browser.messages).toEqual([]);
    expect(await db().pushSubscription.count({ where: { memberId } })).toBe(0);
  });

  it("shares a browser with nobody: it is whose who signed in last", async () => {
    const { program, memberId, browser } = await makeSubscriber();
    const { actor } = await resolveActor(
      new Request(ORIGIN, {
        headers: {
          cookie: await memberCookie(program.programId, (await makeMember(program.ctx)).memberId),
          origin: ORIGIN,
        },
      }),
    );
    if (actor.kind !== "member") throw new Error("a member's cookie is a member's");
    await subscribe({ ...ctxFor(program, { memberId: actor.memberId }), actor }, browser.subscription);
    expect(await db().pushSubscription.count({ where: { memberId } })).toBe(0);
  });
});

describe("a push service", () => {
  it("that says that a browser is gone is believed", async () => {
    const { program, memberId } = await makeSubscriber();
    await givePoints(program.ctx, memberId, 5);
    status = 410;
    await push();
    status = 201;
    expect(await db().pushSubscription.count({ where: { memberId } })).toBe(0);
    expect(await statesOf(program)).toEqual(["dropped"]);
  });

  it("that fails is tried again, later and later, and not for ever", async () => {
    const { program, memberId, browser } = await makeSubscriber();
    await givePoints(program.ctx, memberId, 5);
    status = 503;
    let now = Date.now();
    const clock = { now: () => new Date(now) };
    await queuePushes(clock);
    for (let attempt = 0; attempt < 6; attempt += 1) {
      await deliverPushes(clock, KEYS, { allowPrivate: true });
      now += 3_600_000;
    }
    status = 201;
    expect(received.filter(({ path }) => path === browser.path)).toHaveLength(6);
    expect(await statesOf(program)).toEqual(["failed"]);
  });

  it("that lies in a private network is not called", async () => {
    const { program, memberId, browser } = await makeSubscriber();
    await givePoints(program.ctx, memberId, 5);
    await queuePushes(systemClock);
    await deliverPushes(systemClock, KEYS);
    expect(browser.messages).toEqual([]);
    expect(await statesOf(program)).toEqual(["waiting"]);
  });
});

/** Whom a VAPID header is of, if its signature is right. */
function signerOf(header: string): string | null {
  const { token = "", key = "" } = /^vapid t=(?<token>[^,]+), k=(?<key>.+)$/.exec(header)?.groups ?? {};
  const [head = "", claims = "", signature = ""] = token.split(".");
  const point = Buffer.from(key, "base64url");
  const jwk = {
    kty: "EC",
    crv: "P-256",
    x: point.subarray(1, 33).toString("base64url"),
    y: point.subarray(33).toString("base64url"),
  };
  const isRight = verify(
    "sha256",
    Buffer.from(`${head}.${claims}`),
    { key: createPublicKey({ key: jwk, format: "jwk" }), dsaEncoding: "ieee-p1363" },
    Buffer.from(signature, "base64url"),
  );
  return isRight && key === KEYS.publicKey
    ? JSON.parse(Buffer.from(claims, "base64url").toString()).sub
    : null;
}
