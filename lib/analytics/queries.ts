import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { addDays, localDay, startOfDay } from "@/lib/core/calendar";
import { toTypeId } from "@/lib/core/ids";
import { recallProgram } from "@/lib/programs";
import { fillDays, sumSeries } from "./day-series";
import { OVERVIEW_DAYS, type OverviewDto } from "./schema";
import {
  countActiveMembers,
  countMembers,
  reachesBackTo,
  sumCampaigns,
  sumDays,
  sumOutstanding,
} from "./sql";

/**
 * The figures of the overview as of now, days reckoned in the program's time zone. Ids are TypeIDs, points whole.
 * @throws Forbidden
 */
export async function readOverview(ctx: Ctx): Promise<OverviewDto> {
  requirePermission(ctx, "wallet:read");
  const { programId } = ctx;
  const { timeZone } = await recallProgram(programId);
  const now = ctx.clock.now();
  const to = localDay(now, timeZone);
  const from = addDays(to, 1 - OVERVIEW_DAYS);
  const fromBefore = addDays(from, -OVERVIEW_DAYS);
  const start = startOfDay(from, timeZone);
  const startBefore = startOfDay(fromBefore, timeZone);
  const end = startOfDay(addDays(to, 1), timeZone);

  const [rows, isComparable, outstanding, members, active, activeBefore, campaigns] = await Promise.all([
    sumDays(programId, fromBefore, to),
    reachesBackTo(programId, fromBefore),
    sumOutstanding(programId),
    countMembers(programId),
    countActiveMembers(programId, start, end),
    countActiveMembers(programId, startBefore, start),
    sumCampaigns(programId, start, end),
  ]);
  const totals = rows.map(({ day, issued, returned, redeemed, events }) => ({
    day,
    issued: Number(issued),
    returned: Number(returned),
    redeemed: Number(redeemed),
    events: Number(events),
  }));
  const days = fillDays(totals, from, to);
  const daysBefore = fillDays(totals, fromBefore, addDays(from, -1));
  return {
    from,
    to,
    outstanding: Number(outstanding),
    members,
    current: { ...sumSeries(days), activeMembers: active },
    before: { ...sumSeries(daysBefore), activeMembers: activeBefore },
    isComparable,
    days,
    campaigns: campaigns.map(({ campaignId, points }) => ({
      campaignId: toTypeId("camp", campaignId),
      points: Number(points),
    })),
  };
}
