import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { decodeCursor, type Page, toPage } from "@/lib/core/cursor";
import { Invalid, NotFound } from "@/lib/core/errors";
import { isUuid, toTypeId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { partnerScope } from "../queries";
import { findPool } from "./find-pool";
import type { PoolDto, RefusalReason, RefusedCodeDto, UploadDto } from "./pool-dto";
import { type ListedPool, selectPools } from "./pool-sql";
import { toUploadDto, toUploadDtos, type UploadRow } from "./to-upload-dto";

type PageRequest = { cursor?: string | undefined; limit: number };

/**
 * Code pools, the newest first; for people of a reward partner those that it fills.
 * @throws Forbidden; Invalid for a foreign cursor
 */
export async function listPools(
  ctx: Ctx,
  {
    q = "",
    partnerId,
    cursor,
    limit,
  }: { q?: string | undefined; partnerId?: string | undefined } & PageRequest,
): Promise<Page<PoolDto>> {
  const rows = await selectPools(ctx.tx ?? db(), {
    programId: ctx.programId,
    q: q.trim() || undefined,
    partnerId: partnerScope(ctx, partnerId),
    before: cursor === undefined ? undefined : idIn(cursor),
    limit: limit + 1,
  });
  const page = toPage(rows, limit, ({ poolId }) => [poolId]);
  return { ...page, items: page.items.map(toPoolDto) };
}

/** @throws Forbidden, NotFound */
export async function readPool(ctx: Ctx, poolId: string): Promise<PoolDto> {
  const tx = ctx.tx ?? db();
  await findPool(tx, ctx, poolId, "rewards:read");
  const [row] = await selectPools(tx, { programId: ctx.programId, poolId, limit: 1 });
  if (row === undefined) throw new NotFound("code pool");
  return toPoolDto(row);
}

/**
 * The files that were put into a pool, the newest first.
 * @throws Forbidden, NotFound; Invalid for a foreign cursor
 */
export async function listUploads(
  ctx: Ctx,
  poolId: string,
  { cursor, limit }: PageRequest,
): Promise<Page<UploadDto>> {
  const { programId } = ctx;
  const tx = ctx.tx ?? db();
  await findPool(tx, ctx, poolId, "rewards:read");
  const rows = await tx.codeUpload.findMany({
    where: { programId, poolId, ...(cursor === undefined ? {} : { uploadId: { lt: idIn(cursor) } }) },
    orderBy: { uploadId: "desc" },
    take: limit + 1,
  });
  const page = toPage(rows, limit, ({ uploadId }) => [uploadId]);
  return { ...page, items: await toUploadDtos(tx, programId, page.items) };
}

/** @throws Forbidden, NotFound */
export async function readUpload(ctx: Ctx, uploadId: string): Promise<UploadDto> {
  return toUploadDto(ctx.tx ?? db(), await findUpload(ctx, uploadId));
}

/**
 * The lines of a file that did not go in, in the order of the file.
 * @throws Forbidden, NotFound; Invalid for a foreign cursor
 */
export async function listRefusedCodes(
  ctx: Ctx,
  uploadId: string,
  { cursor, limit }: PageRequest,
): Promise<Page<RefusedCodeDto>> {
  await findUpload(ctx, uploadId);
  const rows = await (ctx.tx ?? db()).refusedCode.findMany({
    where: {
      programId: ctx.programId,
      uploadId,
      ...(cursor === undefined ? {} : { line: { gt: lineIn(cursor) } }),
    },
    orderBy: { line: "asc" },
    take: limit + 1,
    select: { line: true, code: true, reason: true },
  });
  const page = toPage(rows, limit, ({ line }) => [line]);
  return { ...page, items: page.items.map((row) => ({ ...row, reason: row.reason as RefusalReason })) };
}

async function findUpload(ctx: Ctx, uploadId: string): Promise<UploadRow> {
  const { programId } = ctx;
  const tx = ctx.tx ?? db();
  const row = await tx.codeUpload.findUnique({ where: { programId_uploadId: { programId, uploadId } } });
  if (row === null) throw new NotFound("file of codes");
  await findPool(tx, ctx, row.poolId, "rewards:read");
  return row;
}

function toPoolDto({ poolId, partnerId, partnerName, total, rewards, ...row }: ListedPool): PoolDto {
  return {
    id: toTypeId("cpool", poolId),
    key: row.key,
    name: row.name,
    partner: partnerId === null ? null : { id: toTypeId("org", partnerId), name: partnerName ?? "" },
    lowAt: row.lowAt,
    isLow: row.lowAt !== null && row.free <= row.lowAt,
    free: row.free,
    void: row.void,
    handed: total - row.free - row.void,
    rewards: rewards.map(({ rewardId, name }) => ({ id: toTypeId("rwd", rewardId), name })),
    createdAt: row.createdAt.toISOString(),
  };
}

function idIn(cursor: string): string {
  const [id] = decodeCursor(cursor);
  if (typeof id === "string" && isUuid(id)) return id;
  throw foreignCursor();
}

function lineIn(cursor: string): number {
  const [line] = decodeCursor(cursor);
  if (typeof line === "number" && Number.isInteger(line)) return line;
  throw foreignCursor();
}

function foreignCursor(): Invalid {
  return new Invalid("The cursor is not one that this list gave out.", [
    { pointer: "/cursor", code: "invalid_cursor", detail: "Use the nextCursor of the page before." },
  ]);
}
