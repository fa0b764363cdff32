import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createApiKey } from "@/lib/api-keys";
import { runCreditStep } from "@/lib/flows/run-credits";
import { ctxFor, makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { makeUser, portalCookie } from "@/lib/testing/people";
import { POST as approve } from "./[id]/approve/route";
import { POST as cancel } from "./[id]/cancel/route";
import { POST as confirm } from "./[id]/confirm/route";
import { GET as refused } from "./[id]/refused/route";
import { POST as resume } from "./[id]/resume/route";
import { GET as readOne } from "./[id]/route";
import { GET as list, POST as upload } from "./route";

const folder = mkdtempSync(join(tmpdir(), "tessera-credits-api-"));
process.env.TESSERA_DATA_DIR = folder;
afterAll(() => rm(folder, { recursive: true, force: true }));

const ORIGIN = "http://localhost:3000";
let program: TestProgram;
let key: Record<string, string>;
let admin: Record<string, string>;

beforeAll(async () => {
  program = await makeProgram();
  const { text } = await createApiKey(ctxFor(program, { role: "owner" }), {
    name: "Back office",
    scopes: ["points:adjust"],
  });
  key = { authorization: `Bearer ${text}` };
  const { userId } = await makeUser({ organizationId: program.organizationId });
  admin = { cookie: await portalCookie(userId), "tessera-program": program.slug, origin: ORIGIN };
  await makeMember(program.ctx, { externalId: "c-1" });
});

const at = (id: string) => ({ params: Promise.resolve({ id }) });
const none = { params: Promise.resolve({}) };
const get = (query = "") => new Request(`${ORIGIN}/api/v1/credits${query}`, { headers: key });
const post = (headers = key, body?: unknown) =>
  new Request(`${ORIGIN}/api/v1/credits/x`, {
    method: "POST",
    headers: { ...headers, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

function send(text: string, query = "?fileName=a.csv&reason=Spring") {
  const headers = { ...key, "content-type": "text/csv" };
  return upload(
    new Request(`${ORIGIN}/api/v1/credits${query}`, { method: "POST", headers, body: text }),
    none,
  );
}

async function sent(text: string): Promise<string> {
  const answer = await send(text);
  expect(answer.status).toBe(201);
  const { id, state } = await answer.json();
  expect(state).toBe("checking");
  while ((await runCreditStep()) !== null);
  return id;
}

it("takes a file in, shows what it gives and what it refuses, and posts it once confirmed", async () => {
  const id = await sent("member,points\nc-1,50\nc-2,3\n");
  expect(id).toMatch(/^job_/);
  const preview = await (await readOne(get(), at(id))).json();
  expect(preview).toMatchObject({
    state: "ready",
    reason: "Spring",
    points: 50,
    refusals: [{ code: "unknown_member", lines: 1 }],
    uploadedBy: { name: "API key “Back office”" },
  });
  const { items } = await (await refused(get(), at(id))).json();
  expect(items).toMatchObject([{ line: 3, code: "unknown_member", content: "c-2,3" }]);
  expect((await resume(post(), at(id))).status).toBe(409);
  expect(await (await confirm(post(), at(id))).json()).toMatchObject({ state: "posting" });
  expect((await confirm(post(), at(id))).status).toBe(409);
  expect((await cancel(post(), at(id))).status).toBe(409);
});

it("lets a person of the portal approve a large file, and not the key", async () => {
  const id = await sent("member,points\nc-1,50000\n");
  expect(await (await confirm(post(), at(id))).json()).toMatchObject({ state: "waiting" });
  const { items } = await (await list(get("?state=waiting"), none)).json();
  expect(items.map((job: { id: string }) => job.id)).toEqual([id]);
  expect((await approve(post(key, {}), at(id))).status).toBe(403);
  const answer = await approve(post(admin, { note: "Agreed" }), at(id));
  expect(await answer.json()).toMatchObject({ state: "posting", decisionNote: "Agreed" });
});

it("drops a file, and refuses what is none", async () => {
  const id = await sent("member,points\nc-1,1\n");
  expect(await (await cancel(post(), at(id))).json()).toMatchObject({ state: "cancelled" });
  expect((await send("name,sum\nAda,1\n")).status).toBe(422);
  expect((await send("member,points\nc-1,1\n", "")).status).toBe(422);
});
