import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { present } from "@/lib/core/assert";
import { AppError, Invalid } from "@/lib/core/errors";
import { type Acceptance, acceptEvents, type ItemError, type ItemResult } from "@/lib/events";
import type { Standing } from "./post-now";
import { receiveAndPost } from "./receive-and-post";

/** A single event that was not taken. */
export class EventRejected extends AppError {
  constructor({ code, detail, pointer }: ItemError) {
    super({
      code,
      status: code === "id_conflict" ? 409 : 422,
      message: detail,
      publicMessage: detail,
      fields: [{ pointer: pointer.replace(/^\/events\/0/, ""), code, detail }],
    });
  }
}

export type Received =
  | { kind: "batch"; acceptance: Acceptance }
  | {
      kind: "single";
      id: string;
      eventId: string;
      isDuplicate: boolean;
      /** Null where the caller did not wait for it. */
      standing: Standing | null;
    };

/**
 * What the event door does with a body: `{ events: […] }` is a batch and is answered item by item, anything else
 * is one event.
 * @param wait posts a single event before answering
 * @throws EventRejected for a single event that is not taken; Invalid; Forbidden
 */
export async function receiveEvents(ctx: Ctx, body: unknown, wait: boolean): Promise<Received> {
  if (typeof body === "object" && body !== null && "events" in body) {
    if (!Array.isArray(body.events)) {
      throw new Invalid("A batch holds its events in a list.", [
        { pointer: "/events", code: "invalid_type", detail: "Send a list of events." },
      ]);
    }
    return { kind: "batch", acceptance: await acceptEvents(ctx, body.events) };
  }
  const { result, standing } = wait ? await receiveAndPost(ctx, body) : await receiveOnly(ctx, body);
  if (result.status === "rejected") throw new EventRejected(result.error);
  const { id, eventId, status } = result;
  return { kind: "single", id, eventId, isDuplicate: status === "duplicate", standing };
}

async function receiveOnly(ctx: Ctx, item: unknown): Promise<{ result: ItemResult; standing: null }> {
  const { results } = await acceptEvents(ctx, [item]);
  return { result: present(results[0], "one event has one result"), standing: null };
}
