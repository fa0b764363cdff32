import { beforeAll, describe, expect, it } from "vitest";
import { createApiKey } from "@/lib/api-keys";
import { encodeCursor } from "@/lib/core/cursor";
import { toTypeId } from "@/lib/core/ids";
import type { MemberDto } from "@/lib/members";
import { ctxFor, makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { givePoints } from "@/lib/testing/give-points";
import { setLedgerPolicy } from "@/lib/testing/ledger-policy";
import { memberCookie } from "@/lib/testing/people";
import { GET as listOwn } from "../members/[id]/pools/route";
import { GET as activity } from "./[id]/activity/route";
import { POST as contribute } from "./[id]/contributions/route";
import { POST as dissolve, GET as previewDissolution } from "./[id]/dissolution/route";
import { POST as answer } from "./[id]/members/[member]/answer/route";
import { DELETE as end, PATCH as setLimit } from "./[id]/members/[member]/route";
import { POST as invite } from "./[id]/members/route";
import { PUT as handOver } from "./[id]/owner/route";
import { POST as payOut } from "./[id]/payouts/route";
import { GET as read } from "./[id]/route";
import { POST as spend } from "./[id]/spends/route";
import { POST as create, GET as list } from "./route";

let program: TestProgram;
let amira: MemberDto;
let jonas: MemberDto;
let key: Record<string, string>;

beforeAll(async () => {
  program = await makeProgram();
  await setLedgerPolicy(program.programId, { pools: { enabled: true } });
  amira = await makeMember(program.ctx, { name: "Amira Haddad" });
  jonas = await makeMember(program.ctx, { name: "Jonas Weber", email: "jonas@example.com" });
  await givePoints(program.ctx, amira.memberId, 100);
  const { text } = await createApiKey(ctxFor(program, { role: "owner" }), {
    name: "Till",
    scopes: ["points:send", "points:spend", "wallet:read"],
  });
  key = { authorization: `Bearer ${text}`, "content-type": "application/json" };
});

const id = ({ memberId }: MemberDto) => toTypeId("mem", memberId);
const asMember = async ({ memberId }: MemberDto) => ({
  cookie: await memberCookie(program.programId, memberId),
  "content-type": "application/json",
  origin: "http://localhost:3000",
});
function call(method: string, headers: Record<string, string>, body?: unknown) {
  return new Request("http://localhost:3000/api/v1/pools", {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}
const at = (params: Record<string, string>) => ({ params: Promise.resolve(params) });

describe("pools by API", () => {
  it("live from the founding to the end", async () => {
    const own = await asMember(amira);
    const other = await asMember(jonas);
    const founded = await create(
      call("POST", own, { kind: "household", name: "Home", ownerId: id(amira) }),
      at({}),
    );
    expect(founded.status).toBe(201);
    const pool = (await founded.json()).id as string;
    expect(pool).toMatch(/^pool_/);

    const asked = await invite(
      call("POST", own, { member: { email: "jonas@example.com" } }),
      at({ id: pool }),
    );
    expect(await asked.json()).toEqual({ memberId: id(jonas), name: "J••• W." });
    const invited = await (await listOwn(call("GET", other), at({ id: id(jonas) }))).json();
    expect(invited.items).toMatchObject([{ id: pool, available: null, own: { state: "invited" } }]);
    const part = at({ id: pool, member: id(jonas) });
    expect((await answer(call("POST", other, { accepts: true }), part)).status).toBe(200);

    const gift = await contribute(call("POST", own, { memberId: id(amira), points: 80 }), at({ id: pool }));
    expect(await gift.json()).toEqual({ poolId: pool, points: 80, availableAfter: 20 });
    await setLimit(call("PATCH", own, { monthlyLimit: 30 }), part);
    const spent = await spend(
      call("POST", key, { memberId: id(jonas), points: 25, reason: "Brunch", reference: "till-1" }),
      at({ id: pool }),
    );
    expect(spent.status).toBe(201);
    expect(await spent.json()).toMatchObject({ points: 25, availableAfter: 55, leftThisMonth: 5 });
    const more = { memberId: id(jonas), points: 6, reason: "Cake" };
    expect(await (await spend(call("POST", key, more), at({ id: pool }))).json()).toMatchObject({
      code: "spend_limit",
      errors: [{ pointer: "/points" }],
    });
    const payment = { memberId: id(jonas), points: 5 };
    expect((await payOut(call("POST", other, payment), at({ id: pool }))).status).toBe(403);
    expect((await payOut(call("POST", own, payment), at({ id: pool }))).status).toBe(201);

    const lines = await (await activity(call("GET", other), at({ id: pool }))).json();
    expect(lines.items.map(({ type, points }: { type: string; points: number }) => [type, points])).toEqual([
      ["pool_out", -5],
      ["spend", -25],
      ["pool_in", 80],
    ]);
    const heir = { memberId: id(jonas) };
    expect((await handOver(call("PUT", other, heir), at({ id: pool }))).status).toBe(403);
    expect(await (await handOver(call("PUT", own, heir), at({ id: pool }))).json()).toEqual({
      poolId: pool,
      ownerId: id(jonas),
    });
    const back = await handOver(call("PUT", key, { memberId: id(amira) }), at({ id: pool }));
    expect(back.status).toBe(200);

    const preview = await (await previewDissolution(call("GET", own), at({ id: pool }))).json();
    expect(preview).toMatchObject({
      points: 50,
      shares: [{ memberId: id(amira), points: 50 }, { points: 0 }],
    });
    expect((await end(call("DELETE", other), part)).status).toBe(200);
    expect((await read(call("GET", other), at({ id: pool }))).status).toBe(404);
    expect(await (await dissolve(call("POST", own), at({ id: pool }))).json()).toEqual({
      poolId: pool,
      points: 50,
    });
    const page = await (await list(call("GET", key), at({}))).json();
    expect(page.items).toMatchObject([{ id: pool, state: "dissolved", owner: { name: "Amira Haddad" } }]);
  });

  it("do not take one operation for another that came with the same key and the same body", async () => {
    const owner = await makeMember(program.ctx);
    await givePoints(program.ctx, owner.memberId, 30);
    const own = { ...(await asMember(owner)), "idempotency-key": "once" };
    const team = { kind: "team", name: "Choir", ownerId: id(owner) };
    const pool = (await (await create(call("POST", await asMember(owner), team), at({}))).json())
      .id as string;
    const points = { memberId: id(owner), points: 20 };
    expect((await contribute(call("POST", own, points), at({ id: pool }))).status).toBe(201);
    const paid = await payOut(call("POST", own, points), at({ id: pool }));
    expect(await paid.json()).toMatchObject({ status: 409, code: "idempotency_key_reused" });
  });

  it("are founded by a key that may not read wallets", async () => {
    const { text } = await createApiKey(ctxFor(program, { role: "owner" }), {
      name: "App",
      scopes: ["points:send"],
    });
    const sender = { authorization: `Bearer ${text}`, "content-type": "application/json" };
    const team = { kind: "team", name: "Band", ownerId: id(amira) };
    expect((await create(call("POST", sender, team), at({}))).status).toBe(201);
  });

  it("are not listed after a position that no page gave out", async () => {
    const statusAfter = async (position: string) => {
      const cursor = encodeCursor([position, program.programId]);
      const request = new Request(`http://localhost:3000/api/v1/pools?cursor=${cursor}`, { headers: key });
      return (await list(request, at({}))).status;
    };
    expect(await statusAfter("2026-11-20T12:00:00.000Z")).toBe(200);
    for (const text of ["2026", "0000-01-01T00:00:00Z", "+200000-01-01T00:00:00Z"]) {
      expect(await statusAfter(text)).toBe(422);
    }
  });

  it("are refused where the body does not fit", async () => {
    const make = (body: unknown) => create(call("POST", key, body), at({}));
    expect((await make({ kind: "club", name: "x", ownerId: id(amira) })).status).toBe(422);
    expect((await make({ kind: "team", name: " ", ownerId: id(amira) })).status).toBe(422);
    expect(
      (await make({ kind: "team", name: "x", ownerId: toTypeId("mem", program.programId) })).status,
    ).toBe(404);
    expect((await list(call("GET", await asMember(amira)), at({}))).status).toBe(403);
  });
});
