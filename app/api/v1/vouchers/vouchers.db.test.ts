import { beforeAll, expect, it } from "vitest";
import { createApiKey } from "@/lib/api-keys";
import { toTypeId } from "@/lib/core/ids";
import { acceptEvents } from "@/lib/events";
import { postSlice } from "@/lib/flows/post-events/post-slice";
import { ctxFor, makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { putInForce } from "@/lib/testing/rules";
import { GET as listVouchers } from "../members/[id]/vouchers/route";
import { POST as takeVoucher } from "./[code]/use/route";

const ORIGIN = "http://localhost:3000";
let program: TestProgram;
let memberId: string;
let till: Record<string, string>;

type Scopes = Parameters<typeof createApiKey>[1]["scopes"];
async function headersFor(scopes: Scopes): Promise<Record<string, string>> {
  const { text } = await createApiKey(ctxFor(program, { role: "owner" }), { name: "Till", scopes });
  return { authorization: `Bearer ${text}`, "content-type": "application/json" };
}

beforeAll(async () => {
  program = await makeProgram();
  await putInForce(program.programId, [
    {
      name: "Coffee on us",
      trigger: { event: "purchase" },
      effects: [{ kind: "voucher", name: "Free coffee", validDays: 7, costMinor: 250 }],
    },
  ]);
  ({ memberId } = await makeMember(program.ctx, { externalId: "c-1" }));
  const occurredAt = new Date().toISOString();
  const common = { type: "purchase", member: { externalId: "c-1" }, occurredAt, currency: "EUR" };
  await acceptEvents(program.ctx, [
    { ...common, id: "a", amountMinor: 400 },
    { ...common, id: "b", amountMinor: 400 },
  ]);
  await postSlice({ programId: program.programId });
  await acceptEvents(program.ctx, [
    { type: "return", id: "r", purchaseId: "b", member: { externalId: "c-1" }, occurredAt },
  ]);
  await postSlice({ programId: program.programId });
  till = await headersFor(["vouchers:use", "wallet:read"]);
});

const at = (params: Record<string, string>) => ({ params: Promise.resolve(params) });
async function list(query = "", headers = till) {
  const request = new Request(`${ORIGIN}/api/v1/members/x/vouchers${query}`, { headers });
  return listVouchers(request, at({ id: toTypeId("mem", memberId) }));
}
const take = (code: string, body: object = {}, headers = till) =>
  takeVoucher(
    new Request(`${ORIGIN}/api/v1/vouchers/x/use`, { method: "POST", headers, body: JSON.stringify(body) }),
    at({ code }),
  );

it("lists a member's vouchers and takes each once at the counter", async () => {
  const { items } = await (await list("?state=issued")).json();
  expect(items).toMatchObject([{ name: "Free coffee", costMinor: 250, state: "issued", closedAt: null }]);
  const { code } = items[0];
  expect(code).toMatch(/^.{4}-.{4}-.{4}-.{4}$/);
  const used = await take(code, { reference: "receipt-9" });
  expect(used.status).toBe(200);
  expect(await used.json()).toMatchObject({
    state: "used",
    reference: "receipt-9",
    memberId: toTypeId("mem", memberId),
  });
  const again = await take(code);
  expect(again.status).toBe(409);
  expect(await again.json()).toMatchObject({ code: "voucher_used" });
});

it("says why a voucher cannot be taken", async () => {
  const { items } = await (await list("?state=withdrawn")).json();
  const withdrawn = await take(items[0].code);
  expect(withdrawn.status).toBe(409);
  expect(await withdrawn.json()).toMatchObject({ code: "voucher_withdrawn" });
  expect((await take("AAAA-AAAA-AAAA-AAAA")).status).toBe(404);
  expect((await take("what?")).status).toBe(404);
  const reader = await headersFor(["wallet:read"]);
  expect((await take(items[0].code, {}, reader)).status).toBe(403);
  expect((await list("?state=lost")).status).toBe(422);
});
