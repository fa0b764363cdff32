import { countersOf } from "@/lib/campaigns/evaluation/count-alone";
import { numberCounters } from "@/lib/campaigns/evaluation/counter-sql";
import {
  type CampaignDefinition,
  type CampaignDefinitionInput,
  campaignDefinition,
} from "@/lib/campaigns/schema";
import { newId } from "@/lib/core/ids";
import { db, type Prisma, type Tx } from "@/lib/db";

/**
 * Puts campaigns in force by their rows alone, for tests whose subject comes after the launch. Nothing has been
 * posted in the program yet: the history that conditions look at begins here.
 * @returns the campaigns' ids, in order
 */
export async function putInForce(
  programId: string,
  definitions: readonly CampaignDefinitionInput[],
  at = new Date("2026-01-01T00:00:00Z"),
): Promise<string[]> {
  const campaigns = definitions.map((definition) => ({
    campaignId: newId(),
    definition: campaignDefinition.parse(definition),
  }));
  await db().$transaction(async (tx) => {
    for (const { campaignId, definition } of campaigns) {
      const { name } = definition;
      await tx.campaign.create({
        data: {
          programId,
          campaignId,
          key: campaignId,
          name,
          state: "active",
          version: 1,
          liveVersion: 1,
          createdAt: at,
          updatedAt: at,
          versions: {
            create: {
              version: 1,
              definition: definition as Prisma.InputJsonObject,
              savedAt: at,
              launchedAt: at,
            },
          },
        },
      });
    }
    const { ruleSetVersion } = await tx.program.update({
      where: { programId },
      data: { ruleSetVersion: { increment: 1 } },
    });
    const entries = campaigns.map(({ campaignId }) => ({ campaignId, version: 1 }));
    await tx.ruleSet.create({
      data: { programId, version: ruleSetVersion, campaigns: entries, createdAt: at },
    });
    await keepCounters(
      tx,
      programId,
      campaigns.map(({ definition }) => definition),
      at,
    );
  });
  return campaigns.map(({ campaignId }) => campaignId);
}

async function keepCounters(
  tx: Tx,
  programId: string,
  definitions: readonly CampaignDefinition[],
  at: Date,
): Promise<void> {
  const counters = definitions.flatMap(countersOf);
  const numbers = await numberCounters(
    tx,
    programId,
    [...new Map(counters.map((counter) => [counter.key, counter])).values()],
    at,
  );
  const kept = Object.fromEntries([...numbers.values()].map((counterNo) => [counterNo, null]));
  await tx.$executeRaw`
    UPDATE lane SET counters = counters || ${JSON.stringify(kept)}::jsonb WHERE program_id = ${programId}::uuid`;
}
