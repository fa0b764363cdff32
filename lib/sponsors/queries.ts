import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { db } from "@/lib/db";
import { MAX_SPONSORS, type SponsorDto } from "./schema";

/**
 * The program's sponsors by name.
 * @throws Forbidden
 */
export async function listSponsors(ctx: Ctx): Promise<SponsorDto[]> {
  requirePermission(ctx, "campaigns:read");
  return (ctx.tx ?? db()).sponsor.findMany({
    where: { programId: ctx.programId },
    select: { code: true, name: true },
    orderBy: [{ name: "asc" }, { code: "asc" }],
    take: MAX_SPONSORS,
  });
}
