import type { Tx } from "@/lib/db";
import type { CampaignDefinition } from "../schema";

export type VersionRef = { campaignId: string; version: number };

/** What versions of campaigns say, in no order. */
export async function selectVersions(
  tx: Tx,
  programId: string,
  wanted: readonly VersionRef[],
): Promise<(VersionRef & { definition: CampaignDefinition })[]> {
  return tx.$queryRaw`
    SELECT version.campaign_id AS "campaignId", version.version, version.definition
    FROM unnest(
      ${wanted.map(({ campaignId }) => campaignId)}::uuid[], ${wanted.map(({ version }) => version)}::int[]
    ) AS wanted (campaign_id, version)
    JOIN campaign_version AS version ON version.program_id = ${programId}::uuid
      AND version.campaign_id = wanted.campaign_id AND version.version = wanted.version`;
}
