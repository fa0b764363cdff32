import type { SqlTx, Tx } from "@/lib/db";
import type { Counter } from "../evaluation/history";
import type { CampaignDefinition } from "../schema";

/**
 * Which counters a lane keeps, by their number: null where they are kept for all of its members, else the member id
 * below which they are.
 */
export type LaneCounters = Readonly<Record<string, string | null>>;

export type NumberedCounter = Counter & { counterNo: number };

/**
 * Sees to it that counters have numbers. The caller holds the program's turn to change its rule set.
 * @returns the number of each by its key
 */
export async function numberCounters(
  tx: Tx,
  programId: string,
  counters: readonly Counter[],
  now: Date,
): Promise<Map<string, number>> {
  const keys = counters.map(({ key }) => key);
  const specs = counters.map(({ of, distinct }) => JSON.stringify({ of, distinct }));
  await tx.$executeRaw`
    INSERT INTO counter (program_id, counter_no, key, spec, created_at)
    SELECT ${programId}::uuid,
           (SELECT coalesce(max(counter_no), 0) FROM counter WHERE program_id = ${programId}::uuid)
             + row_number() OVER (ORDER BY place),
           key, spec::jsonb, ${now.toISOString()}::timestamptz
    FROM unnest(${keys}::text[], ${specs}::text[]) WITH ORDINALITY AS item (key, spec, place)
    WHERE NOT EXISTS (SELECT FROM counter WHERE program_id = ${programId}::uuid AND counter.key = item.key)`;
  const rows = await tx.counter.findMany({
    where: { programId, key: { in: keys } },
    select: { key: true, counterNo: true },
  });
  return new Map(rows.map(({ key, counterNo }) => [key, counterNo]));
}

/** The counters of a program by their numbers. */
export async function selectCounters(
  tx: SqlTx,
  programId: string,
  numbers: readonly number[],
): Promise<NumberedCounter[]> {
  const rows = await tx.$queryRaw<{ counterNo: number; key: string; spec: Omit<Counter, "key"> }[]>`
    SELECT counter_no AS "counterNo", key, spec FROM counter
    WHERE program_id = ${programId}::uuid AND counter_no = ANY (${[...numbers]}::smallint[])
    ORDER BY counter_no`;
  return rows.map(({ counterNo, key, spec }) => ({ counterNo, key, ...spec }));
}

/** What each lane of the program keeps, in the order of the lanes. */
export async function selectLaneCounters(
  tx: SqlTx,
  programId: string,
): Promise<{ lane: number; counters: LaneCounters }[]> {
  return tx.$queryRaw<{ lane: number; counters: LaneCounters }[]>`
    SELECT lane, counters FROM lane WHERE program_id = ${programId}::uuid ORDER BY lane`;
}

/** The rules of versions of campaigns. */
export async function selectDefinitions(
  tx: SqlTx,
  programId: string,
  versions: readonly { campaignId: string; version: number }[],
): Promise<{ campaignId: string; definition: CampaignDefinition }[]> {
  if (versions.length === 0) return [];
  return tx.$queryRaw<{ campaignId: string; definition: CampaignDefinition }[]>`
    SELECT campaign_id AS "campaignId", definition
    FROM unnest(
      ${versions.map(({ campaignId }) => campaignId)}::uuid[], ${versions.map(({ version }) => version)}::int[]
    ) AS wanted (campaign_id, version)
    JOIN campaign_version USING (campaign_id, version)
    WHERE program_id = ${programId}::uuid`;
}

export type WaitingCampaign = { campaignId: string; version: number; definition: CampaignDefinition };

/** The campaigns that wait for their history to be counted. */
export async function selectWaiting(tx: SqlTx, programId: string): Promise<WaitingCampaign[]> {
  return tx.$queryRaw<WaitingCampaign[]>`
    SELECT campaign.campaign_id AS "campaignId", version.version, version.definition
    FROM campaign
    JOIN campaign_version AS version ON version.program_id = campaign.program_id
      AND version.campaign_id = campaign.campaign_id AND version.version = campaign.live_version
    WHERE campaign.program_id = ${programId}::uuid AND campaign.preparing
    ORDER BY campaign.campaign_id`;
}

/** Remembers which of the program's campaigns wait for their history to be counted. */
export async function setPreparing(
  tx: SqlTx,
  programId: string,
  campaignIds: readonly string[],
): Promise<void> {
  await tx.$executeRaw`
    UPDATE campaign SET preparing = NOT preparing
    WHERE program_id = ${programId}::uuid AND preparing <> (campaign_id = ANY (${[...campaignIds]}::uuid[]))`;
}

/** A program in which a campaign waits for its history to be counted; null: there is none. */
export async function selectProgramInPreparation(tx: SqlTx, after: string | null): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ programId: string }[]>`
    SELECT program_id AS "programId" FROM campaign
    WHERE preparing AND (${after}::uuid IS NULL OR program_id > ${after}::uuid)
    ORDER BY program_id
    LIMIT 1`;
  return row?.programId ?? null;
}

/** The rules of rule sets that have been in force since an instant, that in force now among them. */
export async function selectDefinitionsSince(
  tx: SqlTx,
  programId: string,
  since: Date,
): Promise<CampaignDefinition[]> {
  const rows = await tx.$queryRaw<{ definition: CampaignDefinition }[]>`
    SELECT version.definition
    FROM program
    JOIN rule_set ON rule_set.program_id = program.program_id
      AND (rule_set.version >= program.rule_set_version - 1
        OR rule_set.created_at >= ${since.toISOString()}::timestamptz)
    CROSS JOIN LATERAL jsonb_array_elements(rule_set.campaigns) AS entry
    JOIN campaign_version AS version ON version.program_id = program.program_id
      AND version.campaign_id = (entry->>'campaignId')::uuid AND version.version = (entry->>'version')::int
    WHERE program.program_id = ${programId}::uuid`;
  return rows.map(({ definition }) => definition);
}

/** The programs that keep any history. */
export async function selectProgramsWithCounters(tx: SqlTx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ programId: string }[]>`
    SELECT DISTINCT program_id AS "programId" FROM lane WHERE counters <> '{}'`;
  return rows.map(({ programId }) => programId);
}
