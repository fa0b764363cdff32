import "server-only";
import { actorRef } from "@/lib/auth/actor";
import { readPersonBehind } from "@/lib/auth/actor-names";
import type { Ctx } from "@/lib/auth/context";
import { readDoneAlone } from "@/lib/auth/done-alone-sql";
import { requirePermission } from "@/lib/auth/permissions";
import { decodeCursor, type Page, toPage } from "@/lib/core/cursor";
import { Invalid } from "@/lib/core/errors";
import { isUuid } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { beginningOfWindow, readThresholds, recallProgram } from "@/lib/programs";
import { findAdjustment, toAdjustmentDto, toAdjustmentDtos } from "./adjustment-row";
import type { AdjustmentDto, AdjustmentState, AloneStanding } from "./schema";

/** More than this many are not counted. */
const MOST_COUNTED = 100;

/**
 * Adjustments of the program, the newest first.
 * @throws Forbidden; Invalid for a foreign cursor
 */
export async function listAdjustments(
  ctx: Ctx,
  { state, cursor, limit }: { state?: AdjustmentState; cursor?: string; limit: number },
): Promise<Page<AdjustmentDto>> {
  requirePermission(ctx, "wallet:read");
  const client = ctx.tx ?? db();
  const before = cursor === undefined ? undefined : position(cursor);
  const [program, rows] = await Promise.all([
    recallProgram(ctx.programId, ctx.tx),
    client.adjustment.findMany({
      where: {
        programId: ctx.programId,
        ...(state ? { state } : {}),
        ...(before ? { adjustmentId: { lt: before } } : {}),
      },
      // Ids are made in order of time.
      orderBy: { adjustmentId: "desc" },
      take: limit + 1,
    }),
  ]);
  const page = toPage(rows, limit, (last) => [last.adjustmentId]);
  return { items: await toAdjustmentDtos(client, program, page.items), nextCursor: page.nextCursor };
}

/** @throws Forbidden, NotFound */
export async function readAdjustment(ctx: Ctx, adjustmentId: string): Promise<AdjustmentDto> {
  requirePermission(ctx, "wallet:read");
  const client = ctx.tx ?? db();
  return toAdjustmentDto(client, await findAdjustment(client, ctx.programId, adjustmentId));
}

/**
 * What the caller may adjust without a second person, and has in the last 24 hours: in all, and of a member.
 * @throws Forbidden
 */
export async function readAloneStanding(ctx: Ctx, memberId: string | null): Promise<AloneStanding> {
  requirePermission(ctx, "points:adjust");
  const { programId } = ctx;
  const client = ctx.tx ?? db();
  const now = ctx.clock.now();
  const { adjustments } = (await recallProgram(programId, ctx.tx)).ledgerPolicy;
  const person = await readPersonBehind(client, programId, actorRef(ctx.actor));
  const [{ approvalAbove, dailyAbove }, done] = await Promise.all([
    readThresholds(client, { programId, adjustments }, now),
    readDoneAlone(client, programId, { person, memberId, since: beginningOfWindow(now) }),
  ]);
  return { approvalAbove, dailyAbove, ...done };
}

/** How many adjustments wait for a second person; counting stops at a hundred. */
export async function countWaiting(ctx: Ctx): Promise<number> {
  requirePermission(ctx, "wallet:read");
  return (ctx.tx ?? db()).adjustment.count({
    where: { programId: ctx.programId, state: "pending" },
    take: MOST_COUNTED,
  });
}

function position(cursor: string): string {
  const [adjustmentId] = decodeCursor(cursor);
  if (typeof adjustmentId === "string" && isUuid(adjustmentId)) return adjustmentId;
  throw new Invalid("The cursor is not one that this list gave out.", [
    { pointer: "/cursor", code: "invalid_cursor", detail: "Use the nextCursor of the page before." },
  ]);
}
