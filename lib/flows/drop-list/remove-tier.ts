import type { Ctx } from "@/lib/auth/context";
import { rewardNaming } from "@/lib/rewards";
import { removeTier as removeUnlessNamed } from "@/lib/tiers";

/**
 * Removes a tier that nobody has and that neither a running campaign nor a reward names; the ranks close up.
 * @throws Forbidden, NotFound; Conflict `tier_in_use`, which says by what
 */
export async function removeTier(ctx: Ctx, code: string): Promise<{ code: string }> {
  return removeUnlessNamed(ctx, code, (tx) => rewardNaming(tx, ctx.programId, "tier", code));
}
