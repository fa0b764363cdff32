import { type Ctx, newRequestId } from "@/lib/auth/context";
import { systemClock } from "@/lib/core/clock";
import { AppError } from "@/lib/core/errors";
import { acceptEvents } from "@/lib/events";
import { captureHold, placeHold, releaseHold, spendPoints } from "@/lib/wallet";
import type { Answer, Journal, Request } from "./journal";

/** Asks the product through the verbs that its routes call, and notes the answer. */
export async function serve(programId: string, journal: Journal, request: Request): Promise<void> {
  const ctx: Ctx = {
    programId,
    actor: { kind: "system", job: "till" },
    clock: systemClock,
    requestId: newRequestId(),
  };
  journal.answer(request.id, await answerOf(ctx, request));
}

async function answerOf(ctx: Ctx, request: Request): Promise<Answer> {
  try {
    switch (request.kind) {
      case "events": {
        const { accepted, duplicates } = await acceptEvents(ctx, request.events);
        if (accepted + duplicates !== request.events.length) throw new Error("an event was rejected");
        return "done";
      }
      case "spend":
        await spendPoints({ ...ctx, idempotencyKey: request.id }, request.memberId, {
          points: request.points,
          reason: request.id,
        });
        return "done";
      case "hold": {
        const { memberId, points, captures } = request;
        const placed = { ...ctx, idempotencyKey: `${request.id}-place` };
        const { holdId } = await placeHold(placed, memberId, { points, reason: request.id });
        const settled = { ...ctx, idempotencyKey: `${request.id}-settle` };
        if (captures) await captureHold(settled, holdId, { points: Math.ceil(points / 2) });
        else await releaseHold(settled, holdId);
        return "done";
      }
    }
  } catch (error) {
    // Too few points is an answer; everything else is a fault that goes away.
    if (error instanceof AppError && error.code === "insufficient_points") return "refused";
    throw error;
  }
}
