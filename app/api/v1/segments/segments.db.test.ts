import { beforeAll, expect, it } from "vitest";
import { createApiKey } from "@/lib/api-keys";
import { ctxFor, makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { GET as suggest } from "../suggestions/route";
import { POST as removeMembers } from "./[code]/members/removal/route";
import { POST as addMembers, GET as listMembers } from "./[code]/members/route";
import { GET as getOne, PATCH, DELETE as remove } from "./[code]/route";
import { GET, POST } from "./route";

const ORIGIN = "http://localhost:3000";
let program: TestProgram;
let keeper: Record<string, string>;
let reader: Record<string, string>;

type Scopes = Parameters<typeof createApiKey>[1]["scopes"];
async function headersFor(scopes: Scopes): Promise<Record<string, string>> {
  const { text } = await createApiKey(ctxFor(program, { role: "owner" }), { name: "Test", scopes });
  return { authorization: `Bearer ${text}`, "content-type": "application/json" };
}

beforeAll(async () => {
  program = await makeProgram();
  keeper = await headersFor(["segments:write", "members:read", "campaigns:read"]);
  reader = await headersFor(["members:read"]);
});

const none = { params: Promise.resolve({}) };
const at = (code: string) => ({ params: Promise.resolve({ code }) });
const ask = (method: string, body?: unknown, headers = keeper, query = "") =>
  new Request(`${ORIGIN}/api/v1/segments${query}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

it("keeps segments and their members for whoever may", async () => {
  const made = await POST(ask("POST", { code: "vip", name: "Regulars" }), none);
  expect(made.status).toBe(201);
  expect(await made.json()).toMatchObject({ code: "vip", description: "", members: 0 });
  expect((await POST(ask("POST", { code: "vip", name: "Again" }), none)).status).toBe(409);
  expect((await POST(ask("POST", { code: "V I P", name: "No" }), none)).status).toBe(422);
  expect((await POST(ask("POST", { code: "x", name: "X" }, reader), none)).status).toBe(403);

  await makeMember(program.ctx, { externalId: "c-1" });
  const added = await addMembers(ask("POST", { members: ["c-1", "c-2"] }), at("vip"));
  expect(await added.json()).toEqual({ changed: 1, unchanged: 0, unknown: ["c-2"] });
  const listed = await (await listMembers(ask("GET", undefined, reader), at("vip"))).json();
  expect(listed).toMatchObject({ items: [{ externalId: "c-1", tags: [], tier: null }], nextCursor: null });
  const gone = await removeMembers(ask("POST", { members: ["c-1"] }), at("vip"));
  expect(await gone.json()).toMatchObject({ changed: 1 });

  const changed = await PATCH(ask("PATCH", { name: "Best guests" }), at("vip"));
  expect(await changed.json()).toMatchObject({ name: "Best guests", members: 0 });
  const found = await (await GET(ask("GET", undefined, reader, "?q=best"), none)).json();
  expect(found.items).toMatchObject([{ code: "vip" }]);
  expect((await remove(ask("DELETE"), at("vip"))).status).toBe(200);
  expect((await getOne(ask("GET"), at("vip"))).status).toBe(404);
  expect((await listMembers(ask("GET"), at("vip"))).status).toBe(404);
});

it("takes at most a thousand members at a time and at least one", async () => {
  await POST(ask("POST", { code: "many", name: "Many" }), none);
  const many = Array.from({ length: 1_001 }, (_, place) => `c-${place}`);
  const answer = await addMembers(ask("POST", { members: many }), at("many"));
  expect(answer.status).toBe(422);
  expect((await answer.json()).errors).toMatchObject([{ pointer: "/members" }]);
  expect((await addMembers(ask("POST", { members: [] }), at("many"))).status).toBe(422);
});

it("looks up values for rules, for whoever may read campaigns", async () => {
  const url = `${ORIGIN}/api/v1/suggestions?field=tag`;
  await makeMember(program.ctx, { tags: ["press"] });
  expect(await (await suggest(new Request(url, { headers: keeper }), none)).json()).toEqual({
    items: ["press"],
  });
  expect((await suggest(new Request(url, { headers: reader }), none)).status).toBe(403);
  const wrong = new Request(`${ORIGIN}/api/v1/suggestions?field=smell`, { headers: keeper });
  expect((await suggest(wrong, none)).status).toBe(422);
});
