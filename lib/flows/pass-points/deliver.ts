import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { log } from "@/lib/config/log";
import { postNow } from "../post-events";

/**
 * Posts points that are on their way, so that whoever gets them sees them at once. They have been sent for good: a
 * fault here delays them until a worker comes by, and is nobody's refusal.
 * @param arrivalIds events of the program
 */
export async function deliver(ctx: Ctx, arrivalIds: readonly string[]): Promise<void> {
  try {
    for (const arrivalId of arrivalIds) await postNow(ctx, arrivalId);
  } catch (error) {
    log().warn({ requestId: ctx.requestId, err: error }, "points on their way wait for a worker");
  }
}
