import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { fixedClock } from "@/lib/core/clock";
import { db } from "@/lib/db";
import { acceptEvents } from "@/lib/events";
import { requestErasure } from "@/lib/privacy";
import { findAnywhere } from "@/lib/testing/find-anywhere";
import { verifyProgram } from "@/lib/verifications";
import { readWallet } from "@/lib/wallet";
import { eraseDueMembers } from "./erase-due-members";
import { type Known, NOW } from "./known-member/testing";
import { makeKnownMember, post } from "./testing";

/** Everything that the process logs, however unimportant. */
const logged = vi.hoisted(() => [] as string[]);
vi.mock("@/lib/config/log", async () => {
  const { pino } = await import("pino");
  const { describeError } = await import("@/lib/config/describe-error");
  const logger = pino(
    { level: "trace", serializers: { err: describeError } },
    { write: (line: string) => logged.push(line) },
  );
  return { log: () => logger };
});

const SLOW_MS = 120_000;
const folder = mkdtempSync(join(tmpdir(), "tessera-erasure-"));
process.env.TESSERA_DATA_DIR = folder;
afterAll(() => rm(folder, { recursive: true, force: true }));

const AFTER = fixedClock(new Date(NOW.getTime() + 60_000));

describe("a member whom everything in the club knows", () => {
  let known: Known;
  /** All that tells who they are. */
  let told: string[];

  beforeAll(async () => {
    known = await makeKnownMember();
    const { externalId, cardNumber, email, phone } = known.member;
    told = [...known.marks.given, externalId, cardNumber, email, phone].filter((text) => text !== null);
  }, SLOW_MS);

  it("is found in the database everywhere that there are words of theirs", async () => {
    const text = (await findAnywhere(told)).join("\n").toLowerCase();
    const lost = known.marks.given.filter((mark) => !text.includes(mark));
    // A staged line goes with the file that it came in.
    expect(lost.filter((mark) => !/^zq(chan|key|idem)/.test(mark))).toEqual([]);
  });

  it("is nowhere once they are erased, and the ledger is as sound as before", {
    timeout: SLOW_MS,
  }, async () => {
    const { ctx, program, member, other } = known;
    const before = await db().decision.aggregate({
      where: { programId: program.programId },
      _count: true,
      _sum: { points: true },
    });
    const others = await readWallet(ctx, other.memberId);
    await requestErasure({ ...ctx, clock: AFTER }, member.memberId, { atOnce: true });
    // The pool that they ran sends its points out first; those have to arrive.
    for (let round = 0; round < 4; round += 1) {
      await eraseDueMembers({
        clock: fixedClock(new Date(NOW.getTime() + (round + 1) * 3_600_000)),
        programId: program.programId,
      });
      await post(program);
    }
    expect(await db().erasure.findFirst({ where: { memberId: member.memberId } })).toMatchObject({
      state: "erased",
      error: null,
    });
    expect(await findAnywhere(told)).toEqual([]);
    expect((await verifyProgram(ctx)).findings).toEqual([]);
    const after = await db().decision.aggregate({
      where: { programId: program.programId },
      _count: true,
      _sum: { points: true },
    });
    expect(after._count).toBeGreaterThan(before._count);
    expect(await readWallet(ctx, member.memberId)).toMatchObject({ available: 0, pending: 0, held: 0 });
    expect((await readWallet(ctx, other.memberId)).available).toBeGreaterThan(others.available);
    expect(told.filter((text) => logged.join("").includes(text))).toEqual([]);
  });

  it("cannot be sent events, nor found by any number that they had", async () => {
    const { ctx, member } = known;
    const purchase = (who: object) => ({
      type: "purchase",
      id: `again ${JSON.stringify(who)}`,
      member: who,
      occurredAt: "2026-11-20T10:00:00Z",
      currency: "EUR",
      lines: [{ amountMinor: 100 }],
    });
    const { results } = await acceptEvents(ctx, [
      purchase({ externalId: member.externalId }),
      purchase({ cardNumber: member.cardNumber }),
    ]);
    expect(results.map((result) => result.status)).toEqual(["rejected", "rejected"]);
  });
});
