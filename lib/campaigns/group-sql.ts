import type { SqlTx } from "@/lib/db";
import type { CampaignGroup } from "./schema";

/** The groups of campaigns as they were when a rule set came into force, in order; none for version 0. */
export async function selectRuleSetGroups(
  client: SqlTx,
  programId: string,
  version: number,
): Promise<CampaignGroup[]> {
  const [row] = await client.$queryRaw<{ groups: CampaignGroup[] }[]>`
    SELECT groups FROM rule_set WHERE program_id = ${programId}::uuid AND version = ${version}`;
  return row?.groups ?? [];
}
