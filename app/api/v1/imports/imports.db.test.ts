import { mkdtempSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApiKey } from "@/lib/api-keys";
import type { Permission } from "@/lib/auth/permissions";
import { ctxFor, makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { POST as cancel } from "./[id]/cancel/route";
import { POST as preview } from "./[id]/preview/route";
import { GET as rejects } from "./[id]/rejects/route";
import { POST as resume } from "./[id]/resume/route";
import { GET as readOne } from "./[id]/route";
import { GET as sample } from "./[id]/sample/route";
import { POST as start } from "./[id]/start/route";
import { GET as list, POST as upload } from "./route";

const folder = mkdtempSync(join(tmpdir(), "tessera-api-"));
process.env.TESSERA_DATA_DIR = folder;
afterAll(() => rm(folder, { recursive: true, force: true }));

const ORIGIN = "http://localhost:3000/api/v1/imports";
const FILE =
  "receipt,customer,sold_at,total\n1,c-1,2026-03-14 09:12:05,3.80\n2,c-2,2026-03-14 09:15:41,4.20\n";
const COLUMNS = { basketId: "receipt", memberId: "customer", occurredAt: "sold_at", amount: "total" };

let program: TestProgram;
let key: string;

type Scopes = Parameters<typeof createApiKey>[1]["scopes"];

async function keyOf(owner: TestProgram, scopes: Scopes): Promise<string> {
  return (await createApiKey(ctxFor(owner, { role: "owner" }), { name: "Test", scopes })).text;
}

beforeAll(async () => {
  program = await makeProgram();
  await makeMember(program.ctx, { externalId: "c-1" });
  key = await keyOf(program, ["imports:write", "members:write"] satisfies Permission[]);
});

const none = { params: Promise.resolve({}) };
const at = (id: string) => ({ params: Promise.resolve({ id }) });
const authorized = (extra: Record<string, string> = {}, as = key) => ({
  authorization: `Bearer ${as}`,
  ...extra,
});

function sendFile(body: string | Buffer | null, { type = "text/csv", headers = {}, as = key } = {}) {
  const content = typeof body === "string" ? body : body && new Uint8Array(body);
  return upload(
    new Request(`${ORIGIN}?fileName=sales.csv`, {
      method: "POST",
      headers: authorized({ "content-type": type, ...headers }, as),
      body: content,
    }),
    none,
  );
}

async function uploaded(body: string | Buffer = FILE): Promise<string> {
  return (await (await sendFile(body)).json()).id;
}

function post(action: typeof start, id: string, body?: unknown, as = key) {
  const request = new Request(`${ORIGIN}/${id}/action`, {
    method: "POST",
    headers: authorized({ "content-type": "application/json" }, as),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return action(request, at(id));
}

const get = (as = key) => new Request(ORIGIN, { headers: authorized({}, as) });

describe("uploading a file", () => {
  it("answers with what the file looks like", async () => {
    const answer = await sendFile(FILE);
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({
      fileName: "sales.csv",
      fileBytes: FILE.length,
      state: "uploaded",
      layout: { columns: ["receipt", "customer", "sold_at", "total"], delimiter: ",", gzip: false },
    });
  });

  it("takes gzip by its bytes, whatever it is called, and semicolons and Latin letters", async () => {
    const text = "Bon-Nr.;Kunde;Datum;Betrag;Artikel\n1;c-1;14.03.2026;3,80;Café\n";
    const answer = await sendFile(gzipSync(Buffer.from(text, "latin1")));
    expect(await answer.json()).toMatchObject({ layout: { delimiter: ";", encoding: "latin1", gzip: true } });
  });

  it.each([
    ["an empty file", "", /empty/],
    ["a header alone", "a,b,c\n", /nothing below/],
    ["no header", "1,2,3\n4,5,6\n", /values, not names/],
    ["one column", "hello\nworld\n", /does not look like a header/],
    ["a name twice", "a,b,a\n1,2,3\n", /Two columns are named/],
    ["a spreadsheet", Buffer.from([0x50, 0x4b, 3, 4, 20, 0]), /spreadsheet/],
    ["a broken gzip", Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3, 4]), /damaged/],
  ])("refuses %s and keeps nothing of it", async (_what, body, reason) => {
    const answer = await sendFile(body);
    expect([400, 422]).toContain(answer.status);
    expect((await answer.json()).title).toMatch(reason);
    const kept = await readdir(join(folder, "uploads"));
    const known = (await (await list(get(), none)).json()).items.length;
    expect(kept.filter((name) => name.endsWith(".part"))).toEqual([]);
    expect(kept.length).toBe(known);
  });

  it("refuses a form in place of a file", async () => {
    const answer = await sendFile("--x--", { type: "multipart/form-data; boundary=x" });
    expect(answer.status).toBe(400);
    expect((await answer.json()).title).toMatch(/Send the file itself/);
  });

  it("replays a repeated upload and keeps one file", async () => {
    const headers = { "idempotency-key": "march" };
    const before = (await readdir(join(folder, "uploads"))).length;
    const first = await (await sendFile(FILE, { headers })).json();
    const again = await (await sendFile(FILE, { headers })).json();
    expect(again).toEqual(first);
    expect((await readdir(join(folder, "uploads"))).length).toBe(before + 1);
  });
});

describe("mapping and starting", () => {
  it("proposes a mapping and shows the first baskets", async () => {
    const id = await uploaded();
    const { guess } = await (await sample(get(), at(id))).json();
    expect(guess.columns).toEqual({
      memberId: "customer",
      basketId: "receipt",
      occurredAt: "sold_at",
      amount: "total",
    });
    const shown = await (await post(preview, id, { mapping: { columns: COLUMNS } })).json();
    expect(shown).toMatchObject({
      linesRead: 2,
      problemCount: 0,
      baskets: [
        { basketId: "1", memberKnown: true, amountMinor: 380, problem: null },
        {
          basketId: "2",
          memberKnown: false,
          amountMinor: 420,
          problem: expect.stringContaining("no member"),
        },
      ],
    });
  });

  it("names the columns that the file lacks", async () => {
    const id = await uploaded();
    for (const action of [preview, start]) {
      const columns = { ...COLUMNS, amount: "price", sku: "article" };
      const answer = await post(action, id, { mapping: { columns } });
      expect(answer.status).toBe(422);
      expect(await answer.json()).toMatchObject({
        title: expect.stringContaining("lacks the columns “price”, “article”"),
        errors: [
          { pointer: "/mapping/columns/amount", code: "missing_column" },
          { pointer: "/mapping/columns/sku", code: "missing_column" },
        ],
      });
    }
  });

  it("names the fields that the mapping lacks", async () => {
    const answer = await post(start, await uploaded(), { mapping: { columns: { basketId: "receipt" } } });
    expect(answer.status).toBe(422);
    const pointers = (await answer.json()).errors.map(({ pointer }: { pointer: string }) => pointer);
    expect(pointers).toEqual(
      ["memberId", "occurredAt", "amount"].map((field) => `/mapping/columns/${field}`),
    );
  });

  it("starts once, and is cancelled once", async () => {
    const id = await uploaded();
    expect(await (await post(start, id, { mapping: { columns: COLUMNS } })).json()).toMatchObject({
      state: "staging",
    });
    expect((await post(start, id, { mapping: { columns: COLUMNS } })).status).toBe(409);
    expect((await sample(get(), at(id))).status).toBe(409);
    expect((await post(resume, id)).status).toBe(409);
    expect(await (await post(cancel, id)).json()).toMatchObject({ state: "cancelled" });
    expect((await post(cancel, id)).status).toBe(409);
  });
});

describe("who may", () => {
  it("needs the scope, and for creating members that one as well", async () => {
    const reader = await keyOf(program, ["members:read"]);
    expect((await sendFile(FILE, { as: reader })).status).toBe(403);
    const importer = await keyOf(program, ["imports:write"]);
    const mapping = { columns: COLUMNS, createMembers: true };
    const answer = await post(start, await uploaded(), { mapping }, importer);
    expect(answer.status).toBe(403);
    expect((await answer.json()).title).toContain("members:write");
  });

  it("hides another program's imports", async () => {
    const id = await uploaded();
    const stranger = await keyOf(await makeProgram(), ["imports:write"]);
    const answers = [
      readOne(get(stranger), at(id)),
      rejects(get(stranger), at(id)),
      sample(get(stranger), at(id)),
      post(cancel, id, undefined, stranger),
      post(start, id, { mapping: { columns: COLUMNS } }, stranger),
    ];
    for (const answer of answers) expect((await answer).status).toBe(404);
    expect((await (await list(get(stranger), none)).json()).items).toEqual([]);
    expect((await (await readOne(get(), at(id))).json()).state).toBe("uploaded");
  });

  it("refuses an id that is none", async () => {
    expect((await readOne(get(), at("imp_nonsense"))).status).toBe(422);
  });
});
