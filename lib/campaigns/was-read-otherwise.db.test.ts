import { expect, it } from "vitest";
import { fixedClock } from "@/lib/core/clock";
import { db } from "@/lib/db";
import { makeProgram } from "@/lib/testing/fixtures";
import { createCampaign, launchCampaign, pauseCampaign, wasReadOtherwise } from ".";

it("tells when rules were in force that are read otherwise today", async () => {
  const program = await makeProgram({}, fixedClock(new Date("2026-03-10T12:00:00Z")));
  const { ctx, programId } = program;
  const { campaignId } = await createCampaign(ctx, {
    definition: { name: "Ten", trigger: { event: "purchase" }, effects: [{ kind: "fixed", points: 10 }] },
  });
  await launchCampaign(ctx, campaignId);
  const asked = { from: "2026-03-01", to: "2026-03-31" };
  expect(await wasReadOtherwise(ctx, asked)).toBe(false);

  await db().ruleSet.updateMany({ where: { programId }, data: { semantics: 1 } });
  await pauseCampaign({ ...ctx, clock: fixedClock(new Date("2026-03-20T12:00:00Z")) }, campaignId);
  expect(await wasReadOtherwise(ctx, asked)).toBe(true);
  expect(await wasReadOtherwise(ctx, { from: "2026-03-01", to: "2026-03-09" })).toBe(false);
  expect(await wasReadOtherwise(ctx, { from: "2026-03-20", to: "2026-03-20" })).toBe(true);
  expect(await wasReadOtherwise(ctx, { from: "2026-03-21", to: "2026-03-31" })).toBe(false);
});
