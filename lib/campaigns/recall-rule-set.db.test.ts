import { expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { withTx } from "@/lib/db";
import { cacheHits, onEveryCache } from "@/lib/testing/caching";
import { makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { until } from "@/lib/testing/until";
import {
  createCampaign,
  launchCampaign,
  listOffers,
  listRunningCampaigns,
  pauseCampaign,
  resumeCampaign,
} from ".";
import { type CampaignDefinitionInput, campaignDefinition } from "./schema";
import { selectRuleSet } from "./sql";

const ANYBODY = { memberId: newId(), attributes: {}, joinedAt: new Date("2026-01-01T00:00:00Z") };

/** A campaign with something in every part that rules have. */
const rich: CampaignDefinitionInput = {
  name: "Coffee mornings",
  trigger: { event: "purchase" },
  audience: { match: "any", tests: [{ attribute: "tier", test: { op: "is_not", value: "staff" } }] },
  condition: {
    kind: "all",
    conditions: [
      { kind: "time", weekdays: [1, 2, 3, 4, 5], from: "06:00", to: "11:00" },
      {
        kind: "lines",
        quantifier: "any",
        filter: [{ field: "category", op: "in", values: ["Coffee"] }],
      },
    ],
  },
  effects: [{ kind: "fixed", points: 25 }],
  limits: [{ per: "member", points: 100, window: "day" }],
  schedule: { endsAt: "2099-01-01T00:00:00Z" },
};

async function launched({ ctx }: TestProgram, definition: CampaignDefinitionInput): Promise<string> {
  const { campaignId } = await createCampaign(ctx, { definition: campaignDefinition.parse(definition) });
  await launchCampaign(ctx, campaignId);
  return campaignId;
}

const fixed = (name: string): CampaignDefinitionInput => ({
  name,
  trigger: { event: "purchase" },
  effects: [{ kind: "fixed", points: 5 }],
});

onEveryCache("the rules in force", () => {
  const offerNames = async ({ ctx }: TestProgram) =>
    (await listOffers(ctx, ANYBODY)).map(({ name }) => name).sort();

  it("are those that the database has, and read once", async () => {
    const program = await makeProgram();
    await launched(program, rich);
    const { programId, ctx } = program;
    const stored = await withTx({}, (tx) => selectRuleSet(tx, programId, 1));
    expect(stored).toHaveLength(1);
    expect(await listRunningCampaigns(ctx)).toEqual(stored);
    // Once the news of the launch has arrived, everything is kept.
    await until(async () => {
      const before = cacheHits();
      expect(await listRunningCampaigns(ctx)).toEqual(stored);
      expect(await offerNames(program)).toEqual(["Coffee mornings"]);
      // Each asks for the program and for what is made of its rules.
      return cacheHits() === before + 4;
    });
  });

  it("follow a launch, a pause and a resumption at once, for whoever made it", async () => {
    const program = await makeProgram();
    expect(await offerNames(program)).toEqual([]);
    const campaignId = await launched(program, fixed("First"));
    expect(await offerNames(program)).toEqual(["First"]);
    await launched(program, fixed("Second"));
    expect(await offerNames(program)).toEqual(["First", "Second"]);
    await pauseCampaign(program.ctx, campaignId);
    expect(await offerNames(program)).toEqual(["Second"]);
    await resumeCampaign(program.ctx, campaignId);
    expect(await offerNames(program)).toEqual(["First", "Second"]);
  });

  it("are not kept as a transaction saw them that was rolled back", async () => {
    const program = await makeProgram();
    const { campaignId } = await createCampaign(program.ctx, {
      definition: campaignDefinition.parse(fixed("Never")),
    });
    const undone = withTx({}, async (tx) => {
      const within = { ...program, ctx: { ...program.ctx, tx } };
      await launchCampaign(within.ctx, campaignId);
      expect(await offerNames(within)).toEqual(["Never"]);
      throw new Error("changed my mind");
    });
    await expect(undone).rejects.toThrow("changed my mind");
    expect(await offerNames(program)).toEqual([]);
    // The number of the version that was undone is given to other rules now.
    await launched(program, fixed("Instead"));
    expect(await offerNames(program)).toEqual(["Instead"]);
  });
});
