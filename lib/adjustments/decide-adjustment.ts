import { recordAudit } from "@/lib/audit";
import { actorRef } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/auth/context";
import { toTypeId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db";
import type { AdjustmentRow } from "./adjustment-row";
import { alreadyDecided } from "./errors";
import type { AdjustmentState } from "./schema";

/**
 * Takes an adjustment out of waiting, once: of two who decide at the same time the second waits here and is told.
 * @throws Conflict `already_decided`
 */
export async function decideAdjustment(
  tx: Tx,
  ctx: Ctx,
  adjustmentId: string,
  decision: { state: Exclude<AdjustmentState, "pending">; note: string | undefined },
): Promise<AdjustmentRow> {
  const { programId } = ctx;
  const [row] = await tx.adjustment.updateManyAndReturn({
    where: { programId, adjustmentId, state: "pending" },
    data: {
      state: decision.state,
      decidedBy: actorRef(ctx.actor),
      decidedAt: ctx.clock.now(),
      decisionNote: decision.note || null,
    },
  });
  if (row === undefined) throw alreadyDecided();
  await recordAudit(tx, ctx, {
    action: `adjustment.${decision.state}`,
    target: toTypeId("adj", adjustmentId),
    detail: { member: toTypeId("mem", row.memberId), points: Number(row.points) },
  });
  return row;
}
