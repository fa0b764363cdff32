import type { Ctx } from "@/lib/auth/context";
import { rewardNaming } from "@/lib/rewards";
import { deleteSegment as deleteUnlessNamed } from "@/lib/segments";

/**
 * Deletes a segment that neither a running campaign nor a reward names.
 * @throws Forbidden, NotFound; Conflict `segment_in_use`, which says by what
 */
export async function deleteSegment(ctx: Ctx, code: string): Promise<{ code: string }> {
  return deleteUnlessNamed(ctx, code, (tx) => rewardNaming(tx, ctx.programId, "segment", code));
}
