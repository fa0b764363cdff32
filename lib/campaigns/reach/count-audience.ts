import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { localDay } from "@/lib/core/calendar";
import { db } from "@/lib/db";
import { recallProgram } from "@/lib/programs";
import type { AudienceCount, CampaignDefinition } from "../schema";
import { conjuncts } from "../wording/sentence";
import { countMembers } from "./audience-sql";

/**
 * How many members a campaign is for as of now. What they have done and buy is not looked at: that shows event by event.
 * @throws Forbidden, NotFound
 */
export async function countAudience(
  ctx: Ctx,
  { audience, condition }: Pick<CampaignDefinition, "audience" | "condition">,
): Promise<AudienceCount> {
  requirePermission(ctx, "campaigns:read");
  const { timeZone } = await recallProgram(ctx.programId);
  const tests = conjuncts(condition).filter((test) => test.kind === "member");
  const today = localDay(ctx.clock.now(), timeZone);
  return countMembers(db(), { programId: ctx.programId, audience, tests, today, timeZone });
}
