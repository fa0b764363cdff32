import "server-only";
import { readActorNames } from "@/lib/auth/actor-names";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { present } from "@/lib/core/assert";
import { type Page, toPage } from "@/lib/core/cursor";
import { NotFound } from "@/lib/core/errors";
import { db, type Prisma, type Tx } from "@/lib/db";
import { type ProgramDto, recallProgram } from "@/lib/programs";
import { selectNames } from "./codes/names-sql";
import type { VersionedCampaign } from "./evaluation/compile";
import { shownVersion } from "./lifecycle/campaign-state";
import { preparations } from "./lifecycle/preparation";
import { cursorAfter, readPosition } from "./order-sql";
import { recallRuleSet } from "./recall-rule-set";
import type {
  CampaignDefinition,
  CampaignDto,
  CampaignFilter,
  CampaignSummary,
  CampaignVersionDto,
  Preparation,
} from "./schema";
import { selectCampaigns, selectRuleSet } from "./sql";
import { campaignSentence, type SentenceWording } from "./wording/sentence";

type PageRequest = { cursor?: string | undefined; limit: number };
type Row = Awaited<ReturnType<typeof selectCampaigns>>[number];

/** Most versions of one campaign that are listed, the newest. */
const MAX_VERSIONS = 100;

/**
 * Campaigns with the sentence that they run by and the points that they have given, the newest first unless told.
 * @throws Forbidden; Invalid for a foreign cursor
 */
export async function listCampaigns(
  ctx: Ctx,
  { q = "", state, sponsor, sort = "newest", cursor, limit }: CampaignFilter & PageRequest,
): Promise<Page<CampaignSummary>> {
  requirePermission(ctx, "campaigns:read");
  const program = await recallProgram(ctx.programId, ctx.tx);
  const rows = await selectCampaigns(ctx.tx ?? db(), {
    programId: ctx.programId,
    state,
    q: q.trim() || undefined,
    sponsor,
    sort,
    after: cursor === undefined ? undefined : readPosition(sort, cursor),
    limit: limit + 1,
  });
  const page = toPage(rows, limit, (last) => cursorAfter(sort, last));
  const [progress, wording] = await Promise.all([
    progressOf(ctx, page.items),
    wordingOf(ctx, program, page.items),
  ]);
  return { ...page, items: page.items.map((row) => toSummary(row, wording, progress)) };
}

/**
 * One campaign with the version that is being edited, or the launched one where nothing is or it is over.
 * @throws Forbidden, NotFound
 */
export async function readCampaign(ctx: Ctx, campaignId: string): Promise<CampaignDto> {
  requirePermission(ctx, "campaigns:read");
  const { programId } = ctx;
  const client = ctx.tx ?? db();
  const [row] = await selectCampaigns(client, { programId, campaignId, limit: 1 });
  if (row === undefined) throw new NotFound("campaign");
  const [program, current] = await Promise.all([
    recallProgram(programId, ctx.tx),
    client.campaignVersion.findUnique({
      where: { programId_campaignId_version: { programId, campaignId, version: shownVersion(row) } },
    }),
  ]);
  const found = present(current, "a campaign has its current version");
  const { definition, savedAt, launchedAt } = found;
  return {
    ...toSummary(row, await wordingOf(ctx, program, [row]), await progressOf(ctx, [row])),
    definition: definition as CampaignDefinition,
    liveDefinition: row.liveVersion === null ? null : (row.definition as CampaignDefinition),
    savedAt: savedAt.toISOString(),
    launchedAt: launchedAt?.toISOString() ?? null,
    ...(await reviewOf(client, found)),
  };
}

type Reviewed = Pick<
  Prisma.CampaignVersionGetPayload<Record<string, never>>,
  "programId" | "submittedBy" | "submittedAt" | "sentBackBy" | "sentBackAt" | "sentBackNote" | "launchedAt"
>;

/** Who submitted a version and who sent it back, with their names. */
async function reviewOf(
  client: Tx,
  { programId, submittedBy, submittedAt, sentBackBy, sentBackAt, sentBackNote, launchedAt }: Reviewed,
): Promise<Pick<CampaignDto, "review" | "sentBack">> {
  const names = await readActorNames(client, programId, [submittedBy, sentBackBy]);
  const doer = (ref: string) => ({ ref, name: names.get(ref) ?? null });
  const isInReview = submittedBy !== null && submittedAt !== null && launchedAt === null;
  return {
    review: isInReview ? { submittedBy: doer(submittedBy), submittedAt: submittedAt.toISOString() } : null,
    sentBack:
      sentBackBy !== null && sentBackAt !== null
        ? { by: doer(sentBackBy), at: sentBackAt.toISOString(), comment: sentBackNote }
        : null,
  };
}

/**
 * The versions of a campaign, the newest first; at most a hundred.
 * @throws Forbidden, NotFound
 */
export async function listVersions(ctx: Ctx, campaignId: string): Promise<CampaignVersionDto[]> {
  requirePermission(ctx, "campaigns:read");
  const { programId } = ctx;
  const campaign = await (ctx.tx ?? db()).campaign.findUnique({
    where: { programId_campaignId: { programId, campaignId } },
    include: { versions: { orderBy: { version: "desc" }, take: MAX_VERSIONS } },
  });
  if (campaign === null) throw new NotFound("campaign");
  const wording = await wordingOf(ctx, await recallProgram(programId, ctx.tx), campaign.versions);
  return campaign.versions.map(({ version, definition, savedAt, launchedAt }) => ({
    version,
    sentence: campaignSentence(definition as CampaignDefinition, wording).text,
    savedAt: savedAt.toISOString(),
    launchedAt: launchedAt?.toISOString() ?? null,
    isLive: version === campaign.liveVersion && campaign.state === "active",
  }));
}

/** When the campaign was launched for the first time; null: never. @throws Forbidden */
export async function firstLaunchOf(ctx: Ctx, campaignId: string): Promise<Date | null> {
  requirePermission(ctx, "campaigns:read");
  const found = await (ctx.tx ?? db()).campaignVersion.aggregate({
    where: { programId: ctx.programId, campaignId },
    _min: { launchedAt: true },
  });
  return found._min.launchedAt;
}

/**
 * The campaigns in force, in evaluation order: what a draft would run beside, and what members can earn with.
 * @throws Forbidden
 */
export async function listRunningCampaigns(ctx: Ctx): Promise<VersionedCampaign[]> {
  requirePermission(ctx, "campaigns:read");
  return runningCampaigns(await recallProgram(ctx.programId, ctx.tx), ctx.tx);
}

/** The campaigns that are in force in this program; its transaction, if it was read in one. */
export async function runningCampaigns(
  { programId, ruleSetVersion }: ProgramDto,
  tx: Tx | undefined,
): Promise<VersionedCampaign[]> {
  return tx ? selectRuleSet(tx, programId, ruleSetVersion) : recallRuleSet(programId, ruleSetVersion);
}

/** How the program speaks of money, points and what these campaigns name. */
async function wordingOf(
  { tx }: Ctx,
  { programId, currency, locale, timeZone, pointType, pointTypes }: ProgramDto,
  campaigns: readonly { definition: unknown }[],
): Promise<SentenceWording> {
  const definitions = campaigns.map(({ definition }) => definition as CampaignDefinition);
  const names = await selectNames(tx ?? db(), programId, definitions);
  return { ...names, currency, locale, timeZone, pointName: pointType.name, pointTypes };
}

/** How far the counting for those that wait has got, by campaign. */
async function progressOf(
  { programId, tx }: Ctx,
  rows: readonly Row[],
): Promise<ReadonlyMap<string, Preparation>> {
  return rows.some(({ isPreparing }) => isPreparing) ? preparations(tx ?? db(), programId) : new Map();
}

function toSummary(
  row: Row,
  wording: SentenceWording,
  progress: ReadonlyMap<string, Preparation>,
): CampaignSummary {
  const { campaignId, key, name, state, version, liveVersion, isInReview } = row;
  return {
    campaignId,
    key,
    name,
    state,
    version: shownVersion(row),
    liveVersion,
    hasDraft: version !== liveVersion,
    isInReview,
    changesAt: row.changesAt?.toISOString() ?? null,
    preparing: progress.get(campaignId) ?? null,
    sentence: campaignSentence(row.definition as CampaignDefinition, wording).text,
    points: Number(row.points),
    awards: Number(row.awards),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
