import "server-only";
import { Invalid } from "@/lib/core/errors";
import type { Tx } from "@/lib/db";
import type { CampaignDefinition } from "../schema";
import { selectKnownCodes } from "./known-codes-sql";
import { type CodeKind, unknownCodes } from "./unknown-codes";

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
