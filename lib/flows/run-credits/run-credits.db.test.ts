import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/auth/context";
import { OwnRequest } from "@/lib/auth/four-eyes";
import { present } from "@/lib/core/assert";
import { Conflict, Forbidden, Invalid, NotFound } from "@/lib/core/errors";
import { fromTypeId, toTypeId } from "@/lib/core/ids";
import {
  approveCredits,
  type CreditKey,
  cancelCredits,
  confirmCredits,
  listRefused,
  lockOpenJob,
  readCredits,
  refusedReport,
  resumeCredits,
  uploadCredits,
} from "@/lib/credits";
import { db } from "@/lib/db";
import { postSlice } from "@/lib/flows/post-events/post-slice";
import { createMembers } from "@/lib/members";
import { insertPointType } from "@/lib/programs";
import { ctxFor, makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { readActivity, readWallet, verifyLedger } from "@/lib/wallet";
import { runCreditStep } from "./run-credit-step";

const folder = mkdtempSync(join(tmpdir(), "tessera-credits-"));
process.env.TESSERA_DATA_DIR = folder;
afterAll(() => rm(folder, { recursive: true, force: true }));

const MAX_STEPS = 200;

async function upload(ctx: Ctx, text: string | Buffer, reason?: string): Promise<CreditKey> {
  const { id } = await uploadCredits(ctx, {
    fileName: "spring.csv",
    content: Readable.from([Buffer.from(text)]),
    ...(reason === undefined ? {} : { reason }),
  });
  return { programId: ctx.programId, jobId: present(fromTypeId("job", id), "a job has a job's id") };
}

async function stateOf({ programId, jobId }: CreditKey): Promise<string> {
  return (await db().creditJob.findUniqueOrThrow({ where: { programId_jobId: { programId, jobId } } })).state;
}

async function stepUntil(only: CreditKey, ...states: string[]): Promise<void> {
  for (let step = 0; step < MAX_STEPS; step += 1) {
    if (states.includes(await stateOf(only))) return;
    await db().creditJob.update({ where: { programId_jobId: only }, data: { notBefore: null } });
    await runCreditStep({ only });
    if ((await stateOf(only)) === "posting") await postEverything(only.programId);
  }
  throw new Error(`the job does not come to ${states.join(" or ")}`);
}

async function postEverything(programId: string): Promise<void> {
  while ((await postSlice({ programId })) !== null);
}

async function checked(ctx: Ctx, text: string | Buffer, reason?: string): Promise<CreditKey> {
  const key = await upload(ctx, text, reason);
  await stepUntil(key, "ready", "failed");
  return key;
}

const csv = (...lines: string[]) => ["member,points,reason", ...lines].join("\n");

/** A program whose marketer sends files and whose admin approves. */
async function makeStage(): Promise<{ program: TestProgram; sender: Ctx; approver: Ctx }> {
  const program = await makeProgram();
  return {
    program,
    sender: ctxFor(program, { role: "marketer" }),
    approver: ctxFor(program, { role: "admin" }),
  };
}

describe("a file of credits", () => {
  it("names members in any way, and is explained in their activity", async () => {
    const { program, sender } = await makeStage();
    const [ada, bea, cid, dan] = await createMembers(program.ctx, [
      { name: "Ada", externalId: "c-1" },
      { name: "Bea", email: "bea@example.com" },
      { name: "Cid" },
      { name: "Dan" },
    ]);
    if (!ada || !bea || !cid || !dan) throw new Error("four members were asked for");
    const key = await checked(
      sender,
      csv(
        "c-1,10,Welcome",
        "Bea@Example.com,20,Welcome",
        `${cid.cardNumber},30,`,
        `${toTypeId("mem", dan.memberId)},40,Prize`,
      ),
      "Spring",
    );
    await confirmCredits(sender, key);
    await stepUntil(key, "done");
    const balances = await Promise.all(
      [ada, bea, cid, dan].map(async ({ memberId }) => (await readWallet(program.ctx, memberId)).available),
    );
    expect(balances).toEqual([10, 20, 30, 40]);
    const { items } = await readActivity(program.ctx, cid.memberId, { limit: 5 });
    expect(items).toMatchObject([
      { type: "adjustment", points: 30, reason: "Credited from spring.csv · Spring" },
    ]);
    expect(await readCredits(sender, key.jobId)).toMatchObject({ state: "done", posted: 4, dead: 0 });
    expect((await verifyLedger(program.ctx)).isSound).toBe(true);
  });

  it("shows before anything moves what it gives, and which lines it refuses and why", async () => {
    const { program, sender } = await makeStage();
    await makeMember(program.ctx, { name: "Ada", externalId: "c-1" });
    await makeMember(program.ctx, { name: "Bea", externalId: "c-2" });
    const gone = await makeMember(program.ctx, { externalId: "c-9" });
    await db().member.update({
      where: { programId_memberId: { programId: program.programId, memberId: gone.memberId } },
      data: { status: "closed" },
    });
    await db().$transaction((tx) =>
      insertPointType(tx, program.programId, {
        ...program.pointType,
        pointTypeNo: 2,
        code: "status",
        name: "status points",
        spendable: false,
      }),
    );
    const key = await checked(
      sender,
      [
        "Customer ID;Points;Reason;Point type",
        "c-1;100;Prize;",
        "c-2;5;Prize;STATUS",
        "c-3;1;Prize;",
        "c-1;100;Prize;",
        "c-1;1.5;Prize;",
        "c-1;-3;Prize;",
        "c-9;3;Prize;",
        "c-1;3;;",
        "c-1;3;Prize;miles",
        "c-1;3",
        ";3;Prize;",
        "c-1;2000000000;Prize;",
      ].join("\n"),
    );
    const job = await readCredits(sender, key.jobId);
    expect(job).toMatchObject({
      state: "ready",
      lines: 12,
      linesRefused: 10,
      credits: 2,
      points: 105,
      members: 2,
      byPointType: [
        { code: "points", lines: 1, points: 100 },
        { code: "status", lines: 1, points: 5 },
      ],
      sample: [
        { line: 2, memberName: "Ada", points: 100 },
        { line: 3, memberName: "Bea", points: 5, pointType: "status points" },
      ],
    });
    const { items } = await listRefused(sender, key.jobId, { limit: 50 });
    expect(items.map(({ line, code }) => [line, code])).toEqual([
      [4, "unknown_member"],
      [5, "repeated_line"],
      [6, "points"],
      [7, "points"],
      [8, "member_closed"],
      [9, "missing_reason"],
      [10, "unknown_point_type"],
      [11, "column_count"],
      [12, "missing_value"],
      [13, "points_too_many"],
    ]);
    let report = "";
    for await (const part of refusedReport(sender, key.jobId)) report += part;
    expect(report.split("\r\n")[1]).toBe("4,unknown_member,The program has no member “c-3”.,c-3;1;Prize;");
    expect(await db().event.count({ where: { programId: program.programId } })).toBe(0);
  });

  it("is refused at the door when it is no file of credits", async () => {
    const { sender, program } = await makeStage();
    await expect(upload(sender, "name,amount\nAda,3\n")).rejects.toThrow(Invalid);
    await expect(upload(sender, "member,reason\nc-1,Prize\n")).rejects.toThrow(Invalid);
    await expect(upload(sender, "")).rejects.toThrow(Invalid);
    await expect(upload(ctxFor(program, { role: "analyst" }), csv("c-1,1,x"))).rejects.toThrow(Forbidden);
    expect(await db().creditJob.count({ where: { programId: program.programId } })).toBe(0);
  });

  it("fails with its place when it cannot be read on, and posts nothing", async () => {
    const { program, sender } = await makeStage();
    await makeMember(program.ctx, { externalId: "c-1" });
    const key = await checked(sender, csv("c-1,1,Prize", '"c-1,2,Prize'));
    expect(await readCredits(sender, key.jobId)).toMatchObject({ state: "failed" });
    expect((await readCredits(sender, key.jobId)).error).toContain("line");
    expect(await cancelCredits(sender, key)).toMatchObject({ state: "cancelled" });
  });

  it("is dropped while it waits, and not any more once it is posting", async () => {
    const { program, sender } = await makeStage();
    const { memberId } = await makeMember(program.ctx, { externalId: "c-1" });
    const dropped = await checked(sender, csv("c-1,1,Prize"));
    await cancelCredits(sender, dropped);
    await expect(confirmCredits(sender, dropped)).rejects.toMatchObject({ code: "credits_not_ready" });
    await runCreditStep({ only: dropped });
    await runCreditStep({ only: dropped });
    expect(await db().creditLine.count({ where: { programId: program.programId } })).toBe(0);
    expect(await runCreditStep({ only: dropped })).toBeNull();

    const key = await checked(sender, csv("c-1,2,Prize"));
    await confirmCredits(sender, key);
    await expect(cancelCredits(sender, key)).rejects.toMatchObject({ code: "credits_under_way" });
    await stepUntil(key, "done");
    expect((await readWallet(program.ctx, memberId)).available).toBe(2);
  });

  it("has nothing to confirm when every line is refused", async () => {
    const { sender } = await makeStage();
    const key = await checked(sender, csv("c-1,1,Prize"));
    await expect(confirmCredits(sender, key)).rejects.toMatchObject({ code: "no_credits" });
  });

  it("belongs to its program", async () => {
    const { sender } = await makeStage();
    const other = await makeStage();
    const { jobId } = await upload(sender, csv("c-1,1,Prize"));
    await expect(readCredits(other.sender, jobId)).rejects.toThrow(NotFound);
    await expect(cancelCredits(other.sender, { jobId })).rejects.toThrow(NotFound);
  });
});

describe("a large file of credits", () => {
  it("waits for a person who neither uploaded nor confirmed it", async () => {
    const { program, sender, approver } = await makeStage();
    const { memberId } = await makeMember(program.ctx, { externalId: "c-1" });
    const key = await checked(sender, csv("c-1,900,Prize", "c-1,101,Bonus"));
    const confirmer = ctxFor(program, { role: "marketer" });
    expect(await confirmCredits(confirmer, key)).toMatchObject({ state: "waiting", needsApproval: true });
    expect(await runCreditStep({ only: key })).toBeNull();

    await expect(approveCredits(sender, key)).rejects.toThrow(OwnRequest);
    await expect(approveCredits(confirmer, key)).rejects.toThrow(OwnRequest);
    const keyed = ctxFor(program, { scopes: ["points:adjust", "adjustments:approve"] });
    await expect(approveCredits(keyed, key)).rejects.toThrow(Forbidden);
    const approvals = await Promise.allSettled([
      approveCredits(approver, key),
      approveCredits(approver, key),
    ]);
    expect(approvals.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await stepUntil(key, "done");
    expect((await readWallet(program.ctx, memberId)).available).toBe(1_001);
  });

  it("is held by the database to four eyes, and to staying once it is handed over", async () => {
    const { program, sender } = await makeStage();
    await makeMember(program.ctx, { externalId: "c-1" });
    const key = await checked(sender, csv("c-1,5000,Prize"));
    await confirmCredits(sender, key);
    const where = { programId_jobId: key };
    const { uploadedBy } = await db().creditJob.findUniqueOrThrow({ where });
    const at = { approvedAt: new Date() };
    await expect(
      db().creditJob.update({ where, data: { ...at, approvedBy: uploadedBy, state: "posting" } }),
    ).rejects.toThrow("credit_job_four_eyes_check");
    await expect(db().creditJob.update({ where, data: { state: "posting" } })).rejects.toThrow(
      "credit_job_four_eyes_check",
    );
    await expect(
      db().creditJob.update({ where, data: { handedOver: 1, state: "cancelled" } }),
    ).rejects.toThrow("credit_job_cancelled_check");
    await expect(db().creditJob.update({ where, data: { handedOver: 2 } })).rejects.toThrow(
      "credit_job_counts_check",
    );
  });
});

describe("ten thousand lines", () => {
  it("post once each, whoever stops in the middle", async () => {
    const { program, sender, approver } = await makeStage();
    const members = await createMembers(
      program.ctx,
      Array.from({ length: 100 }, (_, index) => ({ name: `Member ${index}`, externalId: `c-${index}` })),
    );
    const lines = Array.from(
      { length: 10_000 },
      (_, index) => `c-${index % 100},${index + 1},Prize ${index}`,
    );
    const key = await upload(sender, gzipSync(csv(...lines)));
    await runCreditStep({ only: key });
    expect(await readCredits(sender, key.jobId)).toMatchObject({ state: "checking", lines: 5_000 });
    // Another process dies over the next lines: its transaction never commits.
    await expect(
      db().$transaction(async (tx) => {
        expect(await lockOpenJob(tx, key)).not.toBeNull();
        expect(await runCreditStep({ only: key })).toBeNull();
        throw new Error("killed");
      }),
    ).rejects.toThrow("killed");
    await stepUntil(key, "ready");
    await confirmCredits(sender, key);
    await approveCredits(approver, key);

    // Two workers take turns; then the job fails on our side and is resumed.
    await Promise.all([runCreditStep({ only: key }), runCreditStep({ only: key })]);
    await db().creditJob.update({
      where: { programId_jobId: key },
      data: { state: "failed", failedIn: "posting", error: "It stopped." },
    });
    await expect(cancelCredits(sender, key)).rejects.toThrow(Conflict);
    await resumeCredits(sender, key);
    await stepUntil(key, "done");

    expect(await readCredits(sender, key.jobId)).toMatchObject({ credits: 10_000, posted: 10_000, dead: 0 });
    const total = (10_000 * 10_001) / 2;
    const wallets = await Promise.all(members.map(({ memberId }) => readWallet(program.ctx, memberId)));
    expect(wallets.reduce((sum, { available }) => sum + available, 0)).toBe(total);
    expect(await db().decision.count({ where: { programId: program.programId } })).toBe(10_000);
    expect((await verifyLedger(program.ctx)).isSound).toBe(true);
  }, 120_000);
});
