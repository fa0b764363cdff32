import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { type CampaignDefinition, campaignDefinition } from "@/lib/campaigns/schema";
import { toTypeId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import type { SimulatedFigures, SimulationReport } from "./schema";
import { requestOf } from "./simulation-row";
import { selectDoneOf } from "./sql";

/** Simulations that are looked through for one of the very rules. */
const LOOKED_THROUGH = 10;

/**
 * The latest simulation that tried these rules, else the latest that tried the campaign; of those the ones over all
 * that happened come first. Null where there is none.
 * @param campaignId UUID
 * @throws Forbidden
 */
export async function findLatestFigures(
  ctx: Ctx,
  campaignId: string,
  definition: CampaignDefinition,
): Promise<SimulatedFigures | null> {
  requirePermission(ctx, "campaigns:read");
  const wanted = rulesOf(definition);
  const rows = await selectDoneOf(db(), ctx.programId, campaignId, LOOKED_THROUGH);
  const found = rows.flatMap(({ simulationId, name, request, report }): SimulatedFigures[] => {
    const { variants, population, source } = requestOf({ request });
    const variant = variants.find((tried) => tried.campaignId === campaignId);
    // What is stored was put together by the same types.
    const { from, to, scenarios } = report as unknown as SimulationReport;
    const scenario = scenarios.find((tried) => tried.campaignId === toTypeId("camp", campaignId));
    const own = scenario?.campaigns.find(({ isTried }) => isTried);
    if (variant === undefined || own === undefined) return [];
    const { granted, members, costMinor } = own;
    return [
      {
        id: toTypeId("sim", simulationId),
        name,
        from,
        to,
        isSame: rulesOf(variant.definition) === wanted,
        isOfAll: population === null,
        isHistory: source.kind === "history",
        granted,
        members,
        costMinor,
        extraCostMinor: scenario?.spend?.extraCostMinor ?? null,
      },
    ];
  });
  // What all members did says more of what is to come than a part of them, a file or a made-up basket does.
  const telling = (figures: SimulatedFigures) =>
    (figures.isSame ? 4 : 0) + (figures.isHistory ? 2 : 0) + (figures.isOfAll ? 1 : 0);
  return found.toSorted((one, other) => telling(other) - telling(one))[0] ?? null;
}

/** Rules as text that is the same for equal rules, however they are stored; the name decides nothing. */
function rulesOf(definition: CampaignDefinition): string | null {
  const parsed = campaignDefinition.safeParse(definition);
  return parsed.success ? JSON.stringify({ ...parsed.data, name: "" }) : null;
}
