import { beforeEach, describe, expect, it } from "vitest";
import { POST as ask } from "@/app/api/v1/members/[id]/redemptions/route";
import { GET as verifyVoucher } from "@/app/api/v1/vouchers/[code]/route";
import { POST as takeVoucher, DELETE as undoUse } from "@/app/api/v1/vouchers/[code]/use/route";
import { createApiKey } from "@/lib/api-keys";
import { toTypeId } from "@/lib/core/ids";
import { BERLIN, makeParcel, makePoolReward, makeReward, makeShopper } from "@/lib/flows/redeem/testing";
import { ctxFor } from "@/lib/testing/fixtures";
import { POST as accept } from "./[id]/accept/route";
import { POST as cancel } from "./[id]/cancel/route";
import { POST as fail } from "./[id]/fail/route";
import { POST as fulfil } from "./[id]/fulfil/route";
import { POST as pay, GET as readPayment } from "./[id]/payment/route";
import { GET as preview } from "./[id]/preview/route";
import { POST as reverse } from "./[id]/reverse/route";
import { GET as read } from "./[id]/route";
import { POST as ship } from "./[id]/ship/route";
import { GET as list } from "./route";

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

async function makeClub() {
  const shopper = await makeShopper({ sandbox: true });
  const { text } = await createApiKey(ctxFor(shopper.program, { role: "owner" }), {
    name: "Shop",
    scopes: ["redemptions:read", "redemptions:write", "vouchers:use"],
  });
  /** Calls a route as a shop does. */
  const call = async (
    handler: Handler,
    params: Record<string, string>,
    {
      body,
      method = body === undefined ? "GET" : "POST",
      query = "",
      key,
    }: { body?: object; method?: string; query?: string; key?: string } = {},
  ) => {
    const request = new Request(`http://localhost:3000/api/v1/anything${query}`, {
      method,
      headers: {
        authorization: `Bearer ${text}`,
        "content-type": "application/json",
        ...(key !== undefined && { "idempotency-key": key }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const response = await handler(request, { params: Promise.resolve(params) });
    return { status: response.status, body: await response.json() };
  };
  const member = { id: toTypeId("mem", shopper.memberId) };
  const redeem = async (rewardId: string, more: object = {}, key?: string) =>
    call(ask, member, {
      body: { rewardId: toTypeId("rwd", rewardId), channel: "api", ...more },
      ...(key !== undefined && { key }),
    });
  return { ...shopper, call, redeem, member };
}

let club: Awaited<ReturnType<typeof makeClub>>;
beforeEach(async () => {
  club = await makeClub();
});

describe("redemptions by API", () => {
  it("are asked for once by key, read with their course, and listed", async () => {
    const { program, call, redeem, member } = club;
    const rewardId = await makeReward(program);
    const asked = await redeem(rewardId, { reference: "app-1" }, "key-1");
    expect(asked).toMatchObject({
      status: 201,
      body: {
        id: expect.stringMatching(/^red_/),
        memberId: member.id,
        state: "fulfilled",
        points: 100,
        activityId: expect.stringMatching(/^act_/),
        voucherId: expect.stringMatching(/^vou_/),
        reward: { name: "Free coffee", kind: "generated_voucher" },
        payment: null,
      },
    });
    expect((await redeem(rewardId, { reference: "app-1" }, "key-1")).body.id).toBe(asked.body.id);
    const { id } = asked.body;
    expect(await call(read, { id })).toMatchObject({
      status: 200,
      body: {
        id,
        steps: [{ what: "requested", by: "program" }, { what: "reserved" }, { what: "fulfilled" }],
      },
    });
    expect((await call(list, {}, { query: "?state=fulfilled&text=app-1" })).body).toMatchObject({
      items: [{ id }],
      nextCursor: null,
    });
    expect(await call(reverse, { id }, { body: { reason: "Wrong" } })).toMatchObject({ status: 403 });
  });

  it("say in figures why they are refused", async () => {
    const { program, redeem } = club;
    const rewardId = await makeReward(program, { points: 900 });
    expect(await redeem(rewardId)).toMatchObject({
      status: 409,
      body: { code: "insufficient_points", available: 500, missing: 400 },
    });
    const shown = { priceShown: { points: 800 } };
    expect(await redeem(rewardId, shown)).toMatchObject({
      status: 409,
      body: { code: "price_changed", points: 900 },
    });
  });

  it("are carried out step by step, failed or called off", async () => {
    const { program, call, redeem } = club;
    const rewardId = await makeParcel(program);
    const order = async () => (await redeem(rewardId, { delivery: BERLIN })).body.id as string;
    const id = await order();
    expect(await call(preview, { id }, { query: "?command=cancel" })).toMatchObject({
      status: 200,
      body: { points: 100, availableAfter: 500, isCounted: true },
    });
    expect(await call(accept, { id }, { body: {} })).toMatchObject({ status: 200 });
    const tracking = { carrier: "DHL", url: "https://parcels.example/1" };
    expect(await call(ship, { id }, { body: { tracking } })).toMatchObject({ status: 200 });
    expect(await call(fulfil, { id }, { body: {} })).toMatchObject({
      status: 200,
      body: { state: "fulfilled" },
    });
    expect(await call(cancel, { id }, { body: {} })).toMatchObject({
      status: 409,
      body: { code: "redemption_fulfilled" },
    });
    expect(await call(fail, { id: await order() }, { body: { reason: "Broken" } })).toMatchObject({
      body: { state: "failed", closingNote: "Broken" },
    });
    expect(await call(cancel, { id: await order() }, { body: {} })).toMatchObject({
      body: { state: "cancelled" },
    });
  });

  it("are paid on the provider's page", async () => {
    const { program, call, redeem } = club;
    const rewardId = await makeReward(program, { amountMinor: 500 });
    const { body } = await redeem(rewardId);
    expect(body).toMatchObject({ state: "requested", payment: { state: "pending", amountMinor: 500 } });
    const { id } = body;
    const started = await call(pay, { id }, { body: { returnUrl: "https://shop.example/back" } });
    expect(started).toMatchObject({ status: 200, body: { url: expect.stringContaining("/pay/pay_") } });
    expect(await call(readPayment, { id })).toMatchObject({ status: 200, body: { state: "pending" } });
  });
});

describe("vouchers of redemptions at the counter", () => {
  it("are looked at, taken in their stores only, once, and a mistake is taken back", async () => {
    const { program, call, redeem } = club;
    const { rewardId } = await makePoolReward(program, ["Kino-ab 12"], { stores: ["mitte", "nord"] });
    await redeem(rewardId);
    const code = { code: "kino AB12" };
    const look = async (query: string) => (await call(verifyVoucher, code, { query })).body.verdict;
    expect([await look(""), await look("?store=mitte"), await look("?store=west")]).toEqual([
      "valid",
      "valid",
      "wrong_store",
    ]);
    for (const body of [{}, { store: "west" }]) {
      expect(await call(takeVoucher, code, { body })).toMatchObject({
        status: 409,
        body: { code: "voucher_wrong_store", stores: "mitte, nord" },
      });
    }
    const tries = await Promise.all(
      [1, 2, 3, 4].map(() => call(takeVoucher, code, { body: { store: "mitte" } })),
    );
    expect(tries.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expect(await call(verifyVoucher, code)).toMatchObject({
      body: { verdict: "used", voucher: { code: "Kino-ab 12", usedIn: "mitte" } },
    });
    expect(await call(undoUse, code, { method: "DELETE" })).toMatchObject({
      status: 200,
      body: { state: "issued", usedIn: null },
    });
    expect(await call(takeVoucher, code, { body: { store: "nord" } })).toMatchObject({ status: 200 });
    expect(await call(verifyVoucher, { code: "nothing" })).toMatchObject({ status: 404 });
  });
});
