import "server-only";
import { z } from "zod";
import type { Ctx } from "@/lib/auth/context";
import { type Page, toPage } from "@/lib/core/cursor";
import { db } from "@/lib/db";
import { selectAwards } from "./awards-sql";
import { lookBehind } from "./look-behind";
import { readPosition } from "./read-position";
import type { AskedDays, AwardFigure, AwardFilter, CampaignAwardDto } from "./schema";

type Request = AwardFilter &
  AskedDays & {
    /** Those that this figure of the report is made of; absent: all. */
    figure?: AwardFigure | undefined;
    cursor?: string | undefined;
    limit: number;
  };

/** When it happened, in milliseconds, and the event. */
const POSITION = z.tuple([z.int(), z.uuid()]);

/**
 * The decisions behind a report's figures, the latest first.
 * @throws Forbidden, NotFound, Invalid for impossible days or a foreign cursor; Conflict `not_launched`
 */
export async function listCampaignAwards(
  ctx: Ctx,
  campaignId: string,
  { from, to, figure, cursor, limit, ...filter }: Request,
): Promise<Page<CampaignAwardDto>> {
  const { span } = await lookBehind(ctx, campaignId, { from, to });
  const after = readPosition(cursor, POSITION);
  const rows = await selectAwards(db(), span, filter, {
    figure,
    after: after && { at: new Date(after[0]), causeId: after[1] },
    limit: limit + 1,
  });
  const page = toPage(rows, limit, (last) => [last.occurredAt.getTime(), last.causeId]);
  return {
    ...page,
    items: page.items.map(({ causeId, issued, takenBack, vouchersMinor, occurredAt, ...row }) => ({
      ...row,
      eventId: causeId,
      issued: Number(issued),
      takenBack: Number(takenBack),
      vouchersMinor: Number(vouchersMinor),
      occurredAt: occurredAt.toISOString(),
    })),
  };
}
