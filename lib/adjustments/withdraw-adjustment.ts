import "server-only";
import { actorRef } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/auth/context";
import { Conflict } from "@/lib/core/errors";
import { write } from "@/lib/write";
import { findAdjustment, toAdjustmentDto } from "./adjustment-row";
import { decideAdjustment } from "./decide-adjustment";
import type { AdjustmentDto } from "./schema";

/**
 * Takes back what one has asked for, while it waits.
 * @throws Forbidden, NotFound; Conflict `not_your_request` or `already_decided`
 */
export async function withdrawAdjustment(ctx: Ctx, adjustmentId: string): Promise<AdjustmentDto> {
  return write(ctx, { permission: "points:adjust", request: { adjustmentId } }, async (tx) => {
    const { requestedBy } = await findAdjustment(tx, ctx.programId, adjustmentId);
    if (requestedBy !== actorRef(ctx.actor)) {
      throw new Conflict("not_your_request", "Only the one who asked can withdraw it. You can reject it.");
    }
    const row = await decideAdjustment(tx, ctx, adjustmentId, { state: "withdrawn", note: undefined });
    return toAdjustmentDto(tx, row);
  });
}
