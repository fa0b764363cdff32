import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { readCampaign } from "@/lib/campaigns";
import type { Day } from "@/lib/core/calendar";
import { decodeCursor, type Page, toPage } from "@/lib/core/cursor";
import { Invalid } from "@/lib/core/errors";
import { isUuid } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { recallProgram } from "@/lib/programs";
import { spanOf } from "./read-campaign-report";
import { type AwardFilter, type AwardPosition, type AwardRow, selectAwards } from "./sql";

/** What a campaign gave for an event, or took back with it. Ids are UUIDs. */
export type CampaignAwardDto = {
  eventId: string;
  memberId: string;
  memberName: string;
  /** Below zero: taken back. */
  points: number;
  /** What it gave besides, and whether that has been withdrawn since. */
  benefits: AwardRow["benefits"];
  /** ISO 8601 */
  occurredAt: string;
  store: string | null;
};

type Request = AwardFilter & {
  from?: Day | undefined;
  to?: Day | undefined;
  cursor?: string | undefined;
  limit: number;
};

/**
 * The decisions behind a report's figures, the latest first.
 * @throws Forbidden, NotFound, Invalid for impossible days or a foreign cursor; Conflict `not_launched`
 */
export async function listCampaignAwards(
  ctx: Ctx,
  campaignId: string,
  { from, to, cursor, limit, ...filter }: Request,
): Promise<Page<CampaignAwardDto>> {
  requirePermission(ctx, "campaigns:read");
  requirePermission(ctx, "members:read");
  const [campaign, program] = await Promise.all([
    readCampaign(ctx, campaignId),
    recallProgram(ctx.programId),
  ]);
  const span = await spanOf(ctx, campaign, program, { from, to });
  const after = cursor === undefined ? undefined : positionOf(cursor);
  const rows = await selectAwards(db(), span, { ...filter, after, limit: limit + 1 });
  const page = toPage(rows, limit, (last) => [last.occurredAt.getTime(), last.causeId]);
  return {
    ...page,
    items: page.items.map(
      ({ causeId, memberId, memberName, points, benefits, occurredAt, store: where }) => ({
        eventId: causeId,
        memberId,
        memberName,
        points: Number(points),
        benefits,
        occurredAt: occurredAt.toISOString(),
        store: where,
      }),
    ),
  };
}

function positionOf(cursor: string): AwardPosition {
  const [at, causeId] = decodeCursor(cursor);
  if (typeof at === "number" && typeof causeId === "string" && isUuid(causeId)) {
    return { at: new Date(at), causeId };
  }
  throw new Invalid("The cursor is not one that this list gave out.", [
    { pointer: "/cursor", code: "invalid_cursor", detail: "Use the nextCursor of the page before." },
  ]);
}
