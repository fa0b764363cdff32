import type { Ctx } from "@/lib/auth/context";
import { changeMembers } from "./change-members";
import type { SegmentChanges, SegmentKeys } from "./schema";

/**
 * Puts members on a list; those who are on it stay. Keys that name nobody keep the others from nothing.
 * @throws Forbidden, NotFound; Invalid for more than 1,000
 */
export function addToSegment(ctx: Ctx, code: string, keys: SegmentKeys): Promise<SegmentChanges> {
  return changeMembers(ctx, code, keys, "enter");
}
