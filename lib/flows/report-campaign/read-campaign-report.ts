import "server-only";
import { type CampaignFigures, type CampaignReport, campaignReport } from "@/lib/analytics";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { Cache } from "@/lib/cache";
import { type CampaignDto, firstLaunchOf, readCampaign } from "@/lib/campaigns";
import { addDays, type Day } from "@/lib/core/calendar";
import { Conflict } from "@/lib/core/errors";
import { db } from "@/lib/db";
import { type ProgramDto, recallProgram } from "@/lib/programs";
import { figuresOf, NO_FIGURES } from "./figures";
import type { ReportSpan } from "./given-sql";
import { measureBudgets } from "./measure-budgets";
import { measureControl } from "./measure-control";
import { pointTypeOf } from "./point-type-of";
import { sumRedeemed } from "./redeemed-sql";
import { daysOf, instantsOf } from "./report-span";
import { type GroupedRow, selectNames, sumBenefits, sumGrouped } from "./sql";

/** Reading a long-running campaign takes seconds, and its report says as of when it is. */
const reports = new Cache("campaign-report", { value: campaignReport, ttlSeconds: 120, maxEntries: 200 });

/**
 * What a campaign gave, to whom, what it cost and what it achieved, by day, store, segment and tier. It may be two
 * minutes old; `asOf` says how old.
 * @param asked days of the program; absent: since the launch
 * @throws Forbidden, NotFound, Invalid for impossible days; Conflict `not_launched`
 */
export async function readCampaignReport(
  ctx: Ctx,
  campaignId: string,
  asked: { from?: Day | undefined; to?: Day | undefined } = {},
): Promise<CampaignReport> {
  requirePermission(ctx, "campaigns:read");
  const [campaign, program] = await Promise.all([
    readCampaign(ctx, campaignId),
    recallProgram(ctx.programId),
  ]);
  const now = ctx.clock.now();
  const span = await spanOf(ctx, campaign, program, asked);
  const key = [campaignId, campaign.liveVersion, span.days.from, span.days.to].join(" ");
  return reports.read(ctx.programId, key, () => compute(span, campaign, program, now));
}

type Span = ReportSpan & { days: { from: Day; to: Day } };

/** @throws Conflict `not_launched`; Invalid */
export async function spanOf(
  ctx: Ctx,
  { campaignId }: CampaignDto,
  { timeZone }: ProgramDto,
  asked: { from?: Day | undefined; to?: Day | undefined },
): Promise<Span> {
  const launchedAt = await firstLaunchOf(ctx, campaignId);
  if (launchedAt === null) {
    throw new Conflict("not_launched", "This campaign has not been launched, so there is nothing to report.");
  }
  const days = daysOf(asked, launchedAt, ctx.clock.now(), timeZone);
  return { programId: ctx.programId, campaignId, timeZone, days, ...instantsOf(days, timeZone) };
}

async function compute(
  span: Span,
  campaign: CampaignDto,
  program: ProgramDto,
  now: Date,
): Promise<CampaignReport> {
  const { liveDefinition } = campaign;
  const value = pointTypeOf(campaign, program).valuePerThousandMinor;
  const client = db();
  const [grouped, benefits, sponsor, redeemed, budgets, control] = await Promise.all([
    sumGrouped(client, span),
    sumBenefits(client, span),
    liveDefinition?.funding ? findSponsor(span.programId, liveDefinition.funding.sponsor) : null,
    sumRedeemed(client, span),
    liveDefinition
      ? measureBudgets(client, span, [{ campaignId: span.campaignId, limits: liveDefinition.limits }], now)
      : null,
    liveDefinition?.control
      ? measureControl(client, span, { audience: liveDefinition.audience, ...liveDefinition.control })
      : null,
  ]);
  const by = (what: GroupedRow["by"]) =>
    grouped
      .filter((row) => row.by === what)
      .map((row) => ({ name: row.name, figures: figuresOf(row, value) }));
  const [all] = by("all");
  const totals = all?.figures ?? NO_FIGURES;
  const funding = liveDefinition?.funding;
  const names = await selectNames(client, span.programId, grouped);
  return {
    asOf: now.toISOString(),
    ...span.days,
    totals: { ...totals, redeemed },
    benefits: benefits.map((row) => ({ ...row, costMinor: Number(row.costMinor) })),
    funding: funding
      ? {
          ...funding,
          name: sponsor?.name ?? funding.sponsor,
          costMinor: Math.floor((totals.costMinor * funding.percent) / 100),
        }
      : null,
    budgets: budgets?.get(span.campaignId) ?? [],
    days: everyDay(span.days, new Map(by("day").map(({ name, figures }) => [name ?? "", figures]))),
    stores: by("store").map(({ name, figures }) => ({ store: name, ...figures })),
    tiers: by("tier").map(({ name: tier, figures }) => ({
      tier,
      name: tier === null ? null : (names.tiers.get(tier) ?? tier),
      ...figures,
    })),
    segments: by("segment").map(({ name, figures }) => {
      const segment = name ?? "";
      return { segment, name: names.segments.get(segment) ?? segment, ...figures };
    }),
    control,
  };
}

/** Each day once, those on which nothing happened with zeros. */
function everyDay(
  { from, to }: { from: Day; to: Day },
  figures: ReadonlyMap<Day, CampaignFigures>,
): CampaignReport["days"] {
  const days: CampaignReport["days"] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    days.push({ day, ...(figures.get(day) ?? NO_FIGURES) });
  }
  return days;
}

async function findSponsor(programId: string, code: string): Promise<{ name: string } | null> {
  return db().sponsor.findUnique({ where: { programId_code: { programId, code } }, select: { name: true } });
}
