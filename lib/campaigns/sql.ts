import { Prisma, type SqlTx, type Tx } from "@/lib/db";
import type { VersionedCampaign } from "./evaluation/compile";
import { CAMPAIGN_ORDERS, type CampaignPosition, isAfter } from "./order-sql";
import type { CampaignDefinition, CampaignSort, CampaignState } from "./schema";

/**
 * Takes the program's turn to change its rule set: launches, pauses and ends follow one another from here to the
 * end of their transactions. Posting does not wait, it reads the version that is committed.
 * @returns the rule-set version in force
 */
export async function lockRuleSetVersion(tx: Tx, programId: string): Promise<number | null> {
  const [row] = await tx.$queryRaw<{ version: number }[]>`
    SELECT rule_set_version AS version FROM program WHERE program_id = ${programId}::uuid FOR NO KEY UPDATE`;
  return row?.version ?? null;
}

/** Locks a campaign, so that its saves and changes of state follow one another. */
export async function lockCampaignRow(tx: Tx, programId: string, campaignId: string): Promise<void> {
  await tx.$queryRaw`
    SELECT campaign_id FROM campaign
    WHERE program_id = ${programId}::uuid AND campaign_id = ${campaignId}::uuid
    FOR NO KEY UPDATE`;
}

/** Campaigns of any program whose schedule changes their state about now. */
export async function selectDueCampaigns(
  client: SqlTx,
  now: Date,
  limit: number,
): Promise<{ programId: string; campaignId: string }[]> {
  return client.$queryRaw`
    SELECT program_id AS "programId", campaign_id AS "campaignId" FROM campaign
    WHERE changes_at IS NOT NULL AND changes_at <= ${now}
    ORDER BY program_id, changes_at
    LIMIT ${limit}`;
}

/** The campaigns of a rule set in evaluation order; none for version 0, before the first launch. */
export async function selectRuleSet(
  client: SqlTx,
  programId: string,
  version: number,
): Promise<VersionedCampaign[]> {
  return client.$queryRaw<VersionedCampaign[]>`
    SELECT version.campaign_id AS "campaignId", version.version, version.definition
    FROM rule_set
    CROSS JOIN LATERAL jsonb_array_elements(rule_set.campaigns) WITH ORDINALITY AS entry (campaign, place)
    JOIN campaign_version AS version ON version.program_id = rule_set.program_id
      AND version.campaign_id = (entry.campaign->>'campaignId')::uuid
      AND version.version = (entry.campaign->>'version')::int
    WHERE rule_set.program_id = ${programId}::uuid AND rule_set.version = ${version}
    ORDER BY entry.place`;
}

/** Whether a rule set of another reading was in force at some time in between. */
export async function selectOtherReading(
  client: SqlTx,
  programId: string,
  { from, to, semantics }: { from: Date; to: Date; semantics: number },
): Promise<boolean> {
  const [row] = await client.$queryRaw<{ found: boolean }[]>`
    SELECT EXISTS (
      SELECT FROM rule_set
      LEFT JOIN rule_set AS next ON next.program_id = rule_set.program_id AND next.version = rule_set.version + 1
      WHERE rule_set.program_id = ${programId}::uuid AND rule_set.semantics <> ${semantics}
        AND rule_set.created_at < ${to.toISOString()}::timestamptz
        AND coalesce(next.created_at > ${from.toISOString()}::timestamptz, TRUE)
    ) AS found`;
  return row?.found ?? false;
}

/** The rules of the campaigns that run or may run again: neither drafts nor ended. */
export async function selectLiveDefinitions(tx: Tx, programId: string): Promise<CampaignDefinition[]> {
  const rows = await tx.$queryRaw<{ definition: CampaignDefinition }[]>`
    SELECT version.definition
    FROM campaign
    JOIN campaign_version AS version ON version.program_id = campaign.program_id
      AND version.campaign_id = campaign.campaign_id
      AND version.version IN (campaign.live_version, campaign.version)
    WHERE campaign.program_id = ${programId}::uuid
      AND campaign.state::text NOT IN ('draft', 'ended', 'archived')
    ORDER BY campaign.campaign_id`;
  return rows.map(({ definition }) => definition);
}

/** What one posting gave, or took back, by campaign. */
export type CampaignTotal = { campaignId: string; points: number; awards: number };

/** Adds a posting to the totals of its campaigns. One row a lane, so that lanes never wait for each other. */
export async function addCampaignTotals(
  tx: SqlTx,
  { programId, lane }: { programId: string; lane: number },
  totals: readonly CampaignTotal[],
): Promise<void> {
  if (totals.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO campaign_total (program_id, campaign_id, lane, points, awards)
    SELECT ${programId}::uuid, campaign_id, ${lane}::smallint, points, awards
    FROM unnest(
      ${totals.map((total) => total.campaignId)}::uuid[], ${totals.map((total) => total.points)}::bigint[],
      ${totals.map((total) => total.awards)}::bigint[]
    ) AS total (campaign_id, points, awards)
    ON CONFLICT (program_id, campaign_id, lane) DO UPDATE
      SET points = campaign_total.points + EXCLUDED.points, awards = campaign_total.awards + EXCLUDED.awards`;
}

type CampaignRow = {
  campaignId: string;
  name: string;
  state: CampaignState;
  key: string;
  version: number;
  liveVersion: number | null;
  isInReview: boolean;
  changesAt: Date | null;
  isPreparing: boolean;
  createdAt: Date;
  updatedAt: Date;
  /** Of the version that is live, or of the draft where none is. */
  definition: unknown;
  points: bigint;
  awards: bigint;
};

type CampaignSearch = {
  programId: string;
  campaignId?: string;
  state?: CampaignState | undefined;
  /** Part of the name, in any case. */
  q?: string;
  /** Code of the sponsor who pays for the live version. */
  sponsor?: string | undefined;
  sort?: CampaignSort;
  after?: CampaignPosition | undefined;
  limit: number;
};

/** Whether the newest version waits for a second person; of what is over, none does. */
const IN_REVIEW = Prisma.sql`campaign.state NOT IN ('ended', 'archived') AND EXISTS (
  SELECT FROM campaign_version AS newest
  WHERE newest.program_id = campaign.program_id AND newest.campaign_id = campaign.campaign_id
    AND newest.version = campaign.version AND newest.submitted_at IS NOT NULL AND newest.launched_at IS NULL)`;

/** Archived ones are left out unless they are asked for; in review may be what runs in an earlier version. */
function inState(state: CampaignState | undefined): Prisma.Sql {
  if (state === undefined) return Prisma.sql`campaign.state <> 'archived'`;
  if (state === "in_review") return IN_REVIEW;
  return Prisma.sql`campaign.state = ${state}::campaign_state`;
}

/** Campaigns with what they have given, the newest first unless told. */
function campaignRowsQuery({
  programId,
  campaignId,
  state,
  q,
  sponsor,
  sort = "newest",
  after,
  limit,
}: CampaignSearch): Prisma.Sql {
  const conditions = [
    Prisma.sql`campaign.program_id = ${programId}::uuid`,
    ...(campaignId === undefined ? [] : [Prisma.sql`campaign.campaign_id = ${campaignId}::uuid`]),
    ...(campaignId === undefined ? [inState(state)] : []),
    ...(q === undefined ? [] : [Prisma.sql`strpos(lower(campaign.name), lower(${q})) > 0`]),
    ...(sponsor === undefined
      ? []
      : [
          Prisma.sql`campaign.live_version IS NOT NULL`,
          Prisma.sql`version.definition #>> '{funding,sponsor}' = ${sponsor}`,
        ]),
    ...(after === undefined ? [] : [isAfter(sort, after)]),
  ];
  return Prisma.sql`
    SELECT campaign.campaign_id AS "campaignId", campaign.key, campaign.name, campaign.state::text, campaign.version,
           campaign.live_version AS "liveVersion", campaign.preparing AS "isPreparing", ${IN_REVIEW} AS "isInReview", campaign.changes_at AS "changesAt",
           campaign.created_at AS "createdAt",
           campaign.updated_at AS "updatedAt", version.definition, total.points, total.awards
    FROM campaign
    JOIN campaign_version AS version ON version.program_id = campaign.program_id
      AND version.campaign_id = campaign.campaign_id
      AND version.version = coalesce(campaign.live_version, campaign.version)
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(points), 0)::bigint AS points, coalesce(sum(awards), 0)::bigint AS awards
      FROM campaign_total
      WHERE campaign_total.program_id = campaign.program_id
        AND campaign_total.campaign_id = campaign.campaign_id
    ) AS total
    WHERE ${Prisma.join(conditions, " AND ")}
    ORDER BY ${CAMPAIGN_ORDERS[sort]}
    LIMIT ${limit}`;
}

export async function selectCampaigns(client: Tx, search: CampaignSearch): Promise<CampaignRow[]> {
  return client.$queryRaw<CampaignRow[]>(campaignRowsQuery(search));
}
