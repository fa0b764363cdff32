import sharp from "sharp";
import { beforeAll, expect, it } from "vitest";
import { createApiKey } from "@/lib/api-keys";
import { newId, toTypeId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { ctxFor, makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { givePoints } from "@/lib/testing/give-points";
import { makeUser, portalCookie } from "@/lib/testing/people";
import { POST as uploadImage } from "../images/route";
import { GET as offerOf } from "../members/[id]/rewards/[reward]/route";
import { GET as offersOf } from "../members/[id]/rewards/route";
import { PATCH as changeCategory, DELETE as removeCategory } from "../reward-categories/[code]/route";
import { PUT as orderCategories } from "../reward-categories/order/route";
import { POST as createCategory, GET as listCategories } from "../reward-categories/route";
import { POST as sendBack } from "../reward-proposals/[id]/return/route";
import { PATCH as changeProposal, DELETE as drop } from "../reward-proposals/[id]/route";
import { POST as send } from "../reward-proposals/[id]/send/route";
import { POST as withdraw } from "../reward-proposals/[id]/withdraw/route";
import { POST as drawUp } from "../reward-proposals/route";
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

it("takes proposals of partners, with pictures of theirs, and sends them back", async () => {
  const { programId, slug } = program;
  const organizationId = newId();
  await db().organization.create({ data: { organizationId, name: "Alpine Roasters" } });
  await db().programParticipant.create({ data: { programId, organizationId, role: "REWARD_PARTNER" } });
  const { userId } = await makeUser({ organizationId });
  const partner = {
    cookie: await portalCookie(userId),
    "tessera-program": slug,
    origin: "http://localhost:3000",
    "content-type": "application/json",
  };
  const content = await sharp({ create: { width: 32, height: 32, channels: 3, background: "#a34" } })
    .png()
    .toBuffer();
  const upload = new Request("http://localhost:3000/api/v1/images", {
    method: "POST",
    headers: { ...partner, "content-type": "image/png" },
    body: Uint8Array.from(content),
  });
  const picture = await (await uploadImage(upload, none)).json();
  const drawn = await drawUp(
    ask("POST", { kind: "physical", name: "A pound of beans", imageId: picture.id }, { headers: partner }),
    none,
  );
  expect(drawn.status).toBe(201);
  const { id, image, proposal } = await drawn.json();
  expect({ image: image.id, state: proposal.state }).toEqual({ image: picture.id, state: "drawn_up" });

  const priced = await changeProposal(
    ask("PATCH", { prices: [{ points: 1 }] }, { headers: partner }),
    at({ id }),
  );
  expect(priced.status).toBe(422);
  expect((await drawUp(ask("POST", { kind: "physical", name: "Ours" }), none)).status).toBe(403);
  await changeProposal(ask("PATCH", { summary: "Whole" }, { headers: partner }), at({ id }));
  expect((await send(ask("POST", undefined, { headers: partner }), at({ id }))).status).toBe(200);
  const waiting = await (await list(ask("GET", undefined, { query: "?onlyWaiting=true" }), none)).json();
  expect(waiting.items.map((reward: { id: string }) => reward.id)).toEqual([id]);
  expect((await sendBack(ask("POST", { note: "" }), at({ id }))).status).toBe(422);
  expect((await sendBack(ask("POST", { note: "Too dear" }), at({ id }))).status).toBe(200);
  expect((await withdraw(ask("POST", undefined, { headers: partner }), at({ id }))).status).toBe(409);
  const dropped = await drop(ask("DELETE", undefined, { headers: partner }), at({ id }));
  expect((await dropped.json()).state).toBe("archived");
});
