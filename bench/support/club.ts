import { createApiKey } from "@/lib/api-keys";
import { systemCtx } from "@/lib/auth/context";
import { createCampaign, launchCampaign } from "@/lib/campaigns";
import { newId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { createMembers } from "@/lib/members";
import { createProgram } from "@/lib/programs";
import { definitionOf, mixedCampaigns } from "./campaigns";

export type Club = {
  programId: string;
  /** Members go by the external ids `m-0` to `m-<members - 1>`; every tenth has the tier gold. */
  members: number;
  /** Text of an API key that may send and read everything. */
  apiKey: string;
};

const MEMBERS_AT_ONCE = 10_000;

/** Founds a program with members and campaigns in force, through the same verbs as the portal. */
export async function foundClub(members: number, campaigns: number): Promise<Club> {
  const organizationId = newId();
  await db().organization.create({ data: { organizationId, name: "Bench" } });
  const setup = systemCtx(newId(), "bench");
  const { programId } = await createProgram(setup, organizationId, {
    name: "Bench club",
    slug: "bench",
    currency: "EUR",
    timeZone: "Europe/Berlin",
    cardPrefix: "BE",
    pointsExpireAfterMonths: 12,
  });
  const ctx = { ...setup, programId };
  for (let start = 0; start < members; start += MEMBERS_AT_ONCE) {
    const length = Math.min(MEMBERS_AT_ONCE, members - start);
    await createMembers(
      ctx,
      Array.from({ length }, (_, offset) => memberOf(start + offset)),
    );
  }
  for (const campaign of mixedCampaigns(campaigns)) {
    const { campaignId } = await createCampaign(ctx, { definition: definitionOf(campaign) });
    await launchCampaign(ctx, campaignId);
  }
  const userId = newId();
  const owner = { kind: "user", userId, organizationId, role: "owner", name: "Bench" } as const;
  const { text } = await createApiKey(
    { ...ctx, actor: owner },
    { name: "Bench", scopes: ["events:write", "events:read", "members:read", "wallet:read"] },
  );
  await db().$executeRaw`ANALYZE`;
  return { programId, members, apiKey: text };
}

function memberOf(index: number) {
  return {
    externalId: `m-${index}`,
    name: `${FIRST_NAMES[index % FIRST_NAMES.length]} ${FAMILY_NAMES[index % FAMILY_NAMES.length]} ${index}`,
    email: `m-${index}@example.com`,
    attributes: { tier: index % 10 === 0 ? "gold" : "silver" },
    joinedAt: new Date("2025-03-01T00:00:00Z"),
  };
}

const FIRST_NAMES = ["Ada", "Ben", "Carla", "Deniz", "Ema", "Fatma", "Goran", "Hana", "Ida", "Jonas", "Kaya"];
const FAMILY_NAMES = ["Albers", "Bauer", "Costa", "Demir", "Ekström", "Fischer", "Garcia"];
