import "server-only";
import { z } from "zod";
import { Cache } from "@/lib/cache";
import { db } from "@/lib/db";
import type { VersionedCampaign } from "./evaluation/compile";
import { definitionStructure } from "./language/definition";
import { selectRuleSet } from "./sql";

const campaigns = z.array(
  z.object({ campaignId: z.string(), version: z.int(), definition: definitionStructure }),
);

/** A version never changes once it is committed, so how long it is kept is only a question of room. */
const ruleSets = new Cache("rule-set", { value: campaigns, ttlSeconds: 60 * 60, maxEntries: 200 });

/**
 * The campaigns of a committed rule-set version, in evaluation order.
 * @param version as a committed program names it: one that may yet be rolled back must not get here
 */
export async function recallRuleSet(programId: string, version: number): Promise<VersionedCampaign[]> {
  return ruleSets.read(programId, String(version), () => selectRuleSet(db(), programId, version));
}
