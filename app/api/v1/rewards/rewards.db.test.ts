import { beforeAll, expect, it } from "vitest";
import { createApiKey } from "@/lib/api-keys";
import { toTypeId } from "@/lib/core/ids";
import { ctxFor, makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { givePoints } from "@/lib/testing/give-points";
import { GET as offerOf } from "../members/[id]/rewards/[reward]/route";
import { GET as offersOf } from "../members/[id]/rewards/route";
import { PATCH as changeCategory, DELETE as removeCategory } from "../reward-categories/[code]/route";
import { PUT as orderCategories } from "../reward-categories/order/route";
import { POST as createCategory, GET as listCategories } from "../reward-categories/route";
import { POST as archive } from "./[id]/archive/route";
import { POST as duplicate } from "./[id]/duplicate/route";
import { POST as publish } from "./[id]/publish/route";
import { PATCH as change, GET as readOne } from "./[id]/route";
import { POST as unpublish } from "./[id]/unpublish/route";
import { PUT as order } from "./order/route";
import { POST as create, GET as list } from "./route";

const ORIGIN = "http://localhost:3000/api/v1/rewards";
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
  keeper = await headersFor(["rewards:read", "rewards:write"]);
  reader = await headersFor(["rewards:read"]);
});

const none = { params: Promise.resolve({}) };
const at = (params: Record<string, string>) => ({ params: Promise.resolve(params) });
const ask = (method: string, body?: unknown, { headers = keeper, query = "" } = {}) =>
  new Request(`${ORIGIN}${query}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

async function made(body: object): Promise<string> {
  const answer = await create(
    ask("POST", { kind: "generated_voucher", prices: [{ points: 100 }], ...body }),
    none,
  );
  expect(answer.status).toBe(201);
  return (await answer.json()).id;
}

it("makes, changes and publishes rewards for whoever may", async () => {
  const id = await made({ name: "A mug", kind: "physical", prices: [] });
  expect(
    (await create(ask("POST", { kind: "physical", name: "No" }, { headers: reader }), none)).status,
  ).toBe(403);
  expect((await create(ask("POST", { kind: "spaceship", name: "No" }), none)).status).toBe(422);
  const early = await publish(ask("POST"), at({ id }));
  expect(early.status).toBe(422);
  expect((await early.json()).errors).toMatchObject([{ pointer: "/prices", code: "not_ready" }]);
  const changed = await change(ask("PATCH", { prices: [{ points: 300, amountMinor: 500 }] }), at({ id }));
  expect(await changed.json()).toMatchObject({
    name: "A mug",
    prices: [{ tier: null, points: 300, amountMinor: 500 }],
  });
  expect((await change(ask("PATCH", {}), at({ id }))).status).toBe(422);
  expect((await publish(ask("POST"), at({ id }))).status).toBe(200);
  expect((await publish(ask("POST"), at({ id }))).status).toBe(409);
  const found = await (
    await list(ask("GET", undefined, { headers: reader, query: "?q=mug&state=published" }), none)
  ).json();
  expect(found).toMatchObject({ items: [{ id, state: "published", left: null }], nextCursor: null });
  expect((await unpublish(ask("POST"), at({ id }))).status).toBe(200);
  const copy = await duplicate(ask("POST"), at({ id }));
  expect(copy.status).toBe(201);
  const copyId = (await copy.json()).id;
  const ordered = await order(ask("PUT", { rewardIds: [copyId, id] }), none);
  expect(await ordered.json()).toEqual({ ordered: 2 });
  expect((await archive(ask("POST"), at({ id }))).status).toBe(200);
  expect(await (await readOne(ask("GET"), at({ id }))).json()).toMatchObject({ state: "archived" });
  expect((await readOne(ask("GET"), at({ id: toTypeId("rwd", program.programId) }))).status).toBe(404);
});

it("keeps categories", async () => {
  for (const code of ["coffee", "cake"]) {
    expect((await createCategory(ask("POST", { code, name: code }), none)).status).toBe(201);
  }
  expect((await createCategory(ask("POST", { code: "cake", name: "Again" }), none)).status).toBe(409);
  expect((await changeCategory(ask("PATCH", { name: "Coffees" }), at({ code: "coffee" }))).status).toBe(200);
  expect((await orderCategories(ask("PUT", { codes: ["cake", "coffee"] }), none)).status).toBe(200);
  expect((await removeCategory(ask("DELETE"), at({ code: "cake" }))).status).toBe(200);
  const { items } = await (await listCategories(ask("GET"), none)).json();
  expect(items).toEqual([{ code: "coffee", name: "Coffees", names: {}, rewards: 0 }]);
});

it("shows the catalogue with a member's eyes", async () => {
  const member = await makeMember(program.ctx);
  await givePoints(program.ctx, member.memberId, 120);
  const id = toTypeId("mem", member.memberId);
  const near = await made({ name: "Near", translations: { de: { name: "Nah" } } });
  const far = await made({ name: "Far", prices: [{ points: 200 }] });
  for (const reward of [near, far]) await publish(ask("POST"), at({ id: reward }));
  const offers = await (
    await offersOf(ask("GET", undefined, { query: "?language=de&sort=points" }), at({ id }))
  ).json();
  expect(offers.items).toMatchObject([
    { name: "Nah", standing: { code: "ready" } },
    { name: "Far", standing: { code: "short", missing: 80 } },
  ]);
  const one = await offerOf(ask("GET", undefined, { headers: reader }), at({ id, reward: far }));
  expect(await one.json()).toMatchObject({
    name: "Far",
    fulfilment: "code",
    price: { points: 200, amountMinor: 0 },
  });
  expect(
    (await offerOf(ask("GET"), at({ id: toTypeId("mem", program.programId), reward: far }))).status,
  ).toBe(404);
});
