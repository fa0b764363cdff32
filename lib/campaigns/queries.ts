import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { present } from "@/lib/core/assert";
import { decodeCursor, type Page, toPage } from "@/lib/core/cursor";
import { Invalid, NotFound } from "@/lib/core/errors";
import { isUuid } from "@/lib/core/ids";
import { db, type Tx } from "@/lib/db";
import { type ProgramDto, recallProgram } from "@/lib/programs";
import type { VersionedCampaign } from "./compile";
import { recallRuleSet } from "./recall-rule-set";
import type {
  CampaignDefinition,
  CampaignDto,
  CampaignFilter,
  CampaignSummary,
  CampaignVersionDto,
} from "./schema";
import { campaignSentence, type Sentence } from "./sentence";
import { selectCampaigns, selectRuleSet } from "./sql";

type PageRequest = { cursor?: string | undefined; limit: number };
type Row = Awaited<ReturnType<typeof selectCampaigns>>[number];

/** Most versions of one campaign that are listed, the newest. */
const MAX_VERSIONS = 100;

/**
 * Campaigns with the sentence that they run by and the points that they have given, the newest first.
 * @throws Forbidden; Invalid for a foreign cursor
 */
export async function listCampaigns(
  ctx: Ctx,
  { q = "", state, cursor, limit }: CampaignFilter & PageRequest,
): Promise<Page<CampaignSummary>> {
  requirePermission(ctx, "campaigns:read");
  const program = await recallProgram(ctx.programId, ctx.tx);
  const rows = await selectCampaigns(ctx.tx ?? db(), {
    programId: ctx.programId,
    state,
    q: q.trim() || undefined,
    after: cursor === undefined ? undefined : positionOf(cursor),
    limit: limit + 1,
  });
  const page = toPage(rows, limit, (last) => [last.campaignId]);
  return { ...page, items: page.items.map((row) => toSummary(row, program)) };
}

/**
 * One campaign with the version that is being edited, or the launched one where nothing is.
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
      where: { programId_campaignId_version: { programId, campaignId, version: row.version } },
    }),
  ]);
  const { definition, savedAt, launchedAt } = present(current, "a campaign has its current version");
  return {
    ...toSummary(row, program),
    definition: definition as CampaignDefinition,
    liveDefinition: row.liveVersion === null ? null : (row.definition as CampaignDefinition),
    savedAt: savedAt.toISOString(),
    launchedAt: launchedAt?.toISOString() ?? null,
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
  const program = await recallProgram(programId, ctx.tx);
  return campaign.versions.map(({ version, definition, savedAt, launchedAt }) => ({
    version,
    sentence: sentenceOf(definition as CampaignDefinition, program).text,
    savedAt: savedAt.toISOString(),
    launchedAt: launchedAt?.toISOString() ?? null,
    isLive: version === campaign.liveVersion && campaign.state === "active",
  }));
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

function sentenceOf(definition: CampaignDefinition, program: ProgramDto): Sentence {
  const { currency, locale, timeZone, pointType, pointTypes } = program;
  return campaignSentence(definition, { currency, locale, timeZone, pointName: pointType.name, pointTypes });
}

function toSummary(row: Row, program: ProgramDto): CampaignSummary {
  const { campaignId, name, state, version, liveVersion } = row;
  return {
    campaignId,
    name,
    state,
    version,
    liveVersion,
    hasDraft: version !== liveVersion,
    sentence: sentenceOf(row.definition as CampaignDefinition, program).text,
    points: Number(row.points),
    awards: Number(row.awards),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

function positionOf(cursor: string): string {
  const [campaignId] = decodeCursor(cursor);
  if (typeof campaignId === "string" && isUuid(campaignId)) return campaignId;
  throw new Invalid("The cursor is not one that this list gave out.", [
    { pointer: "/cursor", code: "invalid_cursor", detail: "Use the nextCursor of the page before." },
  ]);
}
