import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { present } from "@/lib/core/assert";
import { Invalid } from "@/lib/core/errors";
import { driver } from "@/lib/db";
import { readProgram } from "@/lib/programs";
import { write } from "@/lib/write";
import { intakeRows } from "./intake-rows";
import { type Acceptance, type ItemResult, MAX_BATCH } from "./schema";
import { settleKnown } from "./settle-known";
import { insertEvents, insertNewEvents } from "./sql";

/**
 * Takes up to 1,000 events: each is accepted, known already, or rejected with a pointer to what is wrong, and
 * none stands in another's way. When this returns, the accepted ones are on disk and waiting to be posted.
 * The same id with the same content is a duplicate, with other content a rejection (`id_conflict`).
 * @param items what the caller sent, unread
 * @throws Forbidden; Invalid for an empty batch or one of more than 1,000
 */
export async function acceptEvents(ctx: Ctx, items: readonly unknown[]): Promise<Acceptance> {
  requirePermission(ctx, "events:write");
  if (items.length === 0 || items.length > MAX_BATCH) throw new Invalid(...batchSize(items.length));
  if (ctx.idempotencyKey !== undefined) {
    return write(ctx, { permission: "events:write", request: items }, (tx) => accept({ ...ctx, tx }, items));
  }
  // What is stored is stored in one transaction, so there is none to open around it.
  return accept(ctx, items);
}

function batchSize(length: number): ConstructorParameters<typeof Invalid> {
  const detail =
    length === 0
      ? "A batch holds at least one event."
      : `A batch holds at most 1,000 events; this one has ${length.toLocaleString("en")}. Send it in parts.`;
  return [detail, [{ pointer: "/events", code: length === 0 ? "too_small" : "too_big", detail }]];
}

async function accept(ctx: Ctx, items: readonly unknown[]): Promise<Acceptance> {
  const { programId } = ctx;
  const program = await readProgram(programId, ctx.tx);
  const { results, rows } = await intakeRows(ctx, program, items, ctx.tx);
  const ownRows = rows.map(({ row }) => row);
  const leftOut = ctx.tx
    ? await insertEvents(ctx.tx, programId, ownRows)
    : await insertNewEvents(programId, ownRows);
  for (const { index, row } of rows) {
    if (!leftOut.has(row.eventId)) {
      results[index] = { index, id: row.externalId, status: "accepted", eventId: row.eventId };
    }
  }
  const known = rows.filter(({ row }) => leftOut.has(row.eventId));
  const settled = await settleKnown({ programId, tx: ctx.tx ?? driver() }, known);
  for (const result of settled) results[result.index] = result;
  return summarise(results.map((result) => present(result, "every item has a result")));
}

function summarise(results: ItemResult[]): Acceptance {
  const count = (status: ItemResult["status"]) => results.filter((result) => result.status === status).length;
  return {
    accepted: count("accepted"),
    duplicates: count("duplicate"),
    rejected: count("rejected"),
    results,
  };
}
