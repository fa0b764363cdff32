import { beforeAll, describe, expect, it } from "vitest";
import { createApiKey } from "@/lib/api-keys";
import { toTypeId } from "@/lib/core/ids";
import type { MemberDto } from "@/lib/members";
import { ctxFor, makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { givePoints } from "@/lib/testing/give-points";
import { setLedgerPolicy } from "@/lib/testing/ledger-policy";
import { memberCookie } from "@/lib/testing/people";
import { DELETE, PUT } from "../members/[id]/blocked-members/[blocked]/route";
import { GET as listBlocked } from "../members/[id]/blocked-members/route";
import { PUT as setBar } from "../members/[id]/transfer-bar/route";
import { GET as standing } from "../members/[id]/transfer-standing/route";
import { GET, POST } from "../members/[id]/transfers/route";
import { POST as preview } from "./preview/route";

let program: TestProgram;
let amira: MemberDto;
let jonas: MemberDto;
let key: Record<string, string>;

beforeAll(async () => {
  program = await makeProgram();
  await setLedgerPolicy(program.programId, { transfers: { enabled: true, largest: 50 } });
  amira = await makeMember(program.ctx, { name: "Amira Haddad" });
  jonas = await makeMember(program.ctx, { name: "Jonas Weber", email: "jonas@example.com" });
  await givePoints(program.ctx, amira.memberId, 100);
  const scopes = ["points:send", "wallet:read", "members:write"] as const;
  const { text } = await createApiKey(ctxFor(program, { role: "owner" }), {
    name: "Till",
    scopes: [...scopes],
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
  return new Request("http://localhost:3000/api/v1/transfers", {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}
const at = (params: Record<string, string>) => ({ params: Promise.resolve(params) });

describe("transfers by API", () => {
  it("are previewed, sent and listed", async () => {
    const request = { to: { email: "Jonas@example.com" }, points: 20 };
    const looked = await preview(call("POST", key, { from: id(amira), ...request }), at({}));
    expect(await looked.json()).toMatchObject({
      to: { id: id(jonas), name: "Jonas Weber" },
      availableAfter: 80,
      allowance: { largest: 50 },
    });
    const answer = await POST(
      call("POST", key, { ...request, message: " For\n coffee " }),
      at({ id: id(amira) }),
    );
    expect(answer.status).toBe(201);
    const sent = await answer.json();
    expect(sent).toMatchObject({ from: id(amira), points: 20, message: "For coffee", availableAfter: 80 });
    const list = await (await GET(call("GET", key), at({ id: id(jonas) }))).json();
    expect(list.items).toEqual([
      expect.objectContaining({
        id: sent.id,
        direction: "received",
        state: "arrived",
        message: "For coffee",
      }),
    ]);
  });

  it("are a member's own to make, and name others by initials", async () => {
    const headers = await asMember(jonas);
    const request = { to: { cardNumber: amira.cardNumber }, points: 5 };
    const answer = await POST(call("POST", headers, request), at({ id: id(jonas) }));
    expect(answer.status).toBe(201);
    expect((await answer.json()).to.name).toBe("A••• H.");
    const foreign = await POST(call("POST", headers, request), at({ id: id(amira) }));
    expect(foreign.status).toBe(404);
    const read = await standing(call("GET", headers), at({ id: id(jonas) }));
    expect(await read.json()).toMatchObject({ enabled: true, bar: { sending: false, reason: null } });
  });

  it("are refused with a code and the field that it is about", async () => {
    const send = (body: unknown) => POST(call("POST", key, body), at({ id: id(amira) }));
    const tooMany = await send({ to: { id: id(jonas) }, points: 51 });
    expect(tooMany.status).toBe(409);
    expect(await tooMany.json()).toMatchObject({ code: "above_largest", errors: [{ pointer: "/points" }] });
    expect((await send({ to: { id: id(jonas), email: "x@example.com" }, points: 1 })).status).toBe(422);
    expect((await send({ to: { id: id(jonas) }, points: 0 })).status).toBe(422);
    expect((await send({ to: { id: id(jonas) }, points: 1, message: "x".repeat(201) })).status).toBe(422);
  });

  it("can be blocked and barred", async () => {
    const pair = at({ id: id(jonas), blocked: id(amira) });
    expect((await PUT(call("PUT", key), pair)).status).toBe(200);
    const blocked = await (await listBlocked(call("GET", key), at({ id: id(jonas) }))).json();
    expect(blocked.items).toMatchObject([{ id: id(amira) }]);
    const request = { from: id(amira), to: { id: id(jonas) }, points: 1 };
    expect(await (await preview(call("POST", key, request), at({}))).json()).toMatchObject({
      code: "recipient_unavailable",
    });
    expect((await DELETE(call("DELETE", key), pair)).status).toBe(200);
    expect((await DELETE(call("DELETE", key), pair)).status).toBe(404);
    const bar = { sending: true, receiving: false };
    expect((await setBar(call("PUT", key, bar), at({ id: id(amira) }))).status).toBe(422);
    const answer = await setBar(call("PUT", key, { ...bar, reason: "Review" }), at({ id: id(amira) }));
    expect(await answer.json()).toEqual({ sending: true, receiving: false, reason: "Review" });
    expect(await (await preview(call("POST", key, request), at({}))).json()).toMatchObject({
      code: "sending_barred",
    });
  });
});
