import "server-only";
import { actorRef } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { addMonths, type Day, localDay, startOfDay } from "@/lib/core/calendar";
import { newId } from "@/lib/core/ids";
import { db, withTx } from "@/lib/db";
import { recallProgram } from "@/lib/programs";
import { readPrivacyPolicy } from "./policy";
import { CARRY_OUT, countConcerned, FROM_THE_BEGINNING, listConcerned, noteInactive } from "./retention-sql";
import { type PrivacyPolicy, RETENTION_RULES, type RetentionRule } from "./schema";
import { beginScrubbing, finishScrubbing } from "./scrubbing-sql";

const AT_ONCE = 1_000;
const DAY_MS = 24 * 60 * 60_000;

/** How many rows or members each rule would concern today; null where nothing goes by itself. */
export type RetentionPreview = Record<RetentionRule, number | null>;

/**
 * What would go today under a policy that is being considered, or the one in force.
 * @throws Forbidden
 */
export async function previewRetention(
  ctx: Ctx,
  retention?: PrivacyPolicy["retention"],
): Promise<RetentionPreview> {
  requirePermission(ctx, "program:manage");
  const { programId } = ctx;
  const rules = retention ?? (await readPrivacyPolicy(programId)).retention;
  const { timeZone } = await recallProgram(programId);
  const today = localDay(ctx.clock.now(), timeZone);
  const counts = await Promise.all(
    RETENTION_RULES.map(async (rule) => {
      const months = rules[rule];
      if (months === null) return [rule, null] as const;
      const before = cutOff(today, months, timeZone);
      const after = await placeOf(programId, rule);
      return [rule, await countConcerned(db(), rule, { programId, before, after })] as const;
    }),
  );
  return Object.fromEntries(counts) as RetentionPreview;
}

/** The beginning of the program's day so many months before. */
function cutOff(today: Day, months: number, timeZone: string): Date {
  return startOfDay(addMonths(today, -months), timeZone);
}

/** What was scrubbed on days before is behind this id; rows that are deleted leave nothing behind. */
async function placeOf(programId: string, rule: RetentionRule): Promise<string> {
  if (rule !== "auditDetails" && rule !== "eventDetails") return FROM_THE_BEGINNING;
  const last = await db().retentionRun.findFirst({
    where: { programId, rule, NOT: { cursor: null } },
    orderBy: { day: "desc" },
  });
  return last?.cursor ?? FROM_THE_BEGINNING;
}

/**
 * Lets go, by the program's rules, of what is too old: each rule once a day, a page at a time, each page with its mark in
 * one transaction. Whoever is cut short goes on from the mark.
 * @returns rows and members by rule, of this call
 */
export async function keepRetention(
  ctx: Ctx,
  signal?: AbortSignal,
): Promise<Partial<Record<RetentionRule, number>>> {
  const { programId } = ctx;
  const [{ retention, graceDays }, { timeZone }] = await Promise.all([
    readPrivacyPolicy(programId),
    recallProgram(programId),
  ]);
  const today = localDay(ctx.clock.now(), timeZone);
  const report: Partial<Record<RetentionRule, number>> = {};
  for (const rule of RETENTION_RULES) {
    const months = retention[rule];
    if (months === null) continue;
    const run = { rule, day: new Date(today), before: cutOff(today, months, timeZone), graceDays };
    const first = await placeOf(programId, rule);
    for (;;) {
      if (signal?.aborted) return report;
      const done = await takePage(ctx, run, first);
      if (done === null) break;
      report[rule] = (report[rule] ?? 0) + done;
    }
  }
  return report;
}

type Run = { rule: RetentionRule; day: Date; before: Date; graceDays: number };

/** @returns how many rows or members, null: the rule is done for the day */
async function takePage(
  ctx: Ctx,
  { rule, day, before, graceDays }: Run,
  first: string,
): Promise<number | null> {
  const { programId } = ctx;
  const key = { programId, rule, day };
  return withTx(ctx, async (tx) => {
    const now = ctx.clock.now();
    await tx.retentionRun.createMany({ data: [{ ...key, startedAt: now }], skipDuplicates: true });
    const run = await tx.retentionRun.update({
      where: { programId_rule_day: key },
      data: { done: { increment: 0 } },
    });
    if (run.finishedAt !== null) return null;
    const after = run.cursor ?? first;
    const ids = await listConcerned(tx, rule, { programId, before, after }, AT_ONCE);
    const last = ids.at(-1);
    if (last === undefined) {
      // The mark stays with the last day that has one.
      const cursor = run.cursor ?? (first === FROM_THE_BEGINNING ? null : first);
      await tx.retentionRun.update({ where: { programId_rule_day: key }, data: { finishedAt: now, cursor } });
      return null;
    }
    const done =
      rule === "inactiveMembers"
        ? await noteInactive(tx, programId, ids, {
            now,
            dueAt: new Date(now.getTime() + graceDays * DAY_MS),
            by: actorRef(ctx.actor),
          })
        : await carryOut(tx, ctx, rule, ids);
    await tx.retentionRun.update({
      where: { programId_rule_day: key },
      data: { cursor: last, done: { increment: done } },
    });
    return done;
  });
}

async function carryOut(
  tx: Parameters<typeof beginScrubbing>[0],
  { programId, clock }: Ctx,
  rule: Exclude<RetentionRule, "inactiveMembers">,
  ids: readonly string[],
): Promise<number> {
  const scrubbing = { programId, scrubbingId: newId(), now: clock.now() };
  await beginScrubbing(tx, { ...scrubbing, kind: "retention", memberId: null });
  const done = await CARRY_OUT[rule](tx, programId, ids);
  await finishScrubbing(tx, scrubbing, { [rule]: done });
  return done;
}
