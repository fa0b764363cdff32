import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission, requireSelfOr } from "@/lib/auth/permissions";
import { decodeCursor, type Page, toPage } from "@/lib/core/cursor";
import { Invalid, NotFound } from "@/lib/core/errors";
import { isUuid } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { findMembers, type MemberDto, readMembers } from "@/lib/members";
import type { SegmentDto } from "./schema";
import { loadSegments, type SegmentRow, selectSegmentMembers, selectSegments } from "./sql";

type PageRequest = { cursor?: string | undefined; limit: number };

/**
 * Segments in the order of their codes.
 * @throws Forbidden; Invalid for a foreign cursor
 */
export async function listSegments(
  ctx: Ctx,
  { q = "", cursor, limit }: { q?: string | undefined } & PageRequest,
): Promise<Page<SegmentDto>> {
  requirePermission(ctx, "members:read");
  const rows = await selectSegments(ctx.tx ?? db(), ctx.programId, {
    q: q.trim() || null,
    after: cursor === undefined ? "" : textIn(cursor),
    limit: limit + 1,
  });
  return toPage(rows.map(toDto), limit, (last) => [last.code]);
}

/** @throws Forbidden, NotFound */
export async function readSegment(ctx: Ctx, code: string): Promise<SegmentDto> {
  requirePermission(ctx, "members:read");
  const { programId } = ctx;
  const client = ctx.tx ?? db();
  const row = await client.segment.findUnique({ where: { programId_code: { programId, code } } });
  if (row === null) throw new NotFound("segment");
  const members = await client.segmentMember.count({ where: { programId, segmentCode: code } });
  return toDto({ ...row, members: BigInt(members) });
}

/**
 * The members on a list: all of them, or those that a search finds.
 * @throws Forbidden, NotFound; Invalid for a foreign cursor
 */
export async function listSegmentMembers(
  ctx: Ctx,
  code: string,
  { q = "", cursor, limit }: { q?: string | undefined } & PageRequest,
): Promise<Page<MemberDto>> {
  requirePermission(ctx, "members:read");
  const { programId } = ctx;
  const client = ctx.tx ?? db();
  const segment = await client.segment.findUnique({ where: { programId_code: { programId, code } } });
  if (segment === null) throw new NotFound("segment");
  if (q.trim() !== "") return findMembers(ctx, { q, segment: code, cursor, limit });
  const after = cursor === undefined ? null : textIn(cursor);
  if (after !== null && !isUuid(after)) throw foreignCursor();
  const memberIds = await selectSegmentMembers(client, programId, code, { after, limit: limit + 1 });
  const page = toPage(
    memberIds.map((memberId) => ({ memberId })),
    limit,
    (last) => [last.memberId],
  );
  const members = await readMembers(
    ctx,
    page.items.map(({ memberId }) => memberId),
  );
  return { items: members, nextCursor: page.nextCursor };
}

/**
 * The lists that a member is on.
 * @throws Forbidden
 */
export async function listSegmentsOf(
  ctx: Ctx,
  memberId: string,
): Promise<{ code: string; name: string; addedAt: string }[]> {
  requirePermission(ctx, "members:read");
  const rows = await (ctx.tx ?? db()).segmentMember.findMany({
    where: { programId: ctx.programId, memberId },
    include: { segment: { select: { name: true } } },
    orderBy: { segmentCode: "asc" },
  });
  return rows.map(({ segmentCode, segment, addedAt }) => ({
    code: segmentCode,
    name: segment.name,
    addedAt: addedAt.toISOString(),
  }));
}

/**
 * Codes of the lists that a member is on, for the rules; members may have theirs looked at.
 * @throws Forbidden, NotFound
 */
export async function readSegmentCodes(ctx: Ctx, memberId: string): Promise<string[]> {
  requireSelfOr(ctx, memberId, "members:read");
  const segments = await loadSegments(ctx.tx ?? db(), ctx.programId, [memberId]);
  return segments.get(memberId) ?? [];
}

function toDto({ code, name, description, createdAt, members }: SegmentRow): SegmentDto {
  return { code, name, description, members: Number(members), createdAt: createdAt.toISOString() };
}

function textIn(cursor: string): string {
  const [position] = decodeCursor(cursor);
  if (typeof position !== "string") throw foreignCursor();
  return position;
}

function foreignCursor(): Invalid {
  return new Invalid("The cursor is not one that this list gave out.", [
    { pointer: "/cursor", code: "invalid_cursor", detail: "Use the nextCursor of the page before." },
  ]);
}
