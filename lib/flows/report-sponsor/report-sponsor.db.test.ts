import { expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { type Ctx, newRequestId } from "@/lib/auth/context";
import { systemClock } from "@/lib/core/clock";
import { Forbidden, NotFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { makeProgram } from "@/lib/testing/fixtures";
import { putInForce } from "@/lib/testing/rules";
import { listSponsoredCampaigns, readSponsoredCampaign } from ".";

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
