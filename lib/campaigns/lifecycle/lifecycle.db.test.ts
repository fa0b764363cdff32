import { beforeAll, describe, expect, it } from "vitest";
import { OwnRequest } from "@/lib/auth/four-eyes";
import { fixedClock } from "@/lib/core/clock";
import { Forbidden } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { setCampaignApproval } from "@/lib/programs";
import { ctxFor, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import {
  archiveCampaign,
  createCampaign,
  deleteDraft,
  duplicateCampaign,
  endCampaign,
  followSchedules,
  launchCampaign,
  listCampaigns,
  listRunningCampaigns,
  pauseCampaign,
  readCampaign,
  resumeCampaign,
  saveDraft,
  sendBack,
  submitForReview,
  unarchiveCampaign,
} from "..";
import type { CampaignDefinitionInput } from "../schema";
import { BLANK_CAMPAIGN } from "../templates";

const fixed = (own: Partial<CampaignDefinitionInput> = {}): CampaignDefinitionInput => ({
  name: "Summer bonus",
  trigger: { event: "purchase" },
  effects: [{ kind: "fixed", points: 10 }],
  ...own,
});

const at = (time: string) => fixedClock(new Date(time));
/** The same program at another time. */
const later = ({ ctx }: TestProgram, time: string) => ({ ...ctx, clock: at(time) });

async function messagesOf({ programId }: TestProgram): Promise<string[]> {
  const rows = await db().outbox.findMany({ where: { programId }, orderBy: { outboxId: "asc" } });
  return rows.map(({ topic }) => topic);
}

async function auditOf({ programId }: TestProgram): Promise<string[]> {
  const rows = await db().audit.findMany({ where: { programId }, orderBy: { auditId: "asc" } });
  return rows.map(({ action }) => action).filter((action) => action.startsWith("campaign."));
}

describe("a campaign with a start and an end", () => {
  const schedule = { startsAt: "2026-06-01T00:00:00Z", endsAt: "2026-07-01T00:00:00Z" };

  it("is scheduled, then active, then over, whoever looks after it", async () => {
    const program = await makeProgram({}, at("2026-05-01T12:00:00Z"));
    const { ctx } = program;
    const { campaignId } = await createCampaign(ctx, { definition: fixed({ schedule }) });
    expect(await launchCampaign(ctx, campaignId)).toMatchObject({ state: "scheduled", ruleSetVersion: 1 });
    expect(await readCampaign(ctx, campaignId)).toMatchObject({
      state: "scheduled",
      changesAt: "2026-06-01T00:00:00.000Z",
    });
    // The rules know the schedule, so it is among them from the launch on.
    expect(await listRunningCampaigns(ctx)).toHaveLength(1);

    await followSchedules(at("2026-05-31T23:59:59Z"));
    expect((await readCampaign(ctx, campaignId)).state).toBe("scheduled");
    await Promise.all([1, 2, 3].map(() => followSchedules(at("2026-06-01T00:00:00Z"))));
    expect(await readCampaign(ctx, campaignId)).toMatchObject({
      state: "active",
      changesAt: "2026-07-01T00:00:00.000Z",
    });
    await followSchedules(at("2026-07-01T00:00:01Z"));
    expect(await readCampaign(ctx, campaignId)).toMatchObject({ state: "ended", changesAt: null });
    expect(await listRunningCampaigns(ctx)).toHaveLength(0);
    const topics = ["campaign.launched", "campaign.started", "campaign.ended"];
    expect(await messagesOf(program)).toEqual(topics);
    expect(await auditOf(program)).toEqual(["campaign.created", ...topics]);
  });

  it("is not launched once its time is over, and starts at once in the middle of it", async () => {
    const program = await makeProgram();
    const { campaignId } = await createCampaign(program.ctx, { definition: fixed({ schedule }) });
    await expect(launchCampaign(later(program, "2026-07-01T00:00:00Z"), campaignId)).rejects.toMatchObject({
      fields: [{ pointer: "/definition/schedule/endsAt", code: "schedule_over" }],
    });
    expect((await launchCampaign(later(program, "2026-06-02T00:00:00Z"), campaignId)).state).toBe("active");
  });

  it("keeps its schedule through a pause", async () => {
    const program = await makeProgram();
    const before = later(program, "2026-05-01T00:00:00Z");
    const { campaignId } = await createCampaign(before, { definition: fixed({ schedule }) });
    await launchCampaign(before, campaignId);
    expect((await pauseCampaign(before, campaignId)).state).toBe("paused");
    expect(await listRunningCampaigns(before)).toHaveLength(0);
    expect((await resumeCampaign(before, campaignId)).state).toBe("scheduled");
    await pauseCampaign(before, campaignId);
    expect((await resumeCampaign(later(program, "2026-06-10T00:00:00Z"), campaignId)).state).toBe("active");
    await pauseCampaign(later(program, "2026-06-11T00:00:00Z"), campaignId);
    await followSchedules(at("2026-07-02T00:00:00Z"));
    expect((await readCampaign(program.ctx, campaignId)).state).toBe("ended");
  });
});

describe("where a second person launches campaigns", () => {
  let program: TestProgram;
  const actor = (role: "owner" | "marketer" | "analyst") => ctxFor(program, { role, userId: newId() });

  beforeAll(async () => {
    program = await makeProgram();
    await setCampaignApproval(program.ctx, true);
  });

  async function draftBy(ctx: ReturnType<typeof actor>): Promise<string> {
    const { campaignId } = await createCampaign(ctx, { definition: fixed() });
    return campaignId;
  }

  it("one submits and another one launches", async () => {
    const author = actor("marketer");
    const campaignId = await draftBy(author);
    await expect(launchCampaign(author, campaignId)).rejects.toMatchObject({ code: "approval_needed" });
    expect(await submitForReview(author, campaignId)).toEqual({ state: "in_review", version: 1 });
    const seen = await readCampaign(author, campaignId);
    expect(seen).toMatchObject({ state: "in_review", isInReview: true });
    expect(seen.review?.submittedBy.ref).toBe(`user:${author.actor.kind === "user" && author.actor.userId}`);
    await expect(launchCampaign(author, campaignId)).rejects.toThrow(OwnRequest);
    await expect(launchCampaign(program.ctx, campaignId)).rejects.toThrow(Forbidden);
    await expect(launchCampaign(actor("analyst"), campaignId)).rejects.toThrow(Forbidden);
    expect((await launchCampaign(actor("owner"), campaignId)).state).toBe("active");
    expect(await readCampaign(author, campaignId)).toMatchObject({ isInReview: false, review: null });
  });

  it("what is reviewed stays as it is until it is sent back, with a word on why", async () => {
    const author = actor("marketer");
    const campaignId = await draftBy(author);
    await submitForReview(author, campaignId);
    const { version, savedAt } = await readCampaign(author, campaignId);
    const change = { version, savedAt, definition: fixed({ name: "Autumn bonus" }) };
    await expect(saveDraft(author, campaignId, change)).rejects.toMatchObject({ code: "in_review" });
    await expect(deleteDraft(author, campaignId)).rejects.toMatchObject({ code: "in_review" });
    await expect(submitForReview(author, campaignId)).rejects.toMatchObject({ code: "in_review" });
    expect(await sendBack(actor("owner"), campaignId, { comment: "Ten is too many." })).toEqual({
      state: "draft",
    });
    expect((await readCampaign(author, campaignId)).sentBack).toMatchObject({ comment: "Ten is too many." });
    await expect(sendBack(author, campaignId, {})).rejects.toMatchObject({ code: "not_in_review" });
    await saveDraft(author, campaignId, change);
    await submitForReview(author, campaignId);
    expect((await readCampaign(author, campaignId)).sentBack).toBeNull();
  });

  it("a change of what runs is reviewed while the version before goes on", async () => {
    const author = actor("marketer");
    const campaignId = await draftBy(author);
    await submitForReview(author, campaignId);
    await launchCampaign(actor("owner"), campaignId);
    const { version, savedAt } = await readCampaign(author, campaignId);
    await saveDraft(author, campaignId, { version, savedAt, definition: fixed({ name: "More" }) });
    expect(await submitForReview(author, campaignId)).toEqual({ state: "active", version: 2 });
    const inReview = await listCampaigns(author, { state: "in_review", limit: 10 });
    expect(inReview.items.map((item) => item.campaignId)).toContain(campaignId);
    expect((await sendBack(author, campaignId, {})).state).toBe("active");
    const after = await listCampaigns(author, { state: "in_review", limit: 10 });
    expect(after.items.map((item) => item.campaignId)).not.toContain(campaignId);
  });

  it("what cannot run is not submitted", async () => {
    const author = actor("marketer");
    const { campaignId } = await createCampaign(author, { definition: fixed({ effects: [] }) });
    await expect(submitForReview(author, campaignId)).rejects.toMatchObject({
      fields: [{ pointer: "/definition/effects" }],
    });
  });
});

it("a campaign that is over is what ran last, whatever was still to come", async () => {
  const program = await makeProgram();
  const { ctx } = program;
  const { campaignId } = await createCampaign(ctx, { definition: fixed() });
  await launchCampaign(ctx, campaignId);
  const { version, savedAt } = await readCampaign(ctx, campaignId);
  await setCampaignApproval(ctx, true);
  await saveDraft(ctx, campaignId, { version, savedAt, definition: fixed({ name: "More" }) });
  await submitForReview(ctx, campaignId);
  expect(await readCampaign(ctx, campaignId)).toMatchObject({ version: 2, isInReview: true });
  await endCampaign(ctx, campaignId);
  expect(await readCampaign(ctx, campaignId)).toMatchObject({
    version: 1,
    definition: { name: "Summer bonus" },
    hasDraft: true,
    isInReview: false,
    review: null,
  });
  const copy = await duplicateCampaign(ctx, campaignId);
  expect((await readCampaign(ctx, copy.campaignId)).name).toBe("Copy of Summer bonus");
  expect(await deleteDraft(ctx, campaignId)).toEqual({ isCampaignGone: false });
  expect((await readCampaign(ctx, campaignId)).hasDraft).toBe(false);
});

it("archived campaigns are out of the way, and can be brought back", async () => {
  const program = await makeProgram();
  const { ctx } = program;
  const { campaignId } = await createCampaign(ctx, { definition: fixed() });
  await launchCampaign(ctx, campaignId);
  await expect(archiveCampaign(ctx, campaignId)).rejects.toMatchObject({ code: "campaign_state" });
  await endCampaign(ctx, campaignId);
  expect(await archiveCampaign(ctx, campaignId)).toEqual({ state: "archived" });
  const ids = async (state?: "archived") =>
    (await listCampaigns(ctx, { state, limit: 10 })).items.map((item) => item.campaignId);
  expect(await ids()).toEqual([]);
  expect(await ids("archived")).toEqual([campaignId]);
  await expect(launchCampaign(ctx, campaignId)).rejects.toMatchObject({ code: "campaign_state" });
  await unarchiveCampaign(ctx, campaignId);
  expect(await ids()).toEqual([campaignId]);
  expect((await messagesOf(program)).slice(-2)).toEqual(["campaign.archived", "campaign.unarchived"]);
});

it("campaigns go by keys of their own, made from their names", async () => {
  const { ctx } = await makeProgram();
  const keys = await Promise.all(
    [1, 2, 3].map(async () => {
      const { campaignId } = await createCampaign(ctx, { definition: fixed({ name: "Café Monday" }) });
      return (await readCampaign(ctx, campaignId)).key;
    }),
  );
  expect(keys.sort()).toEqual(["cafe-monday", "cafe-monday-2", "cafe-monday-3"]);
});

it("a campaign without a name has a key that is no other program's either", async () => {
  const keys = await Promise.all(
    [await makeProgram(), await makeProgram()].map(async ({ ctx }) => {
      const { campaignId } = await createCampaign(ctx, { definition: BLANK_CAMPAIGN });
      return (await readCampaign(ctx, campaignId)).key;
    }),
  );
  expect(keys).toEqual([
    expect.stringMatching(/^campaign-[0-9a-f]{10}$/),
    expect.stringMatching(/^campaign-[0-9a-f]{10}$/),
  ]);
  expect(new Set(keys).size).toBe(2);
});
