import type { Ctx } from "@/lib/auth/context";
import { db } from "@/lib/db";
import { setReferralPolicy } from "@/lib/referrals";
import { NO_REFERRALS } from "@/lib/referrals/schema";
import { addToSegment, createSegment } from "@/lib/segments";
import { createTier } from "@/lib/tiers";
import type { Guest } from "./shopping";

const TIERS = [
  { code: "bronze", name: "Bronze" },
  { code: "silver", name: "Silver" },
  { code: "gold", name: "Gold" },
];
const REGULARS = { code: "regulars", name: "Regulars", description: "Those whom the baristas know by name." };
/** How much more often than others somebody comes to be called a regular. */
const REGULAR_WEIGHT = 3;
const MOST_AT_ONCE = 1_000;

/** Gives the club its tiers, and its members something for bringing friends. Made already, they stay. */
export async function describeClub(ctx: Ctx): Promise<void> {
  const { programId } = ctx;
  const known = await db().tier.count({ where: { programId } });
  for (const tier of TIERS.slice(known)) await createTier(ctx, tier);
  const policy = await db().referralPolicy.findUnique({ where: { programId } });
  if (policy === null) await setReferralPolicy(ctx, { ...NO_REFERRALS, enabled: true });
}

/** Puts those who come most often on a list. On it already, they stay. */
export async function listRegulars(ctx: Ctx, guests: readonly Guest[]): Promise<void> {
  const { programId } = ctx;
  const { code } = REGULARS;
  const known = await db().segment.findUnique({ where: { programId_code: { programId, code } } });
  if (known === null) await createSegment(ctx, REGULARS);
  const members = guests
    .filter(({ weight }) => weight >= REGULAR_WEIGHT)
    .slice(0, MOST_AT_ONCE)
    .map(({ externalId }) => externalId);
  await addToSegment(ctx, code, { members });
}
