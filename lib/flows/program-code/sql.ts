import type { CampaignState } from "@/lib/campaigns";
import type { Tx } from "@/lib/db";

/** A campaign as files see it. */
export type CampaignRow = {
  campaignId: string;
  key: string;
  state: CampaignState;
  /** Of the live version, or of the draft where none is. */
  definition: Record<string, unknown>;
  /** Of the newest version, where a launched campaign has changes. */
  draft: Record<string, unknown> | null;
  /** The newest version, as whoever changes it has to have seen it. */
  version: number;
  savedAt: Date;
  isInReview: boolean;
};

/** Holds off every other change of the program's settings and of what runs, to the end of the transaction. */
export async function lockProgram(tx: Tx, programId: string): Promise<void> {
  await tx.$queryRaw`SELECT FROM program WHERE program_id = ${programId}::uuid FOR NO KEY UPDATE`;
}

/** All campaigns of the program by key. */
export async function selectCampaignRows(tx: Tx, programId: string): Promise<CampaignRow[]> {
  return tx.$queryRaw<CampaignRow[]>`
    SELECT campaign.campaign_id AS "campaignId", campaign.key, campaign.state::text AS state,
           coalesce(live.definition, newest.definition) AS definition,
           CASE WHEN campaign.live_version <> campaign.version THEN newest.definition END AS draft,
           newest.version, newest.saved_at AS "savedAt",
           newest.submitted_at IS NOT NULL AND newest.launched_at IS NULL AS "isInReview"
    FROM campaign
    JOIN campaign_version AS newest ON newest.program_id = campaign.program_id
      AND newest.campaign_id = campaign.campaign_id AND newest.version = campaign.version
    LEFT JOIN campaign_version AS live ON live.program_id = campaign.program_id
      AND live.campaign_id = campaign.campaign_id AND live.version = campaign.live_version
    WHERE campaign.program_id = ${programId}::uuid
    ORDER BY campaign.key`;
}
