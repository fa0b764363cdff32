import { beforeAll, describe, expect, it } from "vitest";
import { createApiKey } from "@/lib/api-keys";
import { toTypeId } from "@/lib/core/ids";
import { ctxFor, makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { makeUser, portalCookie } from "@/lib/testing/people";
import { POST as create } from "../members/[id]/adjustments/route";
import { POST as approve } from "./[id]/approve/route";
import { POST as reject } from "./[id]/reject/route";
import { GET as readOne } from "./[id]/route";
import { POST as withdraw } from "./[id]/withdraw/route";
import { GET as list } from "./route";

const ORIGIN = "http://localhost:3000";

let program: TestProgram;
let key: Record<string, string>;
let admin: Record<string, string>;
let member: string;

beforeAll(async () => {
  program = await makeProgram();
  const { organizationId } = program;
  const { text } = await createApiKey(ctxFor(program, { role: "owner" }), {
    name: "Service desk",
    scopes: ["points:adjust", "wallet:read"],
  });
  key = { authorization: `Bearer ${text}`, "content-type": "application/json" };
  const { userId } = await makeUser({ organizationId, name: "Grace" });
  admin = {
    cookie: await portalCookie(userId),
    "tessera-program": program.slug,
    origin: ORIGIN,
    "content-type": "application/json",
  };
  member = toTypeId("mem", (await makeMember(program.ctx)).memberId);
});

const at = (id: string) => ({ params: Promise.resolve({ id }) });
const none = { params: Promise.resolve({}) };
const send = (body: unknown, headers: Record<string, string> = key) =>
  new Request(`${ORIGIN}/api/v1/x`, { method: "POST", headers, body: JSON.stringify(body) });
const get = (query = "", headers = key) => new Request(`${ORIGIN}/api/v1/adjustments${query}`, { headers });

async function waiting(): Promise<string> {
  const answer = await create(send({ points: 9_000, reason: "Competition prize" }), at(member));
  expect(answer.status).toBe(202);
  return (await answer.json()).id;
}

describe("POST /api/v1/members/{id}/adjustments", () => {
  it("posts a small one and says so", async () => {
    const answer = await create(send({ points: 40, reason: "Goodwill" }), at(member));
    expect(answer.status).toBe(201);
    const adjustment = await answer.json();
    expect(adjustment).toMatchObject({
      memberId: member,
      points: 40,
      state: "posted",
      requestedBy: "API key “Service desk”",
      pointType: { code: "points" },
    });
    expect(adjustment.id).toMatch(/^adj_/);
    expect(await (await readOne(get(), at(adjustment.id))).json()).toEqual(adjustment);
  });

  it("points to what is wrong", async () => {
    const answer = await create(send({ points: 0, reason: " ", pointType: "x" }), at(member));
    expect(answer.status).toBe(422);
    const { errors } = await answer.json();
    expect(errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(["/points", "/reason"]);
    const unknown = await create(send({ points: 1, reason: "r", pointType: "miles" }), at(member));
    expect((await unknown.json()).errors).toMatchObject([{ pointer: "/pointType" }]);
  });

  it("answers 409 when a debit is more than there is", async () => {
    const answer = await create(send({ points: -900, reason: "Correction" }), at(member));
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ code: "insufficient_points" });
  });
});

describe("a large adjustment", () => {
  it("is approved by a person of the portal and not by a key", async () => {
    const id = await waiting();
    expect((await approve(send({}), at(id))).status).toBe(403);
    const answer = await approve(send({ note: "Fine" }, admin), at(id));
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ state: "posted", decidedBy: "Grace", decisionNote: "Fine" });
    expect((await approve(send({}, admin), at(id))).status).toBe(409);
  });

  it("is refused with 403 where one asked for it oneself", async () => {
    const own = await create(send({ points: 5_000, reason: "Mine" }, admin), at(member));
    const { id } = await own.json();
    const answer = await approve(send({}, admin), at(id));
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ code: "own_request" });
  });

  it("is rejected, withdrawn and listed by state", async () => {
    const [rejected, withdrawn] = [await waiting(), await waiting()];
    expect(await (await reject(send({}, admin), at(rejected))).json()).toMatchObject({ state: "rejected" });
    expect(await (await withdraw(send({}), at(withdrawn))).json()).toMatchObject({ state: "withdrawn" });
    const listed = await (await list(get("?state=withdrawn"), none)).json();
    expect(listed.items.map(({ id }: { id: string }) => id)).toEqual([withdrawn]);
    expect((await list(get("?state=open"), none)).status).toBe(422);
  });
});
