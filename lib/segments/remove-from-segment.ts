import type { Ctx } from "@/lib/auth/context";
import { changeMembers } from "./change-members";
import type { SegmentChanges, SegmentKeys } from "./schema";

/**
 * Takes members off a list.
 * @throws Forbidden, NotFound; Invalid for more than 1,000
 */
export function removeFromSegment(ctx: Ctx, code: string, keys: SegmentKeys): Promise<SegmentChanges> {
  return changeMembers(ctx, code, keys, "leave");
}
