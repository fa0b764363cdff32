import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { newId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { makeProgram } from "@/lib/testing/fixtures";
import { putInForce } from "@/lib/testing/rules";
import { readOutcome } from "./read-outcomes";

const now = new Date("2026-11-22T10:00:00Z");

/** What the migration does with what is there, statement by statement. */
function renumbering(): string[] {
  const folder = "prisma/migrations/20261122111530_member_limits_by_number";
  const script = readFileSync(join(import.meta.dirname, "../..", folder, "migration.sql"), "utf8");
  return script.split(";").filter((statement) => /^\s*(INSERT|UPDATE)/.test(statement));
}

test("counters and entries of limits by place become those of limits by number", async () => {
  const { programId } = await makeProgram();
  const [campaignId = "", other = ""] = await putInForce(
    programId,
    [
      {
        name: "Base",
        trigger: { event: "purchase" },
        effects: [{ kind: "fixed", points: 10 }],
        limits: [
          { per: "member", points: 300, window: "month" },
          { per: "campaign", times: 5, window: "day" },
          { per: "member", times: 2, window: "day" },
        ],
      },
      { name: "Other", trigger: { event: "purchase" }, effects: [{ kind: "fixed", points: 1 }] },
    ],
    now,
  );
  const memberId = newId();
  const counter = (campaign: string, limitNo: number, used: number) => ({
    programId,
    campaignId: campaign,
    limitNo,
    memberId,
    windowStart: new Date("2026-11-01"),
    used: BigInt(used),
  });
  await db().capUse.createMany({
    // The last one is of a limit that the live version does not have.
    data: [counter(campaignId, 0, 120), counter(campaignId, 2, 1), counter(other, 0, 7)],
  });
  const statements = renumbering();
  expect(statements).toHaveLength(2);
  for (const statement of statements) await db().$executeRawUnsafe(statement);

  const counters = await db().capUse.findMany({
    where: { programId },
    orderBy: { used: "desc" },
    select: { limitNo: true, used: true },
  });
  expect(counters.map(({ limitNo, used }) => [limitNo, Number(used)])).toEqual([
    [13, 120],
    [0, 7],
    [21, 1],
  ]);

  const cap = (limitNo: number, per?: "campaign") => ({
    ...(per && { per }),
    limitNo,
    windowStart: "2026-11-01",
    used: 10,
  });
  const stored = {
    subject: { type: "purchase", amountMinor: 1_000, currency: "EUR" },
    campaigns: [],
    awards: [
      {
        campaignId,
        points: 10,
        lines: [{ line: 0, points: 10 }],
        caps: [cap(0), cap(2), cap(121, "campaign"), cap(13)],
        lot: null,
      },
    ],
    debt: { paid: 0, made: 0 },
  };
  const { awards } = await readOutcome({ programId }, stored);
  expect(awards[0]?.caps.map(({ limitNo }) => limitNo)).toEqual([13, 21, 121, 13]);
});
