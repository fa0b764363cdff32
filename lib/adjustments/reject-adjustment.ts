import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requireOtherPerson } from "@/lib/auth/four-eyes";
import { write } from "@/lib/write";
import { findAdjustment, toAdjustmentDto } from "./adjustment-row";
import { decideAdjustment } from "./decide-adjustment";
import { type AdjustmentDto, type DecisionInput, decisionInput } from "./schema";

/**
 * Rejects an adjustment that waits: no points move.
 * @throws Forbidden (API keys do not decide), NotFound; OwnRequest; Conflict `already_decided`
 */
export async function rejectAdjustment(
  ctx: Ctx,
  adjustmentId: string,
  input: DecisionInput = {},
): Promise<AdjustmentDto> {
  const { note } = decisionInput.parse(input);
  const spec = { permission: "adjustments:approve", request: { adjustmentId, note: note ?? null } } as const;
  return write(ctx, spec, async (tx) => {
    const { requestedBy } = await findAdjustment(tx, ctx.programId, adjustmentId);
    await requireOtherPerson(tx, ctx, spec.permission, [requestedBy]);
    const row = await decideAdjustment(tx, ctx, adjustmentId, { state: "rejected", note });
    return toAdjustmentDto(tx, row);
  });
}
