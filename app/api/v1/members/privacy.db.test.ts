import { beforeAll, describe, expect, it } from "vitest";
import { createApiKey } from "@/lib/api-keys";
import { toTypeId } from "@/lib/core/ids";
import { ctxFor, makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { makeUser, memberCookie, portalCookie } from "@/lib/testing/people";
import { GET as listPurposes, PUT as putPurposes } from "../consent-purposes/route";
import { GET as getPolicy, PUT as putPolicy } from "../privacy-policy/route";
import { GET as listConsents, PUT as putConsent } from "./[id]/consents/route";
import { POST as erase, GET as readErasure, DELETE as withdraw } from "./[id]/erasure/route";
import { GET as exportMember } from "./[id]/export/route";

const ORIGIN = "http://localhost:3000";
let program: TestProgram;
let key: Record<string, string>;
let admin: Record<string, string>;

beforeAll(async () => {
  program = await makeProgram();
  const { text } = await createApiKey(ctxFor(program, { role: "owner" }), {
    name: "Privacy desk",
    scopes: ["members:read", "members:write", "members:export", "members:erase"],
  });
  key = { authorization: `Bearer ${text}` };
  const { userId } = await makeUser({ organizationId: program.organizationId });
  admin = { cookie: await portalCookie(userId), "tessera-program": program.slug, origin: ORIGIN };
});

const at = (id: string) => ({ params: Promise.resolve({ id }) });
const none = { params: Promise.resolve({}) };
const send = (headers: Record<string, string>, method = "GET", body?: unknown, query = "") =>
  new Request(`${ORIGIN}/api/v1/x${query}`, {
    method,
    headers: { ...headers, "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });

async function makeSubject() {
  const { memberId } = await makeMember(program.ctx, { name: "Ravi Menon" });
  return { memberId, id: toTypeId("mem", memberId) };
}

describe("the API of privacy", () => {
  it("exports a member in pages, to a key that may and to the member, and to no other", async () => {
    const { memberId, id } = await makeSubject();
    const page = await (await exportMember(send(key, "GET", undefined, "?limit=50"), at(id))).json();
    expect(page.items[0]).toMatchObject({ section: "profile", data: { memberId: id, name: "Ravi Menon" } });
    expect(page.nextCursor).toEqual(expect.any(String));
    const cookie = await memberCookie(program.programId, memberId);
    expect((await exportMember(send({ cookie, origin: ORIGIN }), at(id))).status).toBe(200);
    const other = await makeSubject();
    expect((await exportMember(send({ cookie, origin: ORIGIN }), at(other.id))).status).toBe(404);
    expect((await exportMember(send(key, "GET", undefined, "?cursor=nonsense"), at(id))).status).toBe(422);
  });

  it("asks for an erasure once, tells how far it is, and takes it back", async () => {
    const { id } = await makeSubject();
    expect((await readErasure(send(key), at(id))).status).toBe(404);
    const asked = await erase(send(key, "POST", {}), at(id));
    expect(asked.status).toBe(202);
    expect(await asked.json()).toMatchObject({ memberId: id, state: "waiting", finishedAt: null });
    expect((await erase(send(key, "POST", {}), at(id))).status).toBe(409);
    expect(await (await withdraw(send(key, "DELETE"), at(id))).json()).toMatchObject({ state: "withdrawn" });
    expect((await withdraw(send(key, "DELETE"), at(id))).status).toBe(409);
    expect(await (await readErasure(send(key), at(id))).json()).toMatchObject({ state: "withdrawn" });
  });

  it("notes consents and shows their history", async () => {
    const { id } = await makeSubject();
    const noted = await putConsent(send(key, "PUT", { purpose: "offers", granted: true }), at(id));
    expect(await noted.json()).toMatchObject({ purpose: "offers", granted: true });
    const { items } = await (await listConsents(send(key), at(id))).json();
    expect(items).toMatchObject([{ purpose: "offers", granted: true, isOwn: false, via: "api" }]);
    const unknown = await putConsent(send(key, "PUT", { purpose: "telepathy", granted: true }), at(id));
    expect(unknown.status).toBe(404);
  });

  it("sets what is asked for, and what is kept for how long, for people who run the program", async () => {
    const items = [{ code: "news", texts: { en: { label: "News", hint: "" } } }];
    expect((await putPurposes(send(key, "PUT", { items }), none)).status).toBe(403);
    const set = await putPurposes(send(admin, "PUT", { items }), none);
    expect(await set.json()).toMatchObject({ items: [{ code: "news", version: 1 }] });
    expect(await (await listPurposes(send(key), none)).json()).toMatchObject({ items: [{ code: "news" }] });
    const policy = { graceDays: 14, retention: { messages: 24 } };
    expect((await putPolicy(send(key, "PUT", policy), none)).status).toBe(403);
    expect((await putPolicy(send(admin, "PUT", policy), none)).status).toBe(200);
    expect(await (await getPolicy(send(key), none)).json()).toMatchObject({
      graceDays: 14,
      retention: { messages: 24, inactiveMembers: null },
    });
    expect((await putPolicy(send(admin, "PUT", { graceDays: -1 }), none)).status).toBe(422);
  });
});
