import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { decodeCursor, type Page, toPage } from "@/lib/core/cursor";
import { Invalid } from "@/lib/core/errors";
import { fromTypeId, isUuid, toTypeId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import type { ApiKeyDto } from "./schema";

type ListRequest = { state: "active" | "revoked"; cursor?: string; limit: number };

/**
 * The program's keys, the newest first.
 * @throws Forbidden; Invalid for a foreign cursor
 */
export async function listApiKeys(ctx: Ctx, { state, cursor, limit }: ListRequest): Promise<Page<ApiKeyDto>> {
  requirePermission(ctx, "keys:manage");
  const before = cursor === undefined ? undefined : position(cursor);
  const rows = await db().apiKey.findMany({
    where: {
      programId: ctx.programId,
      revokedAt: state === "active" ? null : { not: null },
      ...(before && { apiKeyId: { lt: before } }),
    },
    orderBy: { apiKeyId: "desc" },
    take: limit + 1,
  });
  const creators = await db().user.findMany({
    where: { userId: { in: rows.map((row) => row.createdBy) } },
    select: { userId: true, name: true },
  });
  const names = new Map(creators.map(({ userId, name }) => [userId, name]));
  const items = rows.map((row) => ({
    apiKeyId: toTypeId("key", row.apiKeyId),
    name: row.name,
    hint: row.hint,
    scopes: row.scopes,
    createdBy: names.get(row.createdBy) ?? "a former teammate",
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
  }));
  return toPage(items, limit, (last) => [fromTypeId("key", last.apiKeyId) ?? ""]);
}

function position(cursor: string): string {
  const [apiKeyId] = decodeCursor(cursor);
  if (typeof apiKeyId === "string" && isUuid(apiKeyId)) return apiKeyId;
  throw new Invalid("The cursor is not one that this list gave out.");
}
