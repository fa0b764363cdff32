import { expect, it } from "vitest";
import { db } from "@/lib/db";
import { makeMember, makeProgram } from "@/lib/testing/fixtures";
import { createCampaign, launchCampaign, listCampaigns, listOffers, listVersions, readCampaign } from "..";
import type { CampaignDefinitionInput } from "../schema";

const definition: CampaignDefinitionInput = {
  name: "Bonus",
  trigger: { event: "purchase" },
  audience: { match: "all", tests: [{ attribute: "segments", test: { op: "is", value: "vip" } }] },
  effects: [{ kind: "fixed", points: 5 }],
  stacking: { group: "offers" },
  funding: { sponsor: "oatly", percent: 50 },
};

it("launches what names tiers, segments, groups and sponsors that the program has, and calls them by name", async () => {
  const { ctx, programId } = await makeProgram();
  const { campaignId } = await createCampaign(ctx, { definition });
  await expect(launchCampaign(ctx, campaignId)).rejects.toMatchObject({
    fields: [
      { pointer: "/definition/audience/tests/0/test/value", code: "unknown_segment" },
      { pointer: "/definition/stacking/group", code: "unknown_group" },
      { pointer: "/definition/funding/sponsor", code: "unknown_sponsor" },
    ],
  });
  await db().segment.create({ data: { programId, code: "vip", name: "Friends", createdAt: new Date() } });
  await db().campaignGroup.create({
    data: { programId, code: "offers", name: "Best of two", policy: "all", position: 1 },
  });
  await db().sponsor.create({ data: { programId, code: "oatly", name: "Oatly" } });
  await launchCampaign(ctx, campaignId);

  const sentence =
    "Members who are in the segment “Friends” get 5 points for a purchase, in the group “Best of two”, 50% paid for by Oatly.";
  expect(await readCampaign(ctx, campaignId)).toMatchObject({ sentence });
  expect((await listCampaigns(ctx, { limit: 5 })).items).toMatchObject([{ sentence }]);
  expect(await listVersions(ctx, campaignId)).toMatchObject([{ sentence }]);

  const member = await makeMember(ctx);
  const { memberId, attributes } = member;
  const asked = { memberId, attributes, joinedAt: new Date(member.joinedAt) };
  expect(await listOffers(ctx, asked)).toEqual([]);
  await db().segmentMember.create({
    data: { programId, memberId, segmentCode: "vip", addedAt: new Date() },
  });
  expect(await listOffers(ctx, asked)).toMatchObject([{ sentence: "You get 5 points for a purchase." }]);
});
