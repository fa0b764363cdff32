import { beforeAll, describe, expect, it } from "vitest";
import { createApiKey } from "@/lib/api-keys";
import { toTypeId } from "@/lib/core/ids";
import { ctxFor, makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { memberCookie } from "@/lib/testing/people";
import { GET as getMember, PATCH } from "./[id]/route";
import { GET, POST } from "./route";

const ORIGIN = "http://localhost:3000";

let program: TestProgram;
let other: TestProgram;
let headers: Record<string, string>;

type Scopes = Parameters<typeof createApiKey>[1]["scopes"];

async function keyHeaders(owner: TestProgram, scopes: Scopes): Promise<Record<string, string>> {
  const { text } = await createApiKey(ctxFor(owner, { role: "owner" }), { name: "Test", scopes });
  return { authorization: `Bearer ${text}`, "content-type": "application/json" };
}

beforeAll(async () => {
  program = await makeProgram({ cardPrefix: "BC" });
  other = await makeProgram();
  headers = await keyHeaders(program, ["members:read", "members:write"]);
});

const send = (method: string, path: string, body?: unknown, extra: Record<string, string> = {}) =>
  new Request(`${ORIGIN}/api/v1/members${path}`, {
    method,
    headers: { ...headers, ...extra },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
const none = { params: Promise.resolve({}) };
const at = (id: string) => ({ params: Promise.resolve({ id }) });

describe("POST /api/v1/members", () => {
  it("registers a member and shows it", async () => {
    const answer = await POST(
      send("POST", "", {
        name: "Amira Haddad",
        externalId: "c-1",
        email: "Amira@Example.com",
        attributes: { tier: "gold" },
      }),
      none,
    );
    expect(answer.status).toBe(201);
    const member = await answer.json();
    expect(member).toMatchObject({ externalId: "c-1", email: "amira@example.com", status: "active" });
    expect(member.id).toMatch(/^mem_/);
    expect(member).not.toHaveProperty("lane");
    expect(member).not.toHaveProperty("hasPassword");
    expect(await (await getMember(send("GET", `/${member.id}`), at(member.id))).json()).toEqual(member);
  });

  it("replays a repeated request and refuses a taken number", async () => {
    const key = { "idempotency-key": "till-7-1" };
    const first = await (await POST(send("POST", "", { name: "Once", externalId: "c-2" }, key), none)).json();
    const again = await POST(send("POST", "", { name: "Once", externalId: "c-2" }, key), none);
    expect(await again.json()).toEqual(first);
    const taken = await POST(send("POST", "", { name: "Other", externalId: "c-2" }), none);
    expect(taken.status).toBe(409);
    expect(await taken.json()).toMatchObject({ code: "member_exists" });
  });

  it("names every field that does not fit", async () => {
    const body = { name: " ", email: "nobody", phone: "call me", attributes: { "no spaces": 1 } };
    const answer = await POST(send("POST", "", body), none);
    expect(answer.status).toBe(422);
    const pointers = (await answer.json()).errors.map((error: { pointer: string }) => error.pointer);
    expect(pointers).toEqual(expect.arrayContaining(["/name", "/email", "/phone"]));
    expect(pointers.some((pointer: string) => pointer.startsWith("/attributes"))).toBe(true);
  });

  it("is for keys with the scope", async () => {
    const reader = await keyHeaders(program, ["members:read"]);
    expect((await POST(send("POST", "", { name: "No" }, reader), none)).status).toBe(403);
    const nobody = { authorization: "Bearer tsk_nothing" };
    expect((await POST(send("POST", "", { name: "No" }, nobody), none)).status).toBe(401);
  });
});

describe("GET /api/v1/members", () => {
  it("finds by prefixes and pages through the rest", async () => {
    await POST(send("POST", "", { name: "Zoë Quist" }), none);
    const found = await (await GET(send("GET", "?q=zoe%20qu"), none)).json();
    expect(found).toMatchObject({ items: [{ name: "Zoë Quist" }], nextCursor: null });
    const page = await (await GET(send("GET", "?limit=1"), none)).json();
    expect(page.items).toHaveLength(1);
    const next = await (await GET(send("GET", `?limit=1&cursor=${page.nextCursor}`), none)).json();
    expect(next.items[0].id).not.toBe(page.items[0].id);
    expect((await GET(send("GET", "?cursor=zzz"), none)).status).toBe(422);
    expect((await GET(send("GET", "?limit=0"), none)).status).toBe(422);
  });

  it("never shows another program's members", async () => {
    await makeMember(other.ctx, { name: "Foreign Soul" });
    const found = await (await GET(send("GET", "?q=foreign"), none)).json();
    expect(found.items).toEqual([]);
  });
});

describe("one member", () => {
  it("changes what is named, keeps the rest, and is found by the new name", async () => {
    const { memberId } = await makeMember(program.ctx, {
      name: "Old Name",
      attributes: { tier: "gold", vip: true },
    });
    const id = toTypeId("mem", memberId);
    const body = { name: "Shiny Name", phone: "+49 170 1", attributes: { tier: null, visits: 3 } };
    const answer = await PATCH(send("PATCH", `/${id}`, body), at(id));
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ name: "Shiny Name", attributes: { vip: true, visits: 3 } });
    const list = async (q: string) => (await (await GET(send("GET", `?q=${q}`), none)).json()).items.length;
    expect([await list("shiny"), await list("old")]).toEqual([1, 0]);
  });

  it("answers alike for nonsense, nobody and another program's member", async () => {
    const foreign = toTypeId("mem", (await makeMember(other.ctx)).memberId);
    expect((await getMember(send("GET", `/${foreign}`), at(foreign))).status).toBe(404);
    expect((await PATCH(send("PATCH", `/${foreign}`, { name: "Mine" }), at(foreign))).status).toBe(404);
    const nobody = "mem_01h455vb4pex5vsknk084sn02q";
    expect((await getMember(send("GET", `/${nobody}`), at(nobody))).status).toBe(404);
    expect((await getMember(send("GET", "/42"), at("42"))).status).toBe(422);
  });

  it("lets members read themselves, and nobody else", async () => {
    const [self, neighbour] = [await makeMember(program.ctx), await makeMember(program.ctx)];
    const cookie = await memberCookie(program.programId, self.memberId);
    const asMember = (path: string, method = "GET") =>
      new Request(`${ORIGIN}/api/v1/members${path}`, {
        method,
        headers: { cookie, origin: ORIGIN },
      });
    const [own, foreign] = [toTypeId("mem", self.memberId), toTypeId("mem", neighbour.memberId)];
    expect((await getMember(asMember(`/${own}`), at(own))).status).toBe(200);
    expect((await getMember(asMember(`/${foreign}`), at(foreign))).status).toBe(404);
    expect((await GET(asMember(""), none)).status).toBe(403);
    expect((await PATCH(asMember(`/${own}`, "PATCH"), at(own))).status).toBe(403);
  });
});
