import { describe, expect, it } from "vitest";
import { campaignDefinition } from "@/lib/campaigns/schema";
import { db } from "@/lib/db";
import { acceptEvents } from "@/lib/events";
import {
  buy,
  type Club,
  drain,
  expectSound,
  issued,
  type Limits,
  makeClub,
  purchase,
} from "@/lib/testing/budget-club";

describe("a limit that is changed", () => {
  async function change(club: Club, limits: Limits): Promise<void> {
    const { programId, campaignId } = club;
    const definition = campaignDefinition.parse({
      name: "Launch bonus",
      trigger: { event: "purchase" },
      effects: [{ kind: "per_amount", points: 1, perMinor: 1 }],
      limits,
    });
    const at = new Date("2026-11-21T00:00:00Z");
    const { version, ruleSetVersion } = await db().$transaction(async (tx) => {
      const campaign = await tx.campaign.update({
        where: { programId_campaignId: { programId, campaignId } },
        data: { version: { increment: 1 }, liveVersion: { increment: 1 } },
      });
      await tx.campaignVersion.create({
        data: { programId, campaignId, version: campaign.version, definition, savedAt: at, launchedAt: at },
      });
      const program = await tx.program.update({
        where: { programId },
        data: { ruleSetVersion: { increment: 1 } },
      });
      return { version: campaign.version, ruleSetVersion: program.ruleSetVersion };
    });
    await db().ruleSet.create({
      data: { programId, version: ruleSetVersion, campaigns: [{ campaignId, version }], createdAt: at },
    });
  }

  it("goes on from what is used, raised, moved in the list or lowered", async () => {
    const club = await makeClub([{ per: "campaign", points: 1_000, window: "lifetime" }]);
    await buy(club, 40, () => 50);
    await drain(club);
    expect(await issued(club)).toBe(1_000);

    await change(club, [
      { per: "member", points: 1_400, window: "year" },
      { per: "campaign", points: 1_500, window: "lifetime" },
    ]);
    const more = Array.from({ length: 40 }, (_, index) => purchase(club, 100 + index, 30));
    await acceptEvents(club.ctx, more);
    await drain(club);
    expect(await issued(club)).toBe(1_500);

    await change(club, [{ per: "campaign", points: 1_200, window: "lifetime" }]);
    await acceptEvents(club.ctx, [purchase(club, 200, 30)]);
    await drain(club);
    expect(await issued(club)).toBe(1_500);
    await expectSound(club);
  }, 60_000);

  it("lowered while lanes still have reservations is not overshot by them", async () => {
    const club = await makeClub([{ per: "campaign", points: 100_000, window: "lifetime" }]);
    await buy(club, 32, () => 10);
    await drain(club);
    expect(await issued(club)).toBe(320);
    await change(club, [{ per: "campaign", points: 400, window: "lifetime" }]);
    const more = Array.from({ length: 64 }, (_, index) => purchase(club, 100 + index, 10));
    await acceptEvents(club.ctx, more);
    await drain(club);
    expect(await issued(club)).toBe(400);
    await expectSound(club);
  }, 60_000);
});
