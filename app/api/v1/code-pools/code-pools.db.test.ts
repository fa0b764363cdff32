import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createApiKey } from "@/lib/api-keys";
import { fromTypeId } from "@/lib/core/ids";
import { readCodes } from "@/lib/rewards";
import { ctxFor, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { GET as refused } from "../code-uploads/[id]/refused/route";
import { POST as resume } from "../code-uploads/[id]/resume/route";
import { GET as readUpload } from "../code-uploads/[id]/route";
import { POST as remove } from "./[id]/removals/route";
import { PATCH as change, GET as readOne } from "./[id]/route";
import { POST as upload, GET as uploads } from "./[id]/uploads/route";
import { POST as create, GET as list } from "./route";

const folder = mkdtempSync(join(tmpdir(), "tessera-codes-"));
process.env.TESSERA_DATA_DIR = folder;
afterAll(() => rm(folder, { recursive: true, force: true }));

const ORIGIN = "http://localhost:3000/api/v1/code-pools";
let program: TestProgram;
let headers: Record<string, string>;

beforeAll(async () => {
  program = await makeProgram();
  const scopes = ["rewards:read" as const, "rewards:write" as const];
  const { text } = await createApiKey(ctxFor(program, { role: "owner" }), { name: "Test", scopes });
  headers = { authorization: `Bearer ${text}`, "content-type": "application/json" };
});

const none = { params: Promise.resolve({}) };
const at = (id: string) => ({ params: Promise.resolve({ id }) });
const ask = (method: string, body?: unknown, query = "") =>
  new Request(`${ORIGIN}${query}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
const sendFile = (id: string, body: string | Buffer, more: Record<string, string> = {}) =>
  upload(
    new Request(`${ORIGIN}?fileName=codes.txt`, {
      method: "POST",
      headers: { ...headers, "content-type": "text/plain", ...more },
      body: typeof body === "string" ? body : Uint8Array.from(body),
    }),
    at(id),
  );

it("fills a pool from files and takes codes out again", async () => {
  const made = await create(ask("POST", { name: "Ten off", lowAt: 2 }), none);
  expect(made.status).toBe(201);
  const { id } = await made.json();
  expect((await create(ask("POST", { name: "" }), none)).status).toBe(422);
  expect((await sendFile(id, "")).status).toBe(422);
  const key = { "idempotency-key": "file-1" };
  const sent = await sendFile(id, gzipSync("A-1\nA-2\nA-1\nno code\n"), key);
  expect(sent.status).toBe(201);
  const first = await sent.json();
  expect(first).toMatchObject({ state: "reading", fileName: "codes.txt", progress: 0 });
  expect(await (await sendFile(id, gzipSync("A-1\nA-2\nA-1\nno code\n"), key)).json()).toEqual(first);
  await readCodes({ only: { programId: program.programId, uploadId: fromTypeId("upl", first.id) ?? "" } });
  const done = await (await readUpload(ask("GET"), at(first.id))).json();
  expect(done).toMatchObject({ state: "done", progress: 1, lines: 4, added: 2, duplicates: 1, refused: 1 });
  expect(await (await refused(ask("GET"), at(first.id))).json()).toMatchObject({
    items: [
      { line: 3, code: "A-1", reason: "duplicate_in_file" },
      { line: 4, code: "no code", reason: "not_a_code" },
    ],
  });
  expect((await resume(ask("POST"), at(first.id))).status).toBe(409);
  expect((await (await uploads(ask("GET"), at(id))).json()).items).toHaveLength(1);
  const gone = await remove(ask("POST", { codes: ["A-2", "B-1"] }), at(id));
  expect(await gone.json()).toEqual({ removed: 1, handed: 0, unknown: 1 });
  expect(await (await remove(ask("POST", { uploadId: first.id }), at(id))).json()).toMatchObject({
    removed: 1,
  });
  expect((await remove(ask("POST", {}), at(id))).status).toBe(422);
  const changed = await change(ask("PATCH", { lowAt: null }), at(id));
  expect(await changed.json()).toMatchObject({ lowAt: null, isLow: false, free: 0, void: 2 });
  expect((await (await list(ask("GET", undefined, "?q=ten"), none)).json()).items).toMatchObject([{ id }]);
  expect((await readOne(ask("GET"), at(id))).status).toBe(200);
  expect((await readOne(ask("GET"), at(first.id))).status).toBe(422);
});
