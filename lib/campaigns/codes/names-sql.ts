import type { Tx } from "@/lib/db";
import type { CampaignDefinition } from "../schema";
import type { Named } from "../wording/member-words";
import type { SentenceWording } from "../wording/sentence";
import { type CodeKind, codesIn } from "./unknown-codes";

type Names = Required<Pick<SentenceWording, "tiers" | "segments" | "groups" | "sponsors">>;

/** What the program calls the tiers, segments, groups and sponsors that campaigns name by their codes. */
export async function selectNames(
  client: Tx,
  programId: string,
  definitions: readonly CampaignDefinition[],
): Promise<Names> {
  const codes = [...new Set(definitions.flatMap(codesIn).map(({ code }) => code))];
  if (codes.length === 0) return { tiers: [], segments: [], groups: [], sponsors: [] };
  const rows = await client.$queryRaw<(Named & { kind: CodeKind })[]>`
    SELECT 'tier' AS kind, code, name FROM tier
      WHERE program_id = ${programId}::uuid AND code = ANY (${codes}::text[])
    UNION ALL SELECT 'segment', code, name FROM segment
      WHERE program_id = ${programId}::uuid AND code = ANY (${codes}::text[])
    UNION ALL SELECT 'group', code, name FROM campaign_group
      WHERE program_id = ${programId}::uuid AND code = ANY (${codes}::text[])
    UNION ALL SELECT 'sponsor', code, name FROM sponsor
      WHERE program_id = ${programId}::uuid AND code = ANY (${codes}::text[])
    ORDER BY kind, code`;
  const of = (kind: CodeKind) =>
    rows.filter((row) => row.kind === kind).map(({ code, name }) => ({ code, name }));
  return { tiers: of("tier"), segments: of("segment"), groups: of("group"), sponsors: of("sponsor") };
}

/** What the program calls its tiers. */
export async function selectTierNames(client: Tx, programId: string): Promise<Named[]> {
  return client.$queryRaw<Named[]>`
    SELECT code, name FROM tier WHERE program_id = ${programId}::uuid ORDER BY code`;
}

/** What offers to a member depend on beside the rules: the segments that they are in, and what tiers are called. */
export async function selectOfferNames(
  client: Tx,
  programId: string,
  memberId: string,
): Promise<{ segments: string[]; tiers: Named[] }> {
  const rows = await client.$queryRaw<{ code: string; name: string | null }[]>`
    SELECT segment_code AS code, NULL AS name FROM segment_member
      WHERE program_id = ${programId}::uuid AND member_id = ${memberId}::uuid
    UNION ALL SELECT code, name FROM tier WHERE program_id = ${programId}::uuid
    ORDER BY code`;
  return {
    segments: rows.flatMap(({ code, name }) => (name === null ? [code] : [])),
    tiers: rows.flatMap(({ code, name }) => (name === null ? [] : [{ code, name }])),
  };
}
