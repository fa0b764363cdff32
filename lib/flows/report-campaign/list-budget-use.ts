import "server-only";
import { z } from "zod";
import type { CampaignReport } from "@/lib/analytics/schema";
import type { Ctx } from "@/lib/auth/context";
import { startOfDay } from "@/lib/core/calendar";
import { type Page, toPage } from "@/lib/core/cursor";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/db";
import { selectBudgetUse } from "./budget-use-sql";
import { lookBehind } from "./look-behind";
import { measureBudgets, sharedLimits } from "./measure-budgets";
import { readPosition } from "./read-position";
import type { BudgetUseDto } from "./schema";

type Budget = CampaignReport["budgets"][number];

type Request = Pick<Budget, "measure" | "window"> & { cursor?: string | undefined; limit: number };

/** When it happened, in milliseconds, and the cause. */
const POSITION = z.tuple([z.int(), z.uuid()]);

/**
 * The decisions that a budget's use is made of, in its window of now, the latest first.
 * @throws Forbidden; NotFound, also where the live version has no such budget; Invalid for a foreign cursor; Conflict
 *   `not_launched`
 */
export async function listBudgetUse(
  ctx: Ctx,
  campaignId: string,
  { measure, window, cursor, limit }: Request,
): Promise<Page<BudgetUseDto> & { budget: Budget }> {
  const { campaign, program } = await lookBehind(ctx, campaignId, {});
  const now = ctx.clock.now();
  const limits = campaign.liveDefinition?.limits ?? [];
  const asked = (budget: Pick<Budget, "measure" | "window">) =>
    budget.measure === measure && budget.window === window;
  const wanted = sharedLimits(limits, now, program.timeZone).find(asked);
  const measured = await measureBudgets(db(), program, [{ campaignId, limits }], now);
  const budget = measured.get(campaignId)?.find(asked);
  if (wanted === undefined || budget === undefined) throw new NotFound("There is no such budget.");
  const { limitNo, start: windowStart } = wanted;
  const start = window === "lifetime" ? new Date(0) : startOfDay(windowStart, program.timeZone);
  const position = readPosition(cursor, POSITION);
  const rows = await selectBudgetUse(
    db(),
    { programId: ctx.programId, campaignId, limitNo, windowStart, start },
    { after: position && { at: new Date(position[0]), causeId: position[1] }, limit: limit + 1 },
  );
  const page = toPage(rows, limit, (last) => [last.occurredAt.getTime(), last.causeId]);
  return {
    budget,
    ...page,
    items: page.items.map(({ isEvent, ...row }) => ({
      ...row,
      eventId: isEvent ? row.causeId : null,
      used: Number(row.used),
      occurredAt: row.occurredAt.toISOString(),
    })),
  };
}
