import { createHmac } from "node:crypto";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { POST as postResult } from "@/app/api/v1/partner-orders/[id]/result/route";
import { systemClock } from "@/lib/core/clock";
import { newId, toTypeId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { readRedemption } from "@/lib/redemptions";
import { cancelRedemption, redeem } from ".";
import { sendOrders } from "./send-orders";
import { BERLIN, findingsOf, makeReward, makeShopper, minutesLater, pointsOf, wish } from "./testing";

type Received = { headers: IncomingHttpHeaders; body: string };
const SECRET = Buffer.from("a secret of thirty-two bytes, yes");

let received: Received[] = [];
let answer: { status: number; body: string };
let server: Server;
let orderUrl: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on("end", () => {
      received.push({ headers: request.headers, body });
      response.writeHead(answer.status, { "content-type": "application/json" });
      response.end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  orderUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/orders`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  received = [];
  answer = { status: 204, body: "" };
});

/** A member who has ordered what a partner's system fulfils; orders of other tests are out of the way. */
async function order() {
  await db().partnerOrder.updateMany({ data: { state: "withdrawn", nextAttemptAt: null } });
  const shopper = await makeShopper();
  const { programId } = shopper.program;
  const partnerId = newId();
  await db().rewardPartner.create({
    data: { programId, partnerId, orderUrl, secret: new Uint8Array(SECRET), createdAt: new Date() },
  });
  const kind = { kind: "physical", fulfilment: "partner_api", partnerId, costMinor: 900n } as const;
  const rewardId = await makeReward(shopper.program, { ...kind, stock: 3, holdMinutes: 6_000 });
  const asked = wish(rewardId, { delivery: BERLIN });
  const { redemptionId } = await redeem(shopper.asMember, shopper.memberId, asked);
  return { ...shopper, partnerId, redemptionId };
}
type Ordered = Awaited<ReturnType<typeof order>>;

function sign(id: string, at: Date, body: string, secret = SECRET): Record<string, string> {
  const timestamp = Math.floor(at.getTime() / 1_000).toString();
  const digest = createHmac("sha256", secret).update(`${id}.${timestamp}.${body}`).digest("base64");
  return {
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    // As after a change of secrets, when both sign.
    "webhook-signature": `v1,bm90IHRoaXMgb25l v1,${digest}`,
  };
}

/** The partner's system answers by its webhook. */
async function say({ program, redemptionId }: Ordered, result: object, id = newId(), headers?: object) {
  const body = JSON.stringify(result);
  const red = toTypeId("red", redemptionId);
  const address = `http://localhost/api/v1/partner-orders/${red}/result?program=${toTypeId("prog", program.programId)}`;
  const request = new Request(address, {
    method: "POST",
    body,
    headers: { ...sign(id, systemClock.now(), body), ...headers },
  });
  const response = await postResult(request, { params: Promise.resolve({ id: red }) });
  return { status: response.status, body: await response.json() };
}

const stateOf = async ({ ctx, redemptionId }: Ordered) => {
  const { state, steps } = await readRedemption(ctx, redemptionId);
  return { state, steps: steps.map(({ what }) => what) };
};

describe("an order to a partner’s system", () => {
  it("is sent once, signed with the partner's secret, with what is needed and nothing else of the member", async () => {
    const ordered = await order();
    expect(await sendOrders(minutesLater(0), true)).toBe(1);
    expect(await sendOrders(minutesLater(0), true)).toBe(0);
    const [call] = received;
    const { headers, body } = call ?? { headers: {}, body: "" };
    const red = toTypeId("red", ordered.redemptionId);
    expect(headers["webhook-id"]).toBe(`${red}.placed`);
    const expected = createHmac("sha256", SECRET)
      .update(`${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`)
      .digest("base64");
    expect(headers["webhook-signature"]).toBe(`v1,${expected}`);
    expect(JSON.parse(body)).toMatchObject({
      type: "order.placed",
      data: {
        id: red,
        quantity: 1,
        costMinor: 900,
        delivery: { city: "Berlin" },
        resultUrl: expect.stringContaining(`/api/v1/partner-orders/${red}/result?program=prog_`),
      },
    });
    expect(body).not.toContain(toTypeId("mem", ordered.memberId));
    expect((await stateOf(ordered)).steps).toEqual(["requested", "reserved", "sent_to_partner"]);
  });

  it("may be answered at once", async () => {
    const ordered = await order();
    answer = { status: 200, body: JSON.stringify({ status: "accepted", partnerReference: "B-77" }) };
    await sendOrders(minutesLater(0), true);
    const dto = await readRedemption(ordered.ctx, ordered.redemptionId);
    expect(dto).toMatchObject({ state: "reserved", partnerReference: "B-77" });
    expect(dto.steps.at(-1)).toMatchObject({ what: "accepted", by: "partner" });
    await expect(cancelRedemption(ordered.asMember, ordered.redemptionId)).rejects.toMatchObject({
      code: "redemption_accepted",
    });
  });

  it("is tried again while the partner does not take it, and given up after twelve times", async () => {
    const ordered = await order();
    answer = { status: 503, body: "" };
    let minutes = 0;
    for (let attempt = 1; attempt <= 12; attempt += 1) {
      expect(await sendOrders(minutesLater(minutes), true)).toBe(1);
      const { nextAttemptAt } = await db().partnerOrder.findFirstOrThrow({
        where: { redemptionId: ordered.redemptionId },
      });
      if (nextAttemptAt !== null)
        minutes += (nextAttemptAt.getTime() - minutesLater(minutes).now().getTime()) / 60_000;
    }
    const kept = await db().partnerOrder.findFirstOrThrow({ where: { redemptionId: ordered.redemptionId } });
    expect(kept).toMatchObject({ state: "failed", attempts: 12, lastStatus: 503 });
    expect(minutes).toBeLessThanOrEqual(24 * 60 + 30);
    // The redemption waits for somebody until its own time is up.
    expect((await stateOf(ordered)).state).toBe("reserved");
  });

  it("is followed by word of its end where the partner knows of it, and not sent where it does not", async () => {
    const known = await order();
    await sendOrders(minutesLater(0), true);
    await cancelRedemption(known.asMember, known.redemptionId);
    await sendOrders(minutesLater(1), true);
    expect(received.map(({ body }) => JSON.parse(body).type)).toEqual(["order.placed", "order.cancelled"]);
    const unknown = await order();
    await cancelRedemption(unknown.asMember, unknown.redemptionId);
    expect(await sendOrders(minutesLater(1), true)).toBe(0);
  });
});

describe("a partner's answer", () => {
  it("moves the order on, each once, up to its code", async () => {
    const ordered = await order();
    expect(await say(ordered, { status: "accepted" })).toMatchObject({
      status: 200,
      body: { state: "reserved" },
    });
    const tracking = { carrier: "DHL", number: "1Z" };
    await say(ordered, { status: "shipped", tracking });
    const id = newId();
    const done = { status: "fulfilled", code: "GIFT-1", partnerReference: "B-1" };
    const answers = await Promise.all([1, 2, 3].map(() => say(ordered, done, id)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(answers[0]?.body).toMatchObject({ state: "fulfilled", partnerReference: "B-1" });
    expect((await stateOf(ordered)).steps).toEqual([
      "requested",
      "reserved",
      "accepted",
      "shipped",
      "fulfilled",
    ]);
    expect(await pointsOf(ordered.program, ordered.memberId)).toEqual({
      available: 400,
      held: 0,
      spent: 100,
    });
    expect(await say(ordered, { status: "accepted" }, id)).toMatchObject({
      status: 409,
      body: { code: "answer_id_reused" },
    });
    expect(await say(ordered, done)).toMatchObject({ status: 409, body: { code: "redemption_fulfilled" } });
    expect(await findingsOf(ordered.program)).toEqual([]);
  });

  it("may be that it failed, and the points go back", async () => {
    const ordered = await order();
    const failed = { status: "failed", reason: "Sold out at the roastery" };
    expect(await say(ordered, failed)).toMatchObject({ status: 200, body: { state: "failed" } });
    expect(await pointsOf(ordered.program, ordered.memberId)).toMatchObject({ available: 500, held: 0 });
  });

  it("is taken from nobody else, not late, and only if it can be read", async () => {
    const ordered = await order();
    const accepted = { status: "accepted" };
    const body = JSON.stringify(accepted);
    const id = newId();
    const refused = { status: 401, body: { code: "unauthenticated" } };
    const foreign = sign(id, systemClock.now(), body, Buffer.from("another secret"));
    expect(await say(ordered, accepted, id, foreign)).toMatchObject(refused);
    const old = sign(id, new Date(Date.now() - 6 * 60_000), body);
    expect(await say(ordered, accepted, id, old)).toMatchObject(refused);
    expect(await say(ordered, accepted, id, { "webhook-id": newId() })).toMatchObject(refused);
    expect(await say({ ...ordered, redemptionId: newId() }, accepted)).toMatchObject(refused);
    expect(await say(ordered, { status: "lost" })).toMatchObject({ status: 422 });
    expect((await stateOf(ordered)).steps).toEqual(["requested", "reserved"]);
  });
});
