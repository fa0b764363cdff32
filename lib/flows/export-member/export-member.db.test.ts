import { execFile } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NotFound } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import type { Known } from "@/lib/flows/erase-member/known-member/testing";
import { makeKnownMember } from "@/lib/flows/erase-member/testing";
import { ctxFor } from "@/lib/testing/fixtures";
import { exportMember, readExportPage } from "./export-member";
import { exportResponse } from "./export-response";
import { EXPORT_SECTIONS } from "./sections";

const folder = mkdtempSync(join(tmpdir(), "tessera-export-"));
process.env.TESSERA_DATA_DIR = folder;
afterAll(() => rm(folder, { recursive: true, force: true }));

let known: Known;
beforeAll(async () => {
  known = await makeKnownMember();
}, 120_000);

async function exported(format: "json" | "csv"): Promise<Buffer> {
  const { program, ctx, member } = known;
  const pieces: Buffer[] = [];
  const own = ctxFor(program, { memberId: member.memberId, clock: ctx.clock });
  await exportMember(own, member.memberId, format, async (piece) => {
    pieces.push(piece);
  });
  return Buffer.concat(pieces);
}

/** What is not theirs to have, was replaced since, or stands on the statement of their pool. */
const NOT_EXPORTED = /^zq(key|idem|first|last|refused|creditbad|pool|p256dh|auth|caller|pushkey)/;

describe("an export", () => {
  it("has everything that was known of the member, with reasons, as JSON", async () => {
    const document = JSON.parse((await exported("json")).toString());
    expect(Object.keys(document.data)).toEqual(EXPORT_SECTIONS.map(({ name }) => name));
    expect(document.member).toBe(toTypeId("mem", known.member.memberId));
    const text = JSON.stringify(document);
    expect(known.marks.given.filter((mark) => !text.includes(mark) && !NOT_EXPORTED.test(mark))).toEqual([]);
    expect(document.data.profile[0]).toMatchObject({ birthday: "1987-06-05", tier: "gold" });
    expect(document.data.activity[0]).toMatchObject({
      reason: expect.any(String),
      points: expect.any(Number),
    });
    expect(text).not.toContain("argon2");
  });

  it("is an archive of CSV files that any program opens", async () => {
    const path = join(folder, "export.zip");
    await writeFile(path, await exported("csv"));
    const script =
      "import sys,zipfile\nz=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None\n" +
      "print('\\n'.join(z.namelist())); print(z.read('profile.csv').decode('utf-8-sig'))";
    const { stdout } = await promisify(execFile)("python3", ["-c", script, path]);
    for (const { name } of EXPORT_SECTIONS) expect(stdout).toContain(`${name}.csv`);
    expect(stdout).toContain("memberId,externalId,cardNumber");
    expect(stdout).toContain(known.member.externalId);
  });

  it("comes in pages that together are the whole", async () => {
    const { ctx, member } = known;
    const sections = new Set<string>();
    let rows = 0;
    let cursor: string | undefined;
    do {
      const page = await readExportPage(ctx, member.memberId, { cursor, limit: 3 });
      for (const { section } of page.items) sections.add(section);
      rows += page.items.length;
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    const { data } = JSON.parse((await exported("json")).toString());
    const whole: unknown[] = Object.values<unknown[]>(data).flat();
    expect(rows).toBe(whole.length);
    expect([...sections].every((section) => section in data)).toBe(true);
  });

  it("streams as a file to download, and refuses in words", async () => {
    const { program, ctx, member, other } = known;
    const own = ctxFor(program, { memberId: member.memberId, clock: ctx.clock });
    const answer = await exportResponse(own, member.memberId, "json", "my-data");
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="my-data.json"');
    expect((await answer.json()).data.profile).toHaveLength(1);
    expect((await exportResponse(own, other.memberId, "json", "my-data")).status).toBe(404);
  });

  it("is of one member, for themselves or for whoever may, and is noted", async () => {
    const { program, member, other } = known;
    const asOther = ctxFor(program, { memberId: other.memberId });
    const nowhere = async () => undefined;
    await expect(exportMember(asOther, member.memberId, "json", nowhere)).rejects.toThrow(NotFound);
    const marketer = ctxFor(program, { role: "marketer" });
    await expect(exportMember(marketer, member.memberId, "json", nowhere)).rejects.toThrow("members:export");
    expect(
      await db().audit.count({ where: { programId: program.programId, action: "member.exported" } }),
    ).toBe(5);
    const text = (await exported("json")).toString();
    expect(text).not.toContain("Olga");
  });
});
