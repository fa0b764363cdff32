import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/db";
import type { CampaignDefinition } from "./schema";

/**
 * What one version of a campaign says.
 * @throws Forbidden, NotFound
 */
export async function readVersion(
  ctx: Ctx,
  campaignId: string,
  version: number,
): Promise<{ version: number; definition: CampaignDefinition }> {
  requirePermission(ctx, "campaigns:read");
  const { programId } = ctx;
  const row = await (ctx.tx ?? db()).campaignVersion.findUnique({
    where: { programId_campaignId_version: { programId, campaignId, version } },
    select: { definition: true },
  });
  if (row === null) throw new NotFound("version");
  return { version, definition: row.definition as CampaignDefinition };
}
