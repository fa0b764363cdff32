import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { Conflict, NotFound } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { reopenCall } from "./sql";

/**
 * Has a call that was given up made again, with all its attempts before it.
 * @throws Forbidden, NotFound; Conflict `call_not_failed`
 */
export async function retryCall(ctx: Ctx, callId: string): Promise<{ callId: string }> {
  return write(ctx, { permission: "webhooks:manage", request: { callId } }, async (tx) => {
    const { programId } = ctx;
    if (!(await reopenCall(tx, programId, callId, ctx.clock.now()))) {
      const key = { programId_callId: { programId, callId } };
      const call = await tx.webhookCall.findUnique({ where: key, select: { state: true } });
      if (call === null) throw new NotFound("webhook call");
      throw new Conflict("call_not_failed", "Only a call that has been given up can be made again.");
    }
    await recordAudit(tx, ctx, { action: "webhook_call.retried", target: toTypeId("call", callId) });
    return { callId };
  });
}
