import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requireOtherPerson } from "@/lib/auth/four-eyes";
import { write } from "@/lib/write";
import { findAdjustment, toAdjustmentDto } from "./adjustment-row";
import { decideAdjustment } from "./decide-adjustment";
import { postAdjustment } from "./post-adjustment";
import { type AdjustmentDto, type DecisionInput, decisionInput } from "./schema";

/**
 * Approves an adjustment that waits, and posts it.
 * @throws Forbidden (API keys do not approve), NotFound; OwnRequest; Conflict `already_decided`,
 *   `insufficient_points` or `expiry_passed`: the last two leave it waiting
 */
export async function approveAdjustment(
  ctx: Ctx,
  adjustmentId: string,
  input: DecisionInput = {},
): Promise<AdjustmentDto> {
  const { note } = decisionInput.parse(input);
  const spec = { permission: "adjustments:approve", request: { adjustmentId, note: note ?? null } } as const;
  return write(ctx, spec, async (tx) => {
    const { requestedBy } = await findAdjustment(tx, ctx.programId, adjustmentId);
    await requireOtherPerson(tx, ctx, spec.permission, [requestedBy]);
    const row = await decideAdjustment(tx, ctx, adjustmentId, { state: "posted", note });
    await postAdjustment(tx, ctx, row);
    return toAdjustmentDto(tx, row);
  });
}
