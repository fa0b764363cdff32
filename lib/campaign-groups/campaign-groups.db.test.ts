import { expect, it } from "vitest";
import { createCampaign, endCampaign, launchCampaign, selectRuleSetGroups } from "@/lib/campaigns";
import { db } from "@/lib/db";
import { readProgram } from "@/lib/programs";
import { createSponsor, listSponsors, removeSponsor, renameSponsor } from "@/lib/sponsors";
import { ctxFor, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { changeGroup, createGroup, listGroups, orderGroups, removeGroup } from ".";

const group = (code: string) => ({ code, name: code.toUpperCase(), policy: "all" as const });

async function launched(program: TestProgram, own: object): Promise<string> {
  const definition = {
    name: "Oat weeks",
    trigger: { event: "purchase" as const },
    effects: [{ kind: "fixed" as const, points: 5 }],
    ...own,
  };
  const { campaignId } = await createCampaign(program.ctx, { definition });
  await launchCampaign(program.ctx, campaignId);
  return campaignId;
}

/** The groups that events are posted by. */
async function inForce({ programId }: TestProgram) {
  const { ruleSetVersion } = await readProgram(programId);
  return (await selectRuleSetGroups(db(), programId, ruleSetVersion)).map(
    ({ code, policy }) => `${code} ${policy}`,
  );
}

it("groups are added, changed and put in order, and every change is in force at once", async () => {
  const program = await makeProgram();
  for (const code of ["a", "b", "c"]) await createGroup(program.ctx, group(code));
  await changeGroup(program.ctx, "b", { policy: "best_for_member" });
  await orderGroups(program.ctx, { codes: ["c", "a", "b"] });
  expect(await inForce(program)).toEqual(["c all", "a all", "b best_for_member"]);
  expect((await listGroups(program.ctx)).map(({ code }) => code)).toEqual(["c", "a", "b"]);
  await expect(createGroup(program.ctx, group("a"))).rejects.toMatchObject({ code: "group_exists" });
  await expect(orderGroups(program.ctx, { codes: ["a", "b"] })).rejects.toMatchObject({
    code: "groups_changed",
  });
  await expect(changeGroup(program.ctx, "z", { name: "Z" })).rejects.toMatchObject({ code: "not_found" });
});

it("a group is removed when no campaign stands in it any more", async () => {
  const program = await makeProgram();
  await createGroup(program.ctx, group("offers"));
  await createGroup(program.ctx, group("rest"));
  const stacking = { group: "offers", priority: 0, exclusive: false };
  const campaignId = await launched(program, { stacking });
  await expect(removeGroup(program.ctx, "offers")).rejects.toMatchObject({
    code: "group_in_use",
    publicMessage: expect.stringContaining("Oat weeks"),
  });
  await endCampaign(program.ctx, campaignId);
  await removeGroup(program.ctx, "offers");
  expect(await inForce(program)).toEqual(["rest all"]);
});

it("sponsors are added, renamed, and removed when no campaign names them", async () => {
  const program = await makeProgram();
  await createSponsor(program.ctx, { code: "oats", name: "Nordic Oats" });
  await createSponsor(program.ctx, { code: "almonds", name: "Almonds & Co" });
  await renameSponsor(program.ctx, "oats", { name: "Arctic Oats" });
  expect(await listSponsors(program.ctx)).toEqual([
    { code: "almonds", name: "Almonds & Co" },
    { code: "oats", name: "Arctic Oats" },
  ]);
  const campaignId = await launched(program, { funding: { sponsor: "oats", percent: 50 } });
  await expect(removeSponsor(program.ctx, "oats")).rejects.toMatchObject({ code: "sponsor_in_use" });
  await endCampaign(program.ctx, campaignId);
  await removeSponsor(program.ctx, "oats");
  await expect(removeSponsor(program.ctx, "oats")).rejects.toMatchObject({ code: "not_found" });
});

it("those who run the program change them, others see them", async () => {
  const program = await makeProgram();
  const marketer = ctxFor(program, { role: "marketer" });
  expect(await listGroups(marketer)).toEqual([]);
  await expect(createGroup(marketer, group("a"))).rejects.toMatchObject({ code: "forbidden" });
  await expect(createSponsor(marketer, { code: "a", name: "A" })).rejects.toMatchObject({
    code: "forbidden",
  });
  const stranger = await makeProgram();
  await createGroup(program.ctx, group("a"));
  expect(await listGroups(stranger.ctx)).toEqual([]);
});
