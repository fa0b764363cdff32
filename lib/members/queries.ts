import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission, requireSelfOr } from "@/lib/auth/permissions";
import { decodeCursor, type Page, toPage } from "@/lib/core/cursor";
import { Invalid, NotFound } from "@/lib/core/errors";
import { isUuid } from "@/lib/core/ids";
import { db, driver, type SqlTx } from "@/lib/db";
import { normaliseCardNumber } from "./card-number";
import { toMemberDto } from "./member-dto";
import type { MemberDto, MemberFilter, MemberRef, ResolvedMember } from "./schema";
import { searchTerms } from "./search-words";
import { type RefKey, resolveRows, type SearchHit, searchHitsQuery } from "./sql";

type PageRequest = { cursor?: string; limit: number };

/**
 * One member; members themselves may read their own.
 * @throws Forbidden, NotFound
 */
export async function readMember(ctx: Ctx, memberId: string): Promise<MemberDto> {
  requireSelfOr(ctx, memberId, "members:read");
  const row = await (ctx.tx ?? db()).member.findUnique({
    where: { programId_memberId: { programId: ctx.programId, memberId } },
  });
  if (row === null) throw new NotFound("member");
  return toMemberDto(row);
}

/**
 * Some members, in the order of their ids here; those that the program does not have are left out.
 * @throws Forbidden
 */
export async function readMembers(ctx: Ctx, memberIds: readonly string[]): Promise<MemberDto[]> {
  requirePermission(ctx, "members:read");
  const rows = await (ctx.tx ?? db()).member.findMany({
    where: { programId: ctx.programId, memberId: { in: [...memberIds] } },
  });
  const byId = new Map(rows.map((row) => [row.memberId, toMemberDto(row)]));
  return memberIds.flatMap((memberId) => byId.get(memberId) ?? []);
}

/**
 * Members in order of joining, the newest first.
 * @throws Forbidden; Invalid for a foreign cursor
 */
export async function listMembers(
  ctx: Ctx,
  { status, cursor, limit }: Pick<MemberFilter, "status"> & PageRequest,
): Promise<Page<MemberDto>> {
  requirePermission(ctx, "members:read");
  const after = cursor === undefined ? null : listPosition(cursor);
  const rows = await (ctx.tx ?? db()).member.findMany({
    where: {
      programId: ctx.programId,
      status,
      ...(after && {
        joinedAt: { lte: after.joinedAt },
        NOT: { joinedAt: after.joinedAt, memberId: { gte: after.memberId } },
      }),
    },
    orderBy: [{ joinedAt: "desc" }, { memberId: "desc" }],
    take: limit + 1,
  });
  return toPage(rows.map(toMemberDto), limit, (last) => [last.joinedAt, last.memberId]);
}

/**
 * Members found by what somebody types: beginnings of names, e-mail addresses, phone, card or customer numbers,
 * in any order, with or without accents. An empty search lists all.
 * @throws Forbidden; Invalid for a foreign cursor
 */
export async function searchMembers(
  ctx: Ctx,
  { q = "", status, cursor, limit }: MemberFilter & PageRequest,
): Promise<Page<MemberDto>> {
  requirePermission(ctx, "members:read");
  if (q.trim() === "") return listMembers(ctx, { status, cursor, limit });
  return findMembers(ctx, { q, status, cursor, limit });
}

/**
 * The same for a search that is not empty, and if wanted only among the members of a segment.
 * @throws Forbidden; Invalid for a foreign cursor
 */
export async function findMembers(
  ctx: Ctx,
  { q, status, segment, cursor, limit }: MemberFilter & { q: string; segment?: string } & PageRequest,
): Promise<Page<MemberDto>> {
  requirePermission(ctx, "members:read");
  // The longest prefix matches the fewest words: it leads, the others are checked.
  const [lead, ...others] = searchTerms(q).sort((one, other) => other.length - one.length);
  if (lead === undefined) return { items: [], nextCursor: null };
  const client = ctx.tx ?? db();
  const after = cursor === undefined ? null : searchPosition(cursor);
  const hits = await client.$queryRaw<SearchHit[]>(
    searchHitsQuery({
      programId: ctx.programId,
      lead,
      others,
      status: status ?? null,
      segment: segment ?? null,
      after,
      limit: limit + 1,
    }),
  );
  const page = toPage(hits, limit, (last) => [last.word, last.memberId]);
  const memberIds = page.items.map((hit) => hit.memberId);
  const rows = await client.member.findMany({
    where: { programId: ctx.programId, memberId: { in: memberIds } },
  });
  const byId = new Map(rows.map((row) => [row.memberId, toMemberDto(row)]));
  return { items: memberIds.flatMap((memberId) => byId.get(memberId) ?? []), nextCursor: page.nextCursor };
}

/**
 * Finds the members that other systems name, set-based.
 * @returns one entry for each reference, in order; null where the program has no such member
 */
export async function resolveMembers(
  { programId, tx = driver() }: { programId: string; tx?: SqlTx },
  refs: readonly MemberRef[],
): Promise<(ResolvedMember | null)[]> {
  const keys = refs.map(refKey);
  const valuesOf = (kind: RefKey["kind"]) => [
    ...new Set(keys.flatMap((key) => (key.kind === kind ? key.value : []))),
  ];
  const rows = await resolveRows(tx, programId, {
    memberIds: valuesOf("memberId"),
    externalIds: valuesOf("externalId"),
    cardNumbers: valuesOf("cardNumber"),
  });
  const found = new Map(rows.map(({ kind, value, ...member }) => [`${kind} ${value}`, member]));
  return keys.map(({ kind, value }) => found.get(`${kind} ${value}`) ?? null);
}

function refKey(ref: MemberRef): RefKey {
  if ("id" in ref) return { kind: "memberId", value: ref.id };
  if ("externalId" in ref) return { kind: "externalId", value: ref.externalId };
  return { kind: "cardNumber", value: normaliseCardNumber(ref.cardNumber) };
}

function listPosition(cursor: string): { joinedAt: Date; memberId: string } {
  const [joinedAt, memberId] = decodeCursor(cursor);
  const instant = new Date(joinedAt ?? Number.NaN);
  if (Number.isNaN(instant.getTime()) || !isMemberId(memberId)) throw foreignCursor();
  return { joinedAt: instant, memberId };
}

function searchPosition(cursor: string): SearchHit {
  const [word, memberId] = decodeCursor(cursor);
  if (typeof word !== "string" || !isMemberId(memberId)) throw foreignCursor();
  return { word, memberId };
}

function isMemberId(part: string | number | undefined): part is string {
  return typeof part === "string" && isUuid(part);
}

function foreignCursor(): Invalid {
  return new Invalid("The cursor is not one that this list gave out.", [
    { pointer: "/cursor", code: "invalid_cursor", detail: "Use the nextCursor of the page before." },
  ]);
}
