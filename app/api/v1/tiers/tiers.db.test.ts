import { beforeAll, expect, it } from "vitest";
import { createApiKey } from "@/lib/api-keys";
import { ctxFor, makeProgram } from "@/lib/testing/fixtures";
import { makeUser, portalCookie } from "@/lib/testing/people";
import { DELETE as remove, PATCH as rename } from "./[code]/route";
import { PUT as order } from "./order/route";
import { GET, POST } from "./route";

const ORIGIN = "http://localhost:3000";
let key: Record<string, string>;
let owner: Record<string, string>;

beforeAll(async () => {
  const program = await makeProgram();
  const { text } = await createApiKey(ctxFor(program, { role: "owner" }), {
    name: "Test",
    scopes: ["members:read"],
  });
  key = { authorization: `Bearer ${text}` };
  const { userId } = await makeUser({ organizationId: program.organizationId });
  owner = { cookie: await portalCookie(userId), "tessera-program": program.slug, origin: ORIGIN };
});

const none = { params: Promise.resolve({}) };
const at = (code: string) => ({ params: Promise.resolve({ code }) });
const send = (method: string, body?: unknown, headers = owner) =>
  new Request(`${ORIGIN}/api/v1/tiers`, {
    method,
    headers: { ...headers, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

it("adds, renames, orders and removes tiers; keys only read them", async () => {
  expect((await POST(send("POST", { code: "gold", name: "Gold" }, key), none)).status).toBe(403);
  for (const [code, name] of [
    ["gold", "Gold"],
    ["silver", "Silver"],
  ]) {
    expect((await POST(send("POST", { code, name }), none)).status).toBe(201);
  }
  expect((await POST(send("POST", { code: "gold", name: "Gold" }), none)).status).toBe(409);
  expect((await order(send("PUT", { codes: ["silver", "gold"] }), none)).status).toBe(200);
  expect((await order(send("PUT", { codes: ["silver"] }), none)).status).toBe(409);
  expect((await rename(send("PATCH", { name: "Golden" }), at("gold"))).status).toBe(200);
  expect((await rename(send("PATCH", { name: "" }), at("gold"))).status).toBe(422);
  expect((await remove(send("DELETE"), at("silver"))).status).toBe(200);
  expect((await remove(send("DELETE"), at("silver"))).status).toBe(404);
  const read = await GET(new Request(`${ORIGIN}/api/v1/tiers`, { headers: key }), none);
  expect(await read.json()).toEqual({ items: [{ code: "gold", name: "Golden", rank: 1, members: 0 }] });
});
