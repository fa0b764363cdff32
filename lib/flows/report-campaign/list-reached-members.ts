import "server-only";
import { z } from "zod";
import type { Ctx } from "@/lib/auth/context";
import { type Page, toPage } from "@/lib/core/cursor";
import { db } from "@/lib/db";
import { selectReached } from "./awards-sql";
import { lookBehind } from "./look-behind";
import { readPosition } from "./read-position";
import type { AskedDays, AwardFilter, ReachedMemberDto } from "./schema";

type Request = AwardFilter & AskedDays & { cursor?: string | undefined; limit: number };

/** Points, benefits, and the member. */
const POSITION = z.tuple([z.int(), z.int(), z.uuid()]);

/**
 * The members whom a campaign reached, those who got most first.
 * @throws Forbidden, NotFound, Invalid for impossible days or a foreign cursor; Conflict `not_launched`
 */
export async function listReachedMembers(
  ctx: Ctx,
  campaignId: string,
  { from, to, cursor, limit, ...filter }: Request,
): Promise<Page<ReachedMemberDto>> {
  const { span } = await lookBehind(ctx, campaignId, { from, to });
  const after = readPosition(cursor, POSITION);
  const rows = await selectReached(db(), span, filter, {
    after: after && { issued: BigInt(after[0]), benefits: after[1], memberId: after[2] },
    limit: limit + 1,
  });
  const page = toPage(rows, limit, ({ issued, benefits, memberId }) => [Number(issued), benefits, memberId]);
  return {
    ...page,
    items: page.items.map((row) => ({
      ...row,
      issued: Number(row.issued),
      takenBack: Number(row.takenBack),
    })),
  };
}
