import "server-only";
import { z } from "zod";
import type { Ctx } from "@/lib/auth/context";
import { type Page, toPage } from "@/lib/core/cursor";
import { db } from "@/lib/db";
import { lookBehind } from "./look-behind";
import { readPosition } from "./read-position";
import { selectRedeemed, sumRedeemed } from "./redeemed-sql";
import type { AskedDays, RedeemedDto } from "./schema";

type Request = AskedDays & { cursor?: string | undefined; limit: number };

/** When it happened, in milliseconds, and the line of the statement. */
const POSITION = z.tuple([z.int(), z.uuid()]);

/**
 * What members spent the points of a campaign on, the latest first, and how many points those are in all, less what
 * was given back.
 * @throws Forbidden, NotFound, Invalid for impossible days or a foreign cursor; Conflict `not_launched`
 */
export async function listRedeemed(
  ctx: Ctx,
  campaignId: string,
  { from, to, cursor, limit }: Request,
): Promise<Page<RedeemedDto> & { redeemed: number }> {
  const { span } = await lookBehind(ctx, campaignId, { from, to });
  const after = readPosition(cursor, POSITION);
  const [rows, redeemed] = await Promise.all([
    selectRedeemed(db(), span, {
      after: after && { at: new Date(after[0]), causeId: after[1] },
      limit: limit + 1,
    }),
    sumRedeemed(db(), span),
  ]);
  const page = toPage(rows, limit, (last) => [last.occurredAt.getTime(), last.causeId]);
  return {
    redeemed,
    ...page,
    items: page.items.map((row) => ({
      ...row,
      spent: Number(row.spent),
      givenBack: Number(row.givenBack),
      occurredAt: row.occurredAt.toISOString(),
    })),
  };
}
