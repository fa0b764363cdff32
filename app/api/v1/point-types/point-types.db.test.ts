import { beforeAll, expect, it } from "vitest";
import { createApiKey } from "@/lib/api-keys";
import { ctxFor, makeProgram } from "@/lib/testing/fixtures";
import { makeUser, portalCookie } from "@/lib/testing/people";
import { PATCH as changePolicy, GET as getPolicy } from "../ledger-policy/route";
import { PATCH } from "./[code]/route";
import { GET, POST } from "./route";

const ORIGIN = "http://localhost:3000";
let key: Record<string, string>;
let owner: Record<string, string>;

beforeAll(async () => {
  const program = await makeProgram();
  const { text } = await createApiKey(ctxFor(program, { role: "owner" }), {
    name: "Test",
    scopes: ["wallet:read"],
  });
  key = { authorization: `Bearer ${text}` };
  const { userId } = await makeUser({ organizationId: program.organizationId });
  owner = { cookie: await portalCookie(userId), "tessera-program": program.slug, origin: ORIGIN };
});

const none = { params: Promise.resolve({}) };
const at = (code: string) => ({ params: Promise.resolve({ code }) });
const read = () => new Request(`${ORIGIN}/api/v1/point-types`, { headers: key });
const send = (method: string, body: unknown, headers = owner) =>
  new Request(`${ORIGIN}/api/v1/point-types`, {
    method,
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify(body),
  });

it("adds, changes and lists point types; keys only read them", async () => {
  const input = { code: "status", name: "status points", pending: { kind: "period", days: 14 } };
  expect((await POST(send("POST", input, key), none)).status).toBe(403);
  const made = await POST(send("POST", input), none);
  expect(made.status).toBe(201);
  expect(await made.json()).toMatchObject({ ...input, expiry: { kind: "none" }, spendable: false });
  expect((await POST(send("POST", input), none)).status).toBe(409);
  const changed = await PATCH(send("PATCH", { name: "stars" }), at("status"));
  expect(await changed.json()).toMatchObject({ code: "status", name: "stars", pending: input.pending });
  expect((await PATCH(send("PATCH", { name: "stars" }), at("miles"))).status).toBe(404);
  const { items } = await (await GET(read(), none)).json();
  expect(items.map(({ code }: { code: string }) => code)).toEqual(["points", "status"]);
});

it("points to what is wrong with a policy", async () => {
  const answer = await PATCH(
    send("PATCH", { expiry: { kind: "rolling", unit: "month", count: 0 } }),
    at("points"),
  );
  expect(answer.status).toBe(422);
  expect((await answer.json()).errors).toMatchObject([{ pointer: "/expiry/count" }]);
  expect((await PATCH(send("PATCH", {}), at("points"))).status).toBe(422);
});

it("reads and changes the ledger's policy in parts", async () => {
  const changed = await changePolicy(send("PATCH", { adjustments: { approvalAbove: null } }), none);
  expect(changed.status).toBe(200);
  const policy = await (await getPolicy(read(), none)).json();
  expect(policy).toMatchObject({ adjustments: { approvalAbove: null }, holds: { defaultMinutes: 15 } });
  expect((await changePolicy(send("PATCH", { graceDays: -1 }), none)).status).toBe(422);
});
