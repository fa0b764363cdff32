import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { present } from "@/lib/core/assert";
import { driver, readBriefly } from "@/lib/db";
import { acceptEvents, type EventRow, type ItemResult, intakeRows, settleKnown } from "@/lib/events";
import { recallProgram } from "@/lib/programs";
import { postedAs, postNow, type Standing } from "./post-now";
import { type Stored, storeAndPost } from "./store-and-post";

/**
 * Takes one event and tells what it led to: as a rule it is stored and posted in one transaction, which is on disk when
 * this returns. Where its lane is busy, or it is refused there, it goes by the queue like any other.
 * @returns its result, with where it stands unless it was rejected
 * @throws Forbidden; Unavailable when the connection is lost: sent again, the event is known where it was stored
 */
export async function receiveAndPost(
  ctx: Ctx,
  item: unknown,
): Promise<{ result: ItemResult; standing: Standing | null }> {
  requirePermission(ctx, "events:write");
  if (ctx.idempotencyKey !== undefined || ctx.tx !== undefined) return byQueue(ctx, item);
  // Of the program only what never changes matters here: what it posts by is read by who posts.
  const program = await recallProgram(ctx.programId);
  const { results, rows } = await readBriefly((tx) => intakeRows(ctx, program, [item], tx));
  const [place] = rows;
  if (place === undefined)
    return { result: present(results[0], "what has no row has a result"), standing: null };
  const { row } = place;
  const stored = await storeAndPost({ programId: ctx.programId, row, clock: ctx.clock });
  if (stored === null) return byQueue(ctx, item);
  if (stored.known.has(row.eventId)) {
    const [result] = await settleKnown({ programId: ctx.programId, tx: driver() }, rows);
    return withStanding(ctx, present(result, "one event has one result"));
  }
  const result: ItemResult = { index: 0, id: row.externalId, status: "accepted", eventId: row.eventId };
  return { result, standing: await standingOf(ctx, stored, row) };
}

async function byQueue(ctx: Ctx, item: unknown): Promise<{ result: ItemResult; standing: Standing | null }> {
  const { results } = await acceptEvents(ctx, [item]);
  return withStanding(ctx, present(results[0], "one event has one result"));
}

async function withStanding(
  ctx: Ctx,
  result: ItemResult,
): Promise<{ result: ItemResult; standing: Standing | null }> {
  return { result, standing: result.status === "rejected" ? null : await postNow(ctx, result.eventId) };
}

async function standingOf(ctx: Ctx, { plan }: Stored, { eventId }: EventRow): Promise<Standing> {
  const decision = plan.decisions.find(({ causeId }) => causeId === eventId);
  if (decision !== undefined) {
    const { points, posted, outcome } = decision;
    return postedAs(ctx, { points, balanceAfter: posted.balanceAfter, outcome: JSON.parse(outcome) });
  }
  const letter = present(
    plan.deadLetters.find((dead) => dead.eventId === eventId),
    "an event is posted or set aside",
  );
  return { status: "dead", code: letter.code, message: letter.message };
}
