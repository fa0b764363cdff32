import { z } from "zod";

/** What a simulation found. Points are whole, money in minor units, days `YYYY-MM-DD` in the program's time zone. */

const count = z.int().min(0);
const points = z.int();
const day = z.iso.date();

const campaignFigures = z.object({
  campaignId: z.string(),
  version: z.int(),
  name: z.string(),
  /** Whether it is what the simulation tries. */
  isTried: z.boolean(),
  pointType: z.string(),
  /** Events that it looked at; those it gave something for, and those it gave less for than it would have. */
  evaluated: count,
  fired: count,
  capped: count,
  suppressed: count,
  heldOut: count,
  members: count,
  desired: points,
  granted: points,
  suppressedPoints: points,
  heldOutPoints: points,
  takenBack: points,
  /** Points that stay, and vouchers. */
  costMinor: count,
  revenueMinor: count,
  benefits: z.array(z.object({ kind: z.string(), times: count })),
  /** Why it gave nothing, and how often; the most frequent first. */
  reasons: z.array(z.object({ reason: z.string(), events: count })),
});
export type CampaignFigures = z.infer<typeof campaignFigures>;

const budgetFigures = z.object({
  campaignId: z.string(),
  name: z.string(),
  measure: z.enum(["points", "times", "costMinor"]),
  amount: count,
  window: z.string(),
  used: z.int(),
  /** The first day on which nothing was left; null: there was something left. */
  ranOutOn: day.nullable(),
  /** What was left of the window at the end of each day on which some was used. */
  days: z.array(z.object({ day, used: z.int(), left: z.int() })),
});
export type BudgetFigures = z.infer<typeof budgetFigures>;

const liability = z.object({
  /** Spendable points of members before the period, those given in it, and what became of them. */
  opening: points,
  given: points,
  takenBack: points,
  spent: points,
  expired: points,
  /** Credits, debits and transfers, as they were; below zero where more left than came. */
  moved: points,
  /** At the end: what members hold, the part of it that is pending, and what they owe. */
  outstanding: points,
  pending: points,
  owed: points,
  valueMinor: z.int(),
  /** Share of the program's points that ended unused; null while none have been spent or have ended. */
  breakageShare: z.number().min(0).max(1).nullable(),
  expectedBreakage: points.nullable(),
});
export type LiabilityFigures = z.infer<typeof liability>;

const memberFigures = z.object({
  memberId: z.string(),
  points,
  baselinePoints: points,
});
export type MemberFigures = z.infer<typeof memberFigures>;

const groupFigures = z.object({
  code: z.string(),
  members: count,
  reached: count,
  points,
  baselinePoints: points,
});
export type GroupFigures = z.infer<typeof groupFigures>;

const distribution = z.object({
  /** Members who got something, of those with something in the period. */
  reached: count,
  mean: z.number(),
  /** Points of members who got something, by the share of them who got no more. */
  quantiles: z.array(z.object({ percent: z.int(), points })),
  /** Members by net points; `to` is the highest of the range, null: no bound. */
  histogram: z.array(z.object({ from: points, to: points.nullable(), members: count, points })),
  top: z.array(memberFigures),
  byTier: z.array(groupFigures),
  bySegment: z.array(groupFigures),
});
export type Distribution = z.infer<typeof distribution>;

const comparison = z.object({
  winners: count,
  losers: count,
  unchanged: count,
  pointsMore: points,
  pointsLess: points,
  topWinners: z.array(memberFigures),
  topLosers: z.array(memberFigures),
});
export type Comparison = z.infer<typeof comparison>;

const spendReturn = z.object({
  /** Of purchases for which what is tried gave something. */
  matchedRevenueMinor: count,
  /** What the scenario costs beyond the one that it is compared with. */
  extraCostMinor: z.int(),
  /** How much more members would have to buy for that to come back in revenue; null: nothing was matched. */
  breakEvenPercent: z.number().nullable(),
  /** With the uplift that was assumed; null: none was. */
  assumed: z
    .object({ percent: z.number(), extraRevenueMinor: z.int(), returnPerUnitSpent: z.number().nullable() })
    .nullable(),
});
export type SpendReturn = z.infer<typeof spendReturn>;

const scenarioReport = z.object({
  name: z.string(),
  /** The campaign that is tried; null for what it is compared with. */
  campaignId: z.string().nullable(),
  version: z.int().nullable(),
  matched: count,
  unmatched: count,
  points,
  takenBack: points,
  forgiven: points,
  costMinor: count,
  campaigns: z.array(campaignFigures),
  budgets: z.array(budgetFigures),
  liability,
  distribution,
  comparison: comparison.nullable(),
  /** Members by their tier before and after; null: the program has no tiers, or none changes. */
  tiers: z.array(z.object({ from: z.string().nullable(), to: z.string().nullable(), members: count })),
  spend: spendReturn.nullable(),
  days: z.array(
    z.object({ day, events: count, matched: count, points, takenBack: points, costMinor: z.int() }),
  ),
});
export type ScenarioReport = z.infer<typeof scenarioReport>;

export const simulationReport = z.object({
  from: day,
  to: day,
  events: count,
  /** Events that could not be replayed: returns of purchases that are not there. */
  refused: count,
  byType: z.array(z.object({ type: z.string(), events: count })),
  members: count,
  revenueMinor: count,
  /** The first is what the others are compared with. */
  scenarios: z.array(scenarioReport).min(1),
  /** How the rules as they were compare with the ledger; null where other rules were replayed. */
  ledger: z
    .object({
      compared: count,
      different: count,
      ledgerPoints: points,
      replayPoints: points,
      differences: z.array(z.object({ eventId: z.string(), ledger: points, replay: points })),
    })
    .nullable(),
});
export type SimulationReport = z.infer<typeof simulationReport>;
