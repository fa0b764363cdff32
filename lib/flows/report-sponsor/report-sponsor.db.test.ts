import { expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { type Ctx, newRequestId, systemCtx } from "@/lib/auth/context";
import { limitNumber } from "@/lib/campaigns";
import { present } from "@/lib/core/assert";
import { fixedClock, systemClock } from "@/lib/core/clock";
import { Forbidden, NotFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { makeProgram } from "@/lib/testing/fixtures";
import { putInForce } from "@/lib/testing/rules";
import { listFundedCampaigns, listSponsoredCampaigns, readSponsoredCampaign } from ".";

it("shows a sponsor the campaigns that it pays for, and no others", async () => {
  const { programId } = await makeProgram();
  const [oats, beans] = [newId(), newId()];
  await db().organization.createMany({
    data: [
      { organizationId: oats, name: "Nordic Oats" },
      { organizationId: beans, name: "Bean Board" },
    ],
  });
  await db().sponsor.createMany({
    data: [
      { programId, code: "oats", name: "Nordic Oats", organizationId: oats },
      { programId, code: "beans", name: "Bean Board", organizationId: beans },
    ],
  });
  const effects = [{ kind: "fixed" as const, points: 10 }];
  const trigger = { event: "purchase" as const };
  await putInForce(programId, [
    { name: "Oat weeks", trigger, effects, funding: { sponsor: "oats", percent: 50 } },
    { name: "Own weeks", trigger, effects },
  ]);
  const asking = (organizationId: string, parts: ("SPONSOR" | "REWARD_PARTNER")[]): Ctx => {
    const actor: Actor = { kind: "partner", userId: newId(), organizationId, parts, name: "Olga" };
    return { programId, actor, clock: systemClock, requestId: newRequestId() };
  };
  const olga = asking(oats, ["SPONSOR"]);
  const { items } = await listSponsoredCampaigns(olga, { limit: 10 });
  expect(items.map(({ name }) => name)).toEqual(["Oat weeks"]);
  const campaignId = items[0]?.campaignId ?? "";
  const { report } = await readSponsoredCampaign(olga, campaignId);
  expect(report.funding).toEqual({ sponsor: "oats", percent: 50, name: "Nordic Oats", costMinor: 0 });
  expect(Object.keys(report)).not.toContain("segments");

  const other = asking(beans, ["SPONSOR"]);
  expect((await listSponsoredCampaigns(other, { limit: 10 })).items).toEqual([]);
  await expect(readSponsoredCampaign(other, campaignId)).rejects.toThrow(NotFound);
  await expect(listSponsoredCampaigns(asking(oats, ["REWARD_PARTNER"]), { limit: 10 })).rejects.toThrow(
    Forbidden,
  );
  await expect(listSponsoredCampaigns(asking(newId(), ["SPONSOR"]), { limit: 10 })).rejects.toThrow(NotFound);
});

it("tells what each funded campaign costs its sponsor, and what is used of its budgets", async () => {
  const { programId } = await makeProgram();
  await db().sponsor.create({ data: { programId, code: "oats", name: "Nordic Oats" } });
  const monthly = { per: "campaign" as const, points: 12_000, window: "month" as const };
  const trigger = { event: "purchase" as const };
  const effects = [{ kind: "fixed" as const, points: 10 }];
  const funding = (percent: number) => ({ sponsor: "oats", percent });
  await putInForce(programId, [
    { name: "Oat weeks", trigger, effects, limits: [monthly], funding: funding(50) },
    { name: "Oat nights", trigger, effects, funding: funding(100) },
  ]);
  const ctx = systemCtx(programId, "test", fixedClock(new Date("2026-11-20T12:00:00Z")));
  const { items } = await listFundedCampaigns(ctx, "oats", { limit: 10 });
  const weeks = present(
    items.find(({ name }) => name === "Oat weeks"),
    "it was launched",
  );
  const { campaignId } = weeks;
  expect(weeks).toMatchObject({ costMinor: 0, shareMinor: 0, percent: 50 });
  // Two lanes gave 3,001 points, of which this month 2,500.
  const total = (lane: number, points: number) => ({ programId, campaignId, lane, points, awards: 1 });
  await db().campaignTotal.createMany({ data: [total(0, 2_000), total(1, 1_001)] });
  const limitNo = limitNumber({ ...monthly });
  const used = (windowStart: string, lane: number, points: bigint) => ({
    ...{ programId, campaignId, limitNo, lane, windowStart: new Date(windowStart) },
    ...{ amount: 12_000n, reserved: points, used: points },
  });
  await db().budgetLane.createMany({
    data: [used("2026-11-01", 0, 2_000n), used("2026-11-01", 1, 500n), used("2026-10-01", 0, 501n)],
  });
  await db().pointType.updateMany({ where: { programId }, data: { valuePerThousandMinor: 1_000 } });

  const again = await listFundedCampaigns(ctx, "oats", { limit: 10 });
  expect(again.items.map(({ name, costMinor, shareMinor }) => [name, costMinor, shareMinor])).toEqual([
    ["Oat nights", 0, 0],
    ["Oat weeks", 3_001, 1_500],
  ]);
  expect(again.items[1]?.budgets).toEqual([
    { measure: "points", window: "month", amount: 12_000, used: 2_500 },
  ]);
  expect(again.items[0]?.budgets).toEqual([]);
});
