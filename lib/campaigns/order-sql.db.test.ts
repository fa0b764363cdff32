import { describe, expect, it } from "vitest";
import { Invalid } from "@/lib/core/errors";
import { db } from "@/lib/db";
import { makeProgram } from "@/lib/testing/fixtures";
import { definitionOf } from "./evaluation/testing";
import { createCampaign } from "./lifecycle/create-campaign";
import { listCampaigns } from "./queries";
import type { CampaignSort } from "./schema";

describe("the order of campaigns", () => {
  it("is by name or by points where that is asked for, page by page", async () => {
    const { ctx, programId } = await makeProgram();
    const points = { Beta: 30, alpha: 10, Gamma: 30, delta: 0 };
    for (const [name, given] of Object.entries(points)) {
      const { campaignId } = await createCampaign(ctx, { definition: definitionOf({ name }) });
      if (given > 0) {
        await db().campaignTotal.create({
          data: { programId, campaignId, lane: 0, points: given, awards: 1 },
        });
      }
    }
    const inPages = async (sort: CampaignSort | undefined) => {
      const names: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await listCampaigns(ctx, { sort, limit: 2, cursor });
        names.push(...page.items.map(({ name }) => name));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      return names;
    };
    expect(await inPages(undefined)).toEqual(["delta", "Gamma", "alpha", "Beta"]);
    expect(await inPages("name")).toEqual(["alpha", "Beta", "delta", "Gamma"]);
    expect(await inPages("points")).toEqual(["Gamma", "Beta", "alpha", "delta"]);
  });

  it("refuses the cursor of another order", async () => {
    const { ctx } = await makeProgram();
    for (const name of ["One", "Two"]) await createCampaign(ctx, { definition: definitionOf({ name }) });
    const { nextCursor } = await listCampaigns(ctx, { sort: "name", limit: 1 });
    const asked = { limit: 1, cursor: nextCursor ?? "" };
    await expect(listCampaigns(ctx, { ...asked, sort: "points" })).rejects.toThrow(Invalid);
    await expect(listCampaigns(ctx, asked)).rejects.toThrow(Invalid);
  });
});
