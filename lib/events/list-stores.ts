import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { recentValues } from "./suggestions";

/**
 * The stores that purchases came from of late, those seen most first; at most a minute old.
 * @throws Forbidden
 */
export async function listStores(ctx: Ctx): Promise<string[]> {
  requirePermission(ctx, "events:write");
  return recentValues(ctx.programId, "store");
}
