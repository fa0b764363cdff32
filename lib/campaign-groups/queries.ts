import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { db } from "@/lib/db";
import type { GroupDto } from "./schema";
import { selectGroups } from "./sql";

/**
 * The groups of campaigns in the order in which they are worked through. Campaigns without one come after them.
 * @throws Forbidden
 */
export async function listGroups(ctx: Ctx): Promise<GroupDto[]> {
  requirePermission(ctx, "campaigns:read");
  return selectGroups(ctx.tx ?? db(), ctx.programId);
}
