import "server-only";
import { z } from "zod";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission, requireSelfOr } from "@/lib/auth/permissions";
import { isDay, windowStart } from "@/lib/core/calendar";
import { decodeCursor, type Page, toPage } from "@/lib/core/cursor";
import { Invalid, NotFound } from "@/lib/core/errors";
import { isUuid } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { nameAsSeenBy, readMember } from "@/lib/members";
import { recallProgram } from "@/lib/programs";
import { type ActivityEntry, readStatement } from "@/lib/wallet";
import type { OwnPool, PoolDto, PoolMemberDto, PoolState, PoolSummary } from "./schema";
import {
  listPoolMemberRows,
  listPoolRows,
  listPoolRowsOf,
  type PoolMemberRow,
  type PoolPosition,
  type PoolSummaryRow,
  readPoolRow,
} from "./sql";

/** More pools than anybody is in. */
const MAX_OWN = 100;

/**
 * Pools of the program: the newest first, or by name where `q` is the beginning of one.
 * @throws Forbidden; Invalid for a foreign cursor
 */
export async function listPools(
  ctx: Ctx,
  { q, state, cursor, limit }: { q?: string; state?: PoolState; cursor?: string; limit: number },
): Promise<Page<PoolSummary>> {
  requirePermission(ctx, "wallet:read");
  const prefix = q?.trim() || null;
  const rows = await listPoolRows(ctx.tx ?? db(), ctx.programId, {
    prefix,
    state: state ?? null,
    after: cursor === undefined ? null : position(cursor, prefix !== null),
    limit: limit + 1,
  });
  const page = toPage(rows, limit, ({ createdAt, sortName, poolId }) => [
    prefix === null ? createdAt.toISOString() : sortName,
    poolId,
  ]);
  return { ...page, items: page.items.map(toSummary) };
}

/**
 * Active pools that a member is in or has been invited to; members may read their own.
 * @throws Forbidden, NotFound
 */
export async function listPoolsOf(ctx: Ctx, memberId: string): Promise<OwnPool[]> {
  requireSelfOr(ctx, memberId, "wallet:read");
  await readMember({ ...ctx, actor: { kind: "member", memberId } }, memberId);
  const rows = await listPoolRowsOf(ctx.tx ?? db(), ctx.programId, memberId, MAX_OWN);
  return rows.map(({ role, ownState, ...row }) => {
    const summary = toSummary(row);
    const isIn = ownState === "active";
    return {
      ...summary,
      ownerName: isIn ? summary.ownerName : nameAsSeenBy(ctx.actor, summary.ownerName),
      available: isIn ? summary.available : null,
      own: { role, state: ownState },
    };
  });
}

/**
 * A pool with its members; whoever is in it may read it, and staff.
 * @throws Forbidden, NotFound
 */
export async function readPool(ctx: Ctx, poolId: string): Promise<PoolDto> {
  const client = ctx.tx ?? db();
  const [row, program] = await Promise.all([
    readPoolRow(client, ctx.programId, poolId),
    recallProgram(ctx.programId, ctx.tx),
  ]);
  if (row === null) throw new NotFound("pool");
  const month = windowStart(ctx.clock.now(), program.timeZone, "month");
  const members = await listPoolMemberRows(client, ctx.programId, poolId, month);
  requireInside(ctx, members);
  return { ...toSummary(row), membership: members.map((member) => toMember(ctx, member)) };
}

/**
 * What moved a pool's points, the newest first; for whoever is in it, and staff. In words as activity is.
 * @throws Forbidden, NotFound; Invalid for a foreign cursor
 */
export async function readPoolActivity(
  ctx: Ctx,
  poolId: string,
  {
    locale,
    audience = ctx.actor.kind === "member" ? "member" : "staff",
    ...page
  }: {
    cursor?: string | undefined;
    limit: number;
    locale?: string | undefined;
    audience?: "member" | "staff";
  },
): Promise<Page<ActivityEntry>> {
  const pool = await readPool(ctx, poolId);
  const program = await recallProgram(ctx.programId, ctx.tx);
  return readStatement(ctx.tx ?? db(), program, pool.poolId, page, {
    locale: locale ?? program.locale,
    audience,
    nameOf: (name) => name,
  });
}

/** @throws Forbidden; NotFound for members who are not in the pool */
function requireInside(ctx: Ctx, members: readonly Pick<PoolMemberRow, "memberId" | "state">[]): void {
  const { actor } = ctx;
  if (actor.kind !== "member") {
    requirePermission(ctx, "wallet:read");
    return;
  }
  const own = members.find(({ memberId }) => memberId === actor.memberId);
  if (own?.state !== "active") throw new NotFound("pool");
}

function toSummary({
  available,
  members,
  createdAt,
  dissolvedAt,
  sortName: _sortName,
  ...row
}: PoolSummaryRow): PoolSummary {
  return {
    ...row,
    available: Number(available),
    members: Number(members),
    createdAt: createdAt.toISOString(),
    dissolvedAt: dissolvedAt?.toISOString() ?? null,
  };
}

function toMember(
  { actor }: Ctx,
  { monthlyLimit, spentThisMonth, contributed, joinedAt, name, ...row }: PoolMemberRow,
): PoolMemberDto {
  return {
    ...row,
    name: row.state === "active" ? name : nameAsSeenBy(actor, name),
    monthlyLimit: monthlyLimit === null ? null : Number(monthlyLimit),
    spentThisMonth: Number(spentThisMonth),
    contributed: Number(contributed),
    joinedAt: joinedAt?.toISOString() ?? null,
  };
}

function position(cursor: string, isByName: boolean): PoolPosition {
  const [key, poolId] = decodeCursor(cursor);
  if (typeof key === "string" && typeof poolId === "string" && isUuid(poolId)) {
    if (isByName) return { name: key, poolId };
    if (z.iso.datetime().safeParse(key).success && isDay(key.slice(0, 10))) {
      return { createdAt: key, poolId };
    }
  }
  throw new Invalid("The cursor is not one that this list gave out.", [
    { pointer: "/cursor", code: "invalid_cursor", detail: "Use the nextCursor of the page before." },
  ]);
}
