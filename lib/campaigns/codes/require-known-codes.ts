import "server-only";
import { Invalid } from "@/lib/core/errors";
import type { Tx } from "@/lib/db";
import type { CampaignDefinition } from "../schema";
import { type CodeKind, codesIn, type KnownCodes, unknownCodes } from "./unknown-codes";

const ADVICE: Readonly<Record<CodeKind, { name: string; where: string }>> = {
  tier: { name: "tier", where: "in the settings" },
  segment: { name: "segment", where: "under Segments" },
  group: { name: "group of campaigns", where: "in the settings" },
  sponsor: { name: "sponsor", where: "in the settings" },
};

/**
 * Lets a campaign pass that names only tiers, segments, groups and sponsors that the program has.
 * @throws Invalid `unknown_tier`, `unknown_segment`, `unknown_group` or `unknown_sponsor`, with a pointer to each
 */
export async function requireKnownCodes(
  tx: Tx,
  programId: string,
  definition: CampaignDefinition,
): Promise<void> {
  const unknown = unknownCodes(definition, await selectKnownCodes(tx, programId, definition));
  if (unknown.length === 0) return;
  throw new Invalid(
    "The campaign names something that the program does not have.",
    unknown.map(({ path, kind, code }) => ({
      pointer: `/definition/${path.join("/")}`,
      code: `unknown_${kind}`,
      detail: `The program has no ${ADVICE[kind].name} “${code}”. Choose another, or add it ${ADVICE[kind].where}.`,
    })),
  );
}

/** All tiers, groups and sponsors, which are few, and of the segments those that the campaign names. */
async function selectKnownCodes(
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
