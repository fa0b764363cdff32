import { beforeEach, describe, expect, it } from "vitest";
import { GET as previewReversal, POST as reverse } from "@/app/api/v1/activity/[id]/reversal/route";
import { POST as capture } from "@/app/api/v1/holds/[id]/capture/route";
import { POST as release } from "@/app/api/v1/holds/[id]/release/route";
import { GET as readHold } from "@/app/api/v1/holds/[id]/route";
import { GET as listHolds, POST as placeHold } from "@/app/api/v1/members/[id]/holds/route";
import { POST as spend } from "@/app/api/v1/members/[id]/spends/route";
import { POST as previewReturn } from "@/app/api/v1/returns/preview/route";
import { createApiKey, type NewApiKey } from "@/lib/api-keys";
import { toTypeId } from "@/lib/core/ids";
import { makeMember, makeProgram } from "@/lib/testing/fixtures";
import { givePoints } from "@/lib/testing/give-points";
import { makeUser, userCtx } from "@/lib/testing/people";

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

async function makeClub(
  scopes: NewApiKey["scopes"] = ["points:spend", "points:reverse", "wallet:read", "events:write"],
) {
  const program = await makeProgram();
  const owner = await makeUser({ organizationId: program.organizationId });
  const key = await createApiKey(userCtx(program, owner, "owner"), { name: "Till", scopes });
  const { memberId, cardNumber } = await makeMember(program.ctx);
  await givePoints(program.ctx, memberId, 100);
  /** Calls a route as a partner does. */
  const call = async (handler: Handler, id: string, body?: object, headers: Record<string, string> = {}) => {
    const request = new Request("http://localhost:3000/api/v1/anything", {
      method: body === undefined ? "GET" : "POST",
      headers: { authorization: `Bearer ${key.text}`, "content-type": "application/json", ...headers },
      ...(body && { body: JSON.stringify(body) }),
    });
    const response = await handler(request, { params: Promise.resolve({ id }) });
    return { status: response.status, body: await response.json() };
  };
  return { call, id: toTypeId("mem", memberId), cardNumber };
}

let club: Awaited<ReturnType<typeof makeClub>>;
beforeEach(async () => {
  club = await makeClub();
});

describe("spending by API", () => {
  it("answers with the line in the activity, which can be reversed", async () => {
    const { call, id } = club;
    const spent = await call(spend, id, { points: 60, reason: "Grinder", reference: "order-7" });
    expect(spent).toMatchObject({
      status: 201,
      body: {
        activityId: expect.stringMatching(/^act_/),
        memberId: id,
        points: 60,
        available: 40,
        reference: "order-7",
        lots: [{ expiresOn: null, points: 60 }],
      },
    });
    const entry = spent.body.activityId;
    expect(await call(previewReversal, entry)).toMatchObject({
      status: 200,
      body: { entryId: entry, memberId: id, type: "spend", points: 60, availableAfter: 100, grace: null },
    });
    expect(await call(reverse, entry, { reason: "Rung up twice" })).toMatchObject({
      status: 201,
      body: { id: expect.stringMatching(/^act_/), entryId: entry, points: 60, availableAfter: 100 },
    });
    expect(await call(reverse, entry, { reason: "Rung up twice" })).toMatchObject({
      status: 409,
      body: { code: "already_reversed" },
    });
  });

  it("says how many points there are when they are not enough", async () => {
    const { call, id } = club;
    expect(await call(spend, id, { points: 101, reason: "Grinder" })).toMatchObject({
      status: 409,
      body: {
        code: "insufficient_points",
        available: 100,
        title: "101 are needed and 100 are available.",
        errors: [{ pointer: "/points" }],
      },
    });
  });

  it("replays the answer to a repeated Idempotency-Key", async () => {
    const { call, id } = club;
    const key = { "idempotency-key": "order-7" };
    const first = await call(spend, id, { points: 60, reason: "Grinder" }, key);
    expect(await call(spend, id, { points: 60, reason: "Grinder" }, key)).toEqual(first);
    const other = await call(spend, id, { points: 61, reason: "Grinder" }, key);
    expect(other).toMatchObject({ status: 409, body: { code: "idempotency_key_reused" } });
  });

  it("names each field that does not fit", async () => {
    const { call, id } = club;
    const { status, body } = await call(spend, id, { points: 1.5, reason: " " });
    expect(status).toBe(422);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(["/points", "/reason"]);
  });
});

describe("holds by API", () => {
  it("are placed, read, listed, captured in part and released", async () => {
    const { call, id } = club;
    const placed = await call(placeHold, id, { points: 80, reason: "Grinder", minutes: 30 });
    expect(placed).toMatchObject({ status: 201, body: { state: "open", points: 80, remaining: 80 } });
    const hold = placed.body.id;
    expect(hold).toMatch(/^hold_/);
    expect(await call(readHold, hold)).toEqual({ status: 200, body: placed.body });
    expect(await call(listHolds, id)).toEqual({
      status: 200,
      body: { items: [placed.body], nextCursor: null },
    });
    expect(await call(capture, hold, { points: 30, final: false })).toMatchObject({
      status: 200,
      body: {
        hold: { state: "open", captured: 30, remaining: 50 },
        spend: { points: 30, activityId: expect.stringMatching(/^act_/) },
      },
    });
    expect(await call(capture, hold, { points: 51 })).toMatchObject({
      status: 409,
      body: { code: "exceeds_hold" },
    });
    expect(await call(release, hold, {})).toMatchObject({
      status: 200,
      body: { state: "released", captured: 30, remaining: 0 },
    });
    expect(await call(release, hold, {})).toMatchObject({ status: 409, body: { code: "hold_closed" } });
  });

  it("of others look as if they did not exist", async () => {
    const { call, id } = club;
    const { body } = await call(placeHold, id, { points: 80, reason: "Grinder" });
    const stranger = await makeClub();
    for (const handler of [readHold, capture, release]) {
      const answer = await stranger.call(handler, body.id, handler === readHold ? undefined : {});
      expect(answer).toMatchObject({ status: 404, body: { code: "not_found" } });
    }
  });

  it("need the scope", async () => {
    const { call, id } = await makeClub(["wallet:read"]);
    expect(await call(listHolds, id)).toMatchObject({ status: 200 });
    for (const handler of [spend, placeHold]) {
      expect(await call(handler, id, { points: 1, reason: "Mug" })).toMatchObject({ status: 403 });
    }
  });
});

describe("the preview of a return by API", () => {
  it("refuses in the words of the event door", async () => {
    const { call, cardNumber } = club;
    const body = {
      type: "return",
      id: "r-1",
      member: { cardNumber },
      occurredAt: new Date().toISOString(),
      purchaseId: "p-1",
    };
    expect(await call(previewReturn, "", body)).toMatchObject({
      status: 422,
      body: { code: "purchase_not_found" },
    });
    expect(await call(previewReturn, "", { ...body, lines: [{ line: 0, quantity: 0 }] })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "/lines/0/quantity" }] },
    });
  });
});
