import { actorRef } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { newId } from "@/lib/core/ids";
import { db, type Tx } from "@/lib/db";
import type { LedgerPolicy } from "./policies";
import { recallProgram } from "./recall-program";

type Adjustments = LedgerPolicy["adjustments"];

/** What one person may adjust without a second one; null: any number of points. */
export type Thresholds = {
  /** Points of one adjustment, and of one person's for one member in 24 hours. */
  approvalAbove: number | null;
  /** Points of one person's in 24 hours. */
  dailyAbove: number | null;
  /** When a higher one that has been set begins to count; null: those that are set count. */
  raisedFrom: string | null;
};

const DAY_MS = 24 * 60 * 60_000;

/** What one person may adjust alone in this long. */
export function beginningOfWindow(now: Date): Date {
  return new Date(now.getTime() - DAY_MS);
}

/**
 * The thresholds that count now: of those that were in force during the last 24 hours the lowest, so that nobody
 * raises one, adjusts, and lowers it again.
 */
export async function readThresholds(
  tx: Tx,
  { programId, adjustments }: { programId: string; adjustments: Adjustments },
  now: Date,
): Promise<Thresholds> {
  const changes = await tx.thresholdChange.findMany({
    where: { programId, changedAt: { gt: beginningOfWindow(now) } },
    orderBy: { changeId: "asc" },
  });
  const before = (key: "approvalAbove" | "dailyAbove") =>
    changes.map((change) => (change[key] === null ? null : Number(change[key])));
  const approvalAbove = lowest([adjustments.approvalAbove, ...before("approvalAbove")]);
  const dailyAbove = lowest([adjustments.dailyAbove, ...before("dailyAbove")]);
  const isRaised = approvalAbove !== adjustments.approvalAbove || dailyAbove !== adjustments.dailyAbove;
  const latest = changes.at(-1);
  return {
    approvalAbove,
    dailyAbove,
    raisedFrom:
      isRaised && latest !== undefined ? new Date(latest.changedAt.getTime() + DAY_MS).toISOString() : null,
  };
}

/**
 * The thresholds that count now, for whoever sets them.
 * @throws Forbidden
 */
export async function readThresholdsInForce(ctx: Ctx): Promise<Thresholds> {
  requirePermission(ctx, "program:manage");
  const { programId } = ctx;
  const { adjustments } = (await recallProgram(programId, ctx.tx)).ledgerPolicy;
  return readThresholds(ctx.tx ?? db(), { programId, adjustments }, ctx.clock.now());
}

function lowest(thresholds: readonly (number | null)[]): number | null {
  const set = thresholds.filter((threshold) => threshold !== null);
  return set.length === 0 ? null : Math.min(...set);
}

/** Keeps what the thresholds were before they change. */
export async function keepThresholds(
  tx: Tx,
  ctx: Pick<Ctx, "programId" | "actor" | "clock">,
  before: Adjustments,
  after: Adjustments,
): Promise<void> {
  if (before.approvalAbove === after.approvalAbove && before.dailyAbove === after.dailyAbove) return;
  await tx.thresholdChange.create({
    data: {
      programId: ctx.programId,
      changeId: newId(),
      changedAt: ctx.clock.now(),
      changedBy: actorRef(ctx.actor),
      approvalAbove: before.approvalAbove,
      dailyAbove: before.dailyAbove,
    },
  });
}
