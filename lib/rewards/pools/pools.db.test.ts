import { mkdtempSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { fixedClock } from "@/lib/core/clock";
import { newId, toTypeId } from "@/lib/core/ids";
import { db, withTx } from "@/lib/db";
import { ctxFor, makeOrganization, makeProgram } from "@/lib/testing/fixtures";
import { takeCode } from "../code-sql";
import { listLow } from "../list-low";
import { tellWhatRunsLow } from "../tell-what-runs-low";
import { makePool, makeReward, putCodes } from "../testing";
import { createPool } from "./create-pool";
import { listPools, listRefusedCodes, listUploads, readPool, readUpload } from "./pool-queries";
import { lapseCodes } from "./pool-sql";
import { readCodes } from "./read-codes";
import { refusedCodesReport } from "./refused-report";
import { removeCodes } from "./remove-codes";
import { resumeUpload } from "./resume-upload";
import { uploadCodes } from "./upload-codes";

const folder = mkdtempSync(join(tmpdir(), "tessera-codes-"));
process.env.TESSERA_DATA_DIR = folder;
afterAll(() => rm(folder, { recursive: true, force: true }));

const NOW = new Date("2026-11-22T10:00:00Z");
const clock = fixedClock(NOW);
const numbered = (count: number, prefix = "BEAN") =>
  Array.from({ length: count }, (_, place) => `${prefix}-${String(place).padStart(6, "0")}`);

async function* inChunks(text: string): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < text.length; at += 1_000) yield Buffer.from(text.slice(at, at + 1_000));
}

const take = (programId: string, poolId: string, today = "2026-11-22") =>
  withTx({}, (tx) => takeCode(tx, programId, { poolId, redemptionId: newId(), today, now: NOW }));

describe("a file of codes", () => {
  it("puts in what is new and lists the rest with the reasons", async () => {
    const { ctx } = await makeProgram({}, clock);
    const poolId = await makePool(ctx, ["OLD-1"]);
    const text = [
      "code,last day",
      "NEW-1,2026-12-31",
      "",
      "NEW-2",
      "NEW-1,2027-12-31",
      "OLD-1",
      '"NEW-3",2026-11-22',
      "has blanks",
      "NEW-4,2026-11-21",
      "NEW-5,soon",
      "x".repeat(65),
    ].join("\r\n");
    const upload = await putCodes(ctx, poolId, text);
    expect(upload).toMatchObject({
      state: "done",
      progress: 1,
      lines: 9,
      added: 3,
      duplicates: 2,
      refused: 4,
    });
    const refused = await listRefusedCodes(ctx, upload.uploadId, { limit: 10 });
    expect(refused.items.map(({ line, reason }) => [line, reason])).toEqual([
      [5, "duplicate_in_file"],
      [6, "duplicate_in_program"],
      [8, "not_a_code"],
      [9, "expired"],
      [10, "not_a_day"],
      [11, "not_a_code"],
    ]);
    expect(await readPool(ctx, poolId)).toMatchObject({ free: 4, handed: 0, void: 0 });
    const page = await listRefusedCodes(ctx, upload.uploadId, { limit: 2 });
    expect(
      (await listRefusedCodes(ctx, upload.uploadId, { limit: 2, cursor: page.nextCursor ?? "" })).items,
    ).toEqual(refused.items.slice(2, 4));
    let report = "";
    for await (const part of refusedCodesReport(ctx, upload.uploadId)) report += part;
    expect(report.split("\r\n").slice(0, 2)).toEqual(["line,code,reason", "5,NEW-1,duplicate_in_file"]);
  });

  it("refuses codes of other pools and of vouchers, but not those of other programs", async () => {
    const { ctx } = await makeProgram();
    const other = await makeProgram();
    await makePool(ctx, ["TAKEN-1"]);
    await makePool(other.ctx, ["FREE-1"]);
    await db().voucher.create({
      data: {
        programId: ctx.programId,
        voucherId: newId(),
        memberId: newId(),
        redemptionId: newId(),
        code: "TAKEN-2",
        name: "Given",
        costMinor: 0,
        issuedAt: NOW,
      },
    });
    const poolId = await makePool(ctx, []);
    const upload = await putCodes(ctx, poolId, "TAKEN-1\nTAKEN-2\nFREE-1");
    expect(upload).toMatchObject({ added: 1, duplicates: 2 });
  });

  it("goes on where it stopped, page by page, and adds nothing twice", async () => {
    const { ctx } = await makeProgram();
    const poolId = await makePool(ctx, []);
    const codes = numbered(12_000);
    const { id } = await uploadCodes(ctx, poolId, {
      fileName: "many.csv",
      content: inChunks(`${codes.join("\n")}\n`),
    });
    const [upload] = await db().codeUpload.findMany({ where: { programId: ctx.programId } });
    const only = { programId: ctx.programId, uploadId: upload?.uploadId ?? "" };
    // A page whose transaction is lost, as when the process is killed, leaves nothing behind.
    await expect(
      withTx({}, async (tx) => {
        await tx.codeUpload.update({ where: { programId_uploadId: only }, data: { attempts: 1 } });
        throw new Error("killed");
      }),
    ).rejects.toThrow("killed");
    const seen: number[] = [];
    while ((await readUpload(ctx, only.uploadId)).state === "reading") {
      // Several at once: one works, the others find nothing to do.
      await Promise.all([readCodes({ only }), readCodes({ only })]);
      seen.push((await readUpload(ctx, only.uploadId)).lines);
    }
    expect(seen.at(-1)).toBe(12_000);
    expect((await listUploads(ctx, poolId, { limit: 5 })).items).toMatchObject([
      { id, added: 12_000, duplicates: 0 },
    ]);
    const kept = await db().poolCode.findMany({
      where: { programId: ctx.programId, poolId },
      orderBy: { codeNo: "asc" },
      select: { code: true },
    });
    expect(kept.map(({ code }) => code)).toEqual(codes);
    expect(await readCodes({ only })).toBeNull();
  });

  it("fails with the reason where it cannot be read on, and goes on when somebody says so", async () => {
    const { ctx } = await makeProgram();
    const poolId = await makePool(ctx, []);
    await uploadCodes(ctx, poolId, {
      fileName: "codes.csv",
      content: inChunks(`${numbered(6_000).join("\n")}\n"open`),
    });
    const [upload] = await db().codeUpload.findMany({ where: { programId: ctx.programId } });
    const only = { programId: ctx.programId, uploadId: upload?.uploadId ?? "" };
    await readCodes({ only });
    await readCodes({ only });
    expect(await readUpload(ctx, only.uploadId)).toMatchObject({ state: "failed", added: 5_000 });
    expect((await readUpload(ctx, only.uploadId)).error).toMatch(/never ends/);
    expect(await resumeUpload(ctx, only.uploadId)).toMatchObject({ state: "reading", error: null });
    await expect(resumeUpload(ctx, only.uploadId)).rejects.toMatchObject({ code: "upload_not_failed" });
  });

  it("is refused where it is empty or no text, and leaves no file behind", async () => {
    const { ctx } = await makeProgram();
    const poolId = await makePool(ctx, []);
    const before = await readdir(join(folder, "uploads"));
    for (const text of ["", "PK\u0003\u0004 zipped"]) {
      await expect(
        uploadCodes(ctx, poolId, { fileName: "x", content: inChunks(text) }),
      ).rejects.toMatchObject({
        code: "invalid",
      });
    }
    expect((await listUploads(ctx, poolId, { limit: 5 })).items).toEqual([]);
    expect(await readdir(join(folder, "uploads"))).toEqual(before);
  });
});

describe("a pool", () => {
  it("hands each code out once, in order, to however many ask at the same time", async () => {
    const { ctx } = await makeProgram();
    const codes = numbered(40);
    const poolId = await makePool(ctx, codes);
    const taken = await Promise.all(Array.from({ length: 60 }, () => take(ctx.programId, poolId)));
    const given = taken.flatMap((each) => each?.code ?? []);
    expect(given.toSorted()).toEqual(codes);
    expect(await readPool(ctx, poolId)).toMatchObject({ free: 0, handed: 40 });
  });

  it("waits for a code that another may yet leave free", async () => {
    const { ctx } = await makeProgram();
    const poolId = await makePool(ctx, ["ONLY-1"]);
    let waiting: ReturnType<typeof take> | undefined;
    await expect(
      withTx({}, async (tx) => {
        await takeCode(tx, ctx.programId, { poolId, redemptionId: newId(), today: "2026-11-22", now: NOW });
        waiting = take(ctx.programId, poolId);
        throw new Error("changed their mind");
      }),
    ).rejects.toThrow("changed their mind");
    expect(await waiting).toEqual({ code: "ONLY-1", expiresOn: null });
  });

  it("passes over codes that are past their last day, and puts them away at the close of the day", async () => {
    const { ctx } = await makeProgram({}, clock);
    const poolId = await makePool(ctx, ["A-1,2026-11-25", "A-2,2026-11-26", "A-3"]);
    expect(await take(ctx.programId, poolId, "2026-11-26")).toEqual({ code: "A-2", expiresOn: "2026-11-26" });
    await lapseCodes(db(), ctx.programId, "2026-11-26");
    expect(await readPool(ctx, poolId)).toMatchObject({ free: 1, handed: 1, void: 1 });
  });

  it("lets go of named codes, or of all that a file brought, but never of what members have", async () => {
    const { ctx } = await makeProgram();
    const poolId = await makePool(ctx, ["A-1", "A-2", "A-3"]);
    const { uploadId } = await putCodes(ctx, poolId, "B-1\nB-2");
    await take(ctx.programId, poolId);
    expect(await removeCodes(ctx, poolId, { codes: ["A-1", "A-2", "C-1"] })).toEqual({
      removed: 1,
      handed: 1,
      unknown: 1,
    });
    expect(await removeCodes(ctx, poolId, { uploadId })).toEqual({ removed: 2, handed: 0, unknown: 0 });
    expect(await readPool(ctx, poolId)).toMatchObject({ free: 1, handed: 1, void: 3 });
  });

  it("is told of when it runs low, once each time, and so is stock", async () => {
    const { ctx, organizationId } = await makeProgram();
    for (const role of ["marketer", "cashier"] as const) {
      const user = { userId: newId(), email: `${role}-${newId()}@example.com`, name: role };
      await db().user.create({ data: { ...user, createdAt: NOW } });
      await db().organizationUser.create({ data: { organizationId, userId: user.userId, role } });
    }
    const told = async (topic: string) => {
      const rows = await db().outbox.findMany({ where: { programId: ctx.programId, topic } });
      return rows.map(({ payload }) => payload);
    };
    const poolId = await makePool(ctx, numbered(3), 2);
    await makePool(ctx, [], 5);
    const rewardId = await makeReward(ctx, { stock: 1, lowAt: 1 });
    await Promise.all([tellWhatRunsLow(), tellWhatRunsLow()]);
    await tellWhatRunsLow();
    expect(await told("reward.stock_low")).toMatchObject([{ left: 1, lowAt: 1 }]);
    expect(await told("pool.low")).toEqual([]);
    await take(ctx.programId, poolId);
    await tellWhatRunsLow();
    await take(ctx.programId, poolId);
    await tellWhatRunsLow();
    expect(await told("pool.low")).toMatchObject([{ left: 2, lowAt: 2 }]);
    expect(await listLow(ctx)).toMatchObject({
      rewards: [{ name: "A coffee", left: 1 }],
      pools: [
        { name: "Ten off", left: 0 },
        { name: "Ten off", left: 1 },
      ],
    });
    expect((await listPools(ctx, { limit: 5 })).items.map(({ isLow }) => isLow)).toEqual([true, true]);
    await putCodes(ctx, poolId, "MORE-1\nMORE-2");
    await db().reward.update({
      where: { programId_rewardId: { programId: ctx.programId, rewardId } },
      data: { stock: 9 },
    });
    await tellWhatRunsLow();
    await take(ctx.programId, poolId);
    await tellWhatRunsLow();
    expect(await told("pool.low")).toHaveLength(2);
    expect(await told("reward.stock_low")).toHaveLength(1);
    const mails = await db().mail.findMany({
      where: { programId: ctx.programId },
      orderBy: { mailId: "asc" },
    });
    expect(mails.map(({ subject }) => subject)).toEqual([
      "A coffee: 1 left",
      "Ten off: 2 codes left",
      "Ten off: 2 codes left",
    ]);
    expect(mails.every(({ recipient }) => recipient?.startsWith("marketer"))).toBe(true);
  });

  it("is open to the partner who fills it, and to nobody else from outside", async () => {
    const program = await makeProgram();
    const { ctx } = program;
    const partnerId = await makeOrganization();
    await expect(createPool(ctx, { name: "Theirs", partnerId })).rejects.toMatchObject({ code: "invalid" });
    await db().programParticipant.create({
      data: { programId: ctx.programId, organizationId: partnerId, role: "REWARD_PARTNER" },
    });
    const partner = {
      ...ctx,
      actor: {
        kind: "partner" as const,
        userId: newId(),
        organizationId: partnerId,
        parts: ["REWARD_PARTNER" as const],
        name: "Pia",
      },
    };
    await makePool(ctx, ["OURS-1"], 5);
    const theirs = await makePool(partner, ["THEIRS-1"], 5);
    expect((await listLow(ctx)).pools).toHaveLength(2);
    expect((await listLow(partner)).pools).toMatchObject([{ id: toTypeId("cpool", theirs), left: 1 }]);
    expect((await listPools(partner, { limit: 5 })).items).toMatchObject([
      { partner: { name: expect.any(String) } },
    ]);
    expect(await removeCodes(partner, theirs, { codes: ["THEIRS-1"] })).toMatchObject({ removed: 1 });
    const ours = (await listPools(ctx, { limit: 5 })).items.find(({ partner: owner }) => owner === null);
    const [pool] = await db().codePool.findMany({ where: { programId: ctx.programId, partnerId: null } });
    expect(ours).toBeDefined();
    await expect(readPool(partner, pool?.poolId ?? "")).rejects.toMatchObject({ code: "not_found" });
    const cashier = ctxFor(program, { role: "cashier" });
    await expect(createPool(cashier, { name: "No" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(removeCodes(cashier, theirs, { codes: ["THEIRS-1"] })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
