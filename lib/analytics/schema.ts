import { z } from "zod";

export { type CampaignFigures, type CampaignReport, campaignReport } from "./campaign-report";

/** Days that the overview looks back, today included, and the same again to compare with. */
export const OVERVIEW_DAYS = 30;

const totals = z.object({
  /** Points given by campaigns. */
  issued: z.number(),
  /** Points taken back by returns. */
  returned: z.number(),
  /** Points spent on rewards. */
  redeemed: z.number(),
  /** Events posted. */
  events: z.number(),
  /** Members whose points moved. */
  activeMembers: z.number(),
});

const dayTotal = z.object({
  /** YYYY-MM-DD in the program's time zone */
  day: z.string(),
  issued: z.number(),
  returned: z.number(),
  redeemed: z.number(),
  events: z.number(),
});
export type DayTotalDto = z.infer<typeof dayTotal>;

/** The figures of the overview: the last 30 days, the 30 before, and each of the last 30. */
export const overview = z
  .object({
    from: z.string(),
    to: z.string(),
    /** Spendable points in all wallets now. */
    outstanding: z.number(),
    members: z.number(),
    current: totals,
    before: totals,
    /** Whether the program's figures reach back over all of the 30 days before. */
    isComparable: z.boolean(),
    days: z.array(dayTotal),
    /** Points that each campaign gave in the last 30 days; campaigns that gave none are left out. */
    campaigns: z.array(z.object({ campaignId: z.string(), points: z.number() })),
  })
  .meta({ id: "Overview" });
export type OverviewDto = z.infer<typeof overview>;
