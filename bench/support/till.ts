import { z } from "zod";
import { type Ctx, newRequestId } from "@/lib/auth/context";
import { systemClock } from "@/lib/core/clock";
import { AppError } from "@/lib/core/errors";
import { captureHold, placeHold, releaseHold, spendPoints } from "@/lib/wallet";
import type { Answer, Journal, Request } from "./journal";

/** Where a till sells, and with which key. */
export type Counter = { programId: string; url: string; apiKey: string };

/** How long a till waits for an answer before it takes the server for dead. */
const ANSWER_MS = 30_000;

/**
 * Sends events to the web server, and redeems through the verbs that its routes call, in a process that can be killed
 * itself; notes the answer.
 */
export async function serve(counter: Counter, journal: Journal, request: Request): Promise<void> {
  const ctx: Ctx = {
    programId: counter.programId,
    actor: { kind: "system", job: "till" },
    clock: systemClock,
    requestId: newRequestId(),
  };
  journal.answer(request.id, await answerOf(ctx, counter, request));
}

async function answerOf(ctx: Ctx, counter: Counter, request: Request): Promise<Answer> {
  try {
    switch (request.kind) {
      case "events": {
        const { accepted, duplicates } = z
          .object({ accepted: z.int(), duplicates: z.int() })
          .parse(await post(counter, "/api/v1/events", { events: request.events }));
        if (accepted + duplicates !== request.events.length) throw new Error("an event was rejected");
        return "done";
      }
      case "event":
        await post(counter, "/api/v1/events?wait=true", request.event);
        return "done";
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

async function post({ url, apiKey }: Counter, path: string, body: object): Promise<unknown> {
  const answer = await fetch(`${url}${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${apiKey}`, "content-type": "application/json" },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(ANSWER_MS),
  });
  if (!answer.ok) throw new Error(`answered with ${answer.status}`);
  return answer.json();
}
