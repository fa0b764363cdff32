import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { requeueDeadLetters } from "./sql";

/** Most dead letters that one call puts back. */
const MAX_RETRIED = 10_000;

/**
 * Puts dead letters back into the queue: the named ones, or all of them (the 10,000 oldest at once). One that is
 * no longer a dead letter is passed over.
 * @returns how many wait to be posted again
 * @throws Forbidden
 */
export async function retryDeadLetters(
  ctx: Ctx,
  input: { eventIds: string[] } | { all: true },
): Promise<{ requeued: number }> {
  return write(ctx, { permission: "deadletters:retry", request: input }, async (tx) => {
    const eventIds = "eventIds" in input ? input.eventIds : null;
    const requeued = await requeueDeadLetters(tx, ctx.programId, eventIds, MAX_RETRIED);
    await recordAudit(tx, ctx, {
      action: "dead_letters.retried",
      target: toTypeId("prog", ctx.programId),
      detail: { requeued: requeued.length, first: requeued.slice(0, 20).map((id) => toTypeId("evt", id)) },
    });
    return { requeued: requeued.length };
  });
}
