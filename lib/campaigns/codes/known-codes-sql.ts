import type { Tx } from "@/lib/db";
import type { CampaignDefinition } from "../schema";
import { type CodeKind, codesIn, type KnownCodes } from "./unknown-codes";

/** All tiers, groups and sponsors, which are few, and of the segments those that the campaign names. */
export async function selectKnownCodes(
  tx: Tx,
  programId: string,
  definition: CampaignDefinition,
): Promise<KnownCodes> {
  const segments = codesIn(definition).flatMap(({ kind, code }) => (kind === "segment" ? [code] : []));
  const rows = await tx.$queryRaw<{ kind: CodeKind; code: string }[]>`
    SELECT 'tier' AS kind, code FROM tier WHERE program_id = ${programId}::uuid
    UNION ALL SELECT 'group', code FROM campaign_group WHERE program_id = ${programId}::uuid
    UNION ALL SELECT 'sponsor', code FROM sponsor WHERE program_id = ${programId}::uuid
    UNION ALL SELECT 'segment', code FROM segment
      WHERE program_id = ${programId}::uuid AND code = ANY (${segments}::text[])`;
  const of = (kind: CodeKind) => new Set(rows.flatMap((row) => (row.kind === kind ? [row.code] : [])));
  return { tier: of("tier"), segment: of("segment"), group: of("group"), sponsor: of("sponsor") };
}
