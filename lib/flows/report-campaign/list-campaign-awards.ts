import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { readCampaign } from "@/lib/campaigns";
import type { Day } from "@/lib/core/calendar";
import { decodeCursor, type Page, toPage } from "@/lib/core/cursor";
import { Invalid } from "@/lib/core/errors";
import { db } from "@/lib/db";
import { recallProgram } from "@/lib/programs";
import { spanOf } from "./read-campaign-report";
import { type AwardPosition, selectAwards } from "./sql";

/** Points that a campaign gave, or took back (below zero), with the event that it was for. Ids are UUIDs. */
export type CampaignAwardDto = {
  eventId: string;
  memberId: string;
  memberName: string;
  points: number;
  /** ISO 8601 */
  occurredAt: string;
  store: string | null;
};

type Request = {
  from?: Day | undefined;
  to?: Day | undefined;
  /** Only of this store; null: of purchases without one. */
  store?: string | null | undefined;
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
  { from, to, store, cursor, limit }: Request,
): Promise<Page<CampaignAwardDto>> {
  requirePermission(ctx, "campaigns:read");
  requirePermission(ctx, "members:read");
  const [campaign, program] = await Promise.all([
    readCampaign(ctx, campaignId),
    recallProgram(ctx.programId),
  ]);
  const span = await spanOf(ctx, campaign, program, { from, to });
  const after = cursor === undefined ? undefined : positionOf(cursor);
  const rows = await selectAwards(db(), span, { store, after, limit: limit + 1 });
  const page = toPage(rows, limit, (last) => [last.occurredAt.getTime(), last.lane, String(last.transferNo)]);
  return {
    ...page,
    items: page.items.map(({ causeId, memberId, memberName, points, occurredAt, store: where }) => ({
      eventId: causeId,
      memberId,
      memberName,
      points: Number(points),
      occurredAt: occurredAt.toISOString(),
      store: where,
    })),
  };
}

function positionOf(cursor: string): AwardPosition {
  const [at, lane, transferNo] = decodeCursor(cursor);
  if (typeof at === "number" && typeof lane === "number" && /^\d{1,18}$/.test(String(transferNo))) {
    return { at: new Date(at), lane, transferNo: BigInt(String(transferNo)) };
  }
  throw new Invalid("The cursor is not one that this list gave out.", [
    { pointer: "/cursor", code: "invalid_cursor", detail: "Use the nextCursor of the page before." },
  ]);
}
