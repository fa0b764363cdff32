"use server";

import { z } from "zod";
import { merchantAction } from "@/lib/actions";
import type { Ctx } from "@/lib/auth/context";
import { Conflict } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { typeId } from "@/lib/core/schema";
import { readEvent } from "@/lib/events";
import { previewReturn, receiveEvents } from "@/lib/flows/post-events";

const SOURCE = "portal";
const chosen = z.object({
  eventId: typeId("evt"),
  /** Made once for each return that somebody prepares, so that sending it twice returns once. */
  returnId: z.uuid(),
  lines: z.array(z.object({ line: z.int().min(0), quantity: z.number().positive() })).optional(),
});

export const lookAtReturn = merchantAction(chosen, "events:write", async (ctx, input) =>
  previewReturn(ctx, await returnOf(ctx, input)),
);

export const sendReturn = merchantAction(chosen, "events:write", async (ctx, input) => {
  const received = await receiveEvents(ctx, await returnOf(ctx, input), true);
  if (received.kind === "batch" || received.standing === null) throw new Conflict("not_posted", NOT_YET);
  const { standing, eventId } = received;
  if (standing.status === "dead") throw new Conflict(standing.code, standing.message);
  return {
    eventId: toTypeId("evt", eventId),
    /** Null where it is still waiting to be posted. */
    outcome: standing.status === "posted" ? { points: standing.points, reason: standing.reason } : null,
  };
});

const NOT_YET = "The return is accepted and waits to be posted.";

/** The return as a till would send it. */
async function returnOf(ctx: Ctx, { eventId, returnId, lines }: z.output<typeof chosen>) {
  const { payload, memberId } = await readEvent(ctx, eventId);
  if (payload.type !== "purchase") {
    throw new Conflict("not_a_purchase", "Goods come back from a purchase, and this event is none.");
  }
  return {
    type: "return",
    id: returnId,
    source: SOURCE,
    member: { id: toTypeId("mem", memberId) },
    occurredAt: ctx.clock.now().toISOString(),
    purchaseId: payload.id,
    purchaseSource: payload.source,
    ...(lines && { lines }),
  };
}
