import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requirePermission } from "@/lib/auth/permissions";
import { listGroups } from "@/lib/campaign-groups";
import { withTx } from "@/lib/db";
import type { CodeState, ProgramDocument } from "@/lib/program-code";
import { programDocument } from "@/lib/program-code/schema";
import { readProgram } from "@/lib/programs";
import { readReferralPolicy } from "@/lib/referrals";
import { listCategories } from "@/lib/rewards";
import { listSegments } from "@/lib/segments";
import { MAX_SEGMENTS } from "@/lib/segments/schema";
import { listSponsors } from "@/lib/sponsors";
import { listTiers } from "@/lib/tiers";
import { readCatalogue } from "./read-catalogue";
import { type CampaignRow, selectCampaignRows } from "./sql";

/**
 * The program's campaigns, settings and rewards as a document. What is over or archived stays out of it, and so does what
 * a partner proposes; what is in review is a draft.
 * @throws Forbidden
 */
export async function exportProgram(ctx: Ctx): Promise<ProgramDocument> {
  requirePermission(ctx, "program:manage");
  return withTx(ctx, async (tx) => {
    const own = { ...ctx, tx };
    const { campaignApproval, ledgerPolicy, pointTypes, brandHue, brand } = await readProgram(
      ctx.programId,
      tx,
    );
    const campaigns = await selectCampaignRows(tx, ctx.programId);
    return programDocument.parse({
      tessera: 1,
      settings: {
        campaignApproval,
        ledger: ledgerPolicy,
        brand: { hue: brandHue, tagline: brand.tagline, cardPattern: brand.cardPattern },
        referrals: await readReferralPolicy(own),
      },
      pointTypes: pointTypes.map(({ pointTypeNo: _, ...pointType }) => pointType),
      tiers: (await listTiers(own)).map(({ code, name }) => ({ code, name })),
      segments: byCode((await listSegments(own, { limit: MAX_SEGMENTS })).items).map(
        ({ code, name, description }) => ({ code, name, description }),
      ),
      groups: await listGroups(own),
      sponsors: byCode(await listSponsors(own)),
      categories: (await listCategories(own)).map(({ code, name, names }) => ({ code, name, names })),
      ...(await readCatalogue(own)),
      campaigns: campaigns.flatMap(toCode),
    });
  });
}

const STATES: Readonly<Record<CampaignRow["state"], CodeState | null>> = {
  draft: "draft",
  in_review: "draft",
  scheduled: "active",
  active: "active",
  paused: "paused",
  ended: null,
  archived: null,
};

function toCode({ key, state: stored, definition, draft }: CampaignRow) {
  const state = STATES[stored];
  return state === null ? [] : [{ key, state, definition, ...(draft !== null && { draft }) }];
}

function byCode<Item extends { code: string }>(items: readonly Item[]): Item[] {
  return [...items].sort((one, other) => (one.code < other.code ? -1 : 1));
}
