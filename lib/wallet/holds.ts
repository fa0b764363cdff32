import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requireSelfOr } from "@/lib/auth/permissions";
import { decodeCursor, type Page, toPage } from "@/lib/core/cursor";
import { Invalid, NotFound } from "@/lib/core/errors";
import { isUuid } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { readMember } from "@/lib/members";
import { toHoldDto } from "./hold-dto";
import type { HoldDto, HoldState } from "./hold-schema";
import { listHoldRows, readHoldRow } from "./hold-sql";

/**
 * One hold; members may read their own.
 * @throws Forbidden, NotFound
 */
export async function readHold(ctx: Ctx, holdId: string): Promise<HoldDto> {
  const row = await readHoldRow(ctx.tx ?? db(), ctx.programId, holdId);
  if (row === null || (ctx.actor.kind === "member" && ctx.actor.memberId !== row.memberId)) {
    throw new NotFound("hold");
  }
  requireSelfOr(ctx, row.memberId, "wallet:read");
  return toHoldDto(row);
}

/**
 * A member's holds, the newest first; members may read their own.
 * @throws Forbidden, NotFound; Invalid for a foreign cursor
 */
export async function listHolds(
  ctx: Ctx,
  memberId: string,
  { state, cursor, limit }: { state?: HoldState; cursor?: string; limit: number },
): Promise<Page<HoldDto>> {
  requireSelfOr(ctx, memberId, "wallet:read");
  const before = cursor === undefined ? null : position(cursor);
  const rows = await listHoldRows(ctx.tx ?? db(), ctx.programId, memberId, {
    before,
    state: state ?? null,
    limit: limit + 1,
  });
  // Says that there is no such member, where there is none.
  if (rows.length === 0) await readMember({ ...ctx, actor: { kind: "member", memberId } }, memberId);
  return toPage(rows.map(toHoldDto), limit, (last) => [last.holdId]);
}

function position(cursor: string): string {
  const [holdId] = decodeCursor(cursor);
  if (typeof holdId === "string" && isUuid(holdId)) return holdId;
  throw new Invalid("The cursor is not one that this list gave out.", [
    { pointer: "/cursor", code: "invalid_cursor", detail: "Use the nextCursor of the page before." },
  ]);
}
