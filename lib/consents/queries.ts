import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requireSelfOr } from "@/lib/auth/permissions";
import { decodeCursor, type Page, toPage } from "@/lib/core/cursor";
import { Invalid } from "@/lib/core/errors";
import { isUuid } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { readMember } from "@/lib/members";
import { readPurposes, wordingOf } from "./purposes";
import { CONSENT_WAYS, type ConsentDto, type ConsentRecordDto } from "./schema";

/**
 * What a member is asked to agree to, in the language of a locale, and what they chose.
 * @throws Forbidden, NotFound
 */
export async function listConsents(ctx: Ctx, memberId: string, locale: string): Promise<ConsentDto[]> {
  const { consents } = await readMember(ctx, memberId);
  const purposes = await readPurposes(ctx.programId, ctx.tx);
  return purposes.map((purpose) => {
    const chosen = consents[purpose.code];
    return {
      purpose: purpose.code,
      version: purpose.version,
      ...wordingOf(purpose, locale),
      granted: chosen?.granted ?? null,
      at: chosen?.at ?? null,
    };
  });
}

/**
 * Every time that a member agreed to something or took it back, the newest first.
 * @throws Forbidden, NotFound; Invalid for a foreign cursor
 */
export async function listConsentHistory(
  ctx: Ctx,
  memberId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<Page<ConsentRecordDto>> {
  requireSelfOr(ctx, memberId, "members:read");
  const rows = await (ctx.tx ?? db()).consentRecord.findMany({
    where: {
      programId: ctx.programId,
      memberId,
      ...(cursor !== undefined && { recordId: { lt: positionOf(cursor) } }),
    },
    orderBy: { recordId: "desc" },
    take: limit + 1,
  });
  const records = rows.map((row) => ({
    recordId: row.recordId,
    purpose: row.purpose,
    version: row.version,
    wording: row.wording,
    locale: row.locale,
    granted: row.granted,
    at: row.recordedAt.toISOString(),
    isOwn: row.recordedBy === `member:${memberId}`,
    via: CONSENT_WAYS.find((way) => way === row.via) ?? "api",
  }));
  return toPage(records, limit, ({ recordId }) => [recordId]);
}

function positionOf(cursor: string): string {
  const [recordId] = decodeCursor(cursor);
  if (typeof recordId === "string" && isUuid(recordId)) return recordId;
  throw new Invalid("The cursor is not one that this list gave out.", [
    { pointer: "/cursor", code: "invalid_cursor", detail: "Use the nextCursor of the page before." },
  ]);
}
