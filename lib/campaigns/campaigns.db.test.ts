import { beforeAll, describe, expect, it } from "vitest";
import type { Role } from "@/lib/auth/actor";
import { Conflict, Forbidden, Invalid, NotFound } from "@/lib/core/errors";
import { db } from "@/lib/db";
import { acceptEvents } from "@/lib/events";
import { postSlice } from "@/lib/flows/post-events";
import { createPointType } from "@/lib/programs";
import { ctxFor, makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import {
  createCampaign,
  deleteDraft,
  duplicateCampaign,
  endCampaign,
  launchCampaign,
  listCampaigns,
  listRunningCampaigns,
  listVersions,
  pauseCampaign,
  readCampaign,
  restoreVersion,
  resumeCampaign,
  saveDraft,
} from ".";
import type { CampaignDefinition } from "./schema";

let program: TestProgram;

beforeAll(async () => {
  program = await makeProgram();
});

function fixed(points: number, name = "Bonus"): CampaignDefinition {
  return {
    name,
    trigger: { event: "purchase" },
    audience: null,
    condition: null,
    effects: [{ kind: "fixed", points }],
    limits: [],
    schedule: {},
  };
}

async function draft(definition = fixed(5), { ctx } = program): Promise<string> {
  return (await createCampaign(ctx, { definition })).campaignId;
}

async function live(definition = fixed(5), owner = program): Promise<string> {
  const campaignId = await draft(definition, owner);
  await launchCampaign(owner.ctx, campaignId);
  return campaignId;
}

/** Saves on top of what is stored now. */
async function save(campaignId: string, definition: CampaignDefinition, { ctx } = program) {
  const { version, savedAt } = await readCampaign(ctx, campaignId);
  return saveDraft(ctx, campaignId, { version, savedAt, definition });
}

const inForce = async ({ ctx } = program) =>
  (await listRunningCampaigns(ctx)).map(({ campaignId, version }) => ({ campaignId, version }));

describe("drafts", () => {
  it("keeps unfinished work and says what is missing", async () => {
    const campaignId = await draft({ ...fixed(5), name: "", effects: [] });
    const { problems } = await save(campaignId, {
      ...fixed(0),
      limits: [{ per: "member", points: 0, window: "day" }],
    });
    expect(problems.map(({ pointer }) => pointer)).toEqual(["/effects/0/points", "/limits/0/points"]);
    await expect(launchCampaign(program.ctx, campaignId)).rejects.toMatchObject({
      code: "invalid",
      fields: [{ pointer: "/definition/effects/0/points" }, { pointer: "/definition/limits/0/points" }],
    });
    expect((await readCampaign(program.ctx, campaignId)).state).toBe("draft");
  });

  it("refuses what is not shaped like a campaign", async () => {
    for (const definition of [
      { name: "No effects" },
      { ...fixed(5), effects: [{ kind: "gift" }] },
      { ...fixed(5), effects: "many" },
      { ...fixed(5), surprise: true },
      { ...fixed(5), condition: { kind: "all", conditions: [{ kind: "moon" }] } },
    ]) {
      await expect(
        createCampaign(program.ctx, { definition: definition as CampaignDefinition }),
      ).rejects.toThrow(Invalid);
    }
  });

  it("lets the first of two people save and tells the second", async () => {
    const campaignId = await draft();
    const { version, savedAt } = await readCampaign(program.ctx, campaignId);
    const first = await saveDraft(program.ctx, campaignId, { version, savedAt, definition: fixed(6) });
    const second = saveDraft(program.ctx, campaignId, { version, savedAt, definition: fixed(7) });
    await expect(second).rejects.toMatchObject({ code: "campaign_changed" });
    await saveDraft(program.ctx, campaignId, { ...first, definition: fixed(8) });
    expect((await readCampaign(program.ctx, campaignId)).definition.effects).toEqual([
      { kind: "fixed", points: 8 },
    ]);
  });

  it("goes back to what an earlier version said, without touching what runs", async () => {
    const campaignId = await live(fixed(5));
    await save(campaignId, fixed(6));
    await launchCampaign(program.ctx, campaignId);
    const running = await inForce();
    const launched = await readCampaign(program.ctx, campaignId);
    const first = await restoreVersion(program.ctx, campaignId, { restore: 1, seen: launched });
    expect(first).toMatchObject({ version: 3, problems: [] });
    const draft = await readCampaign(program.ctx, campaignId);
    expect(draft).toMatchObject({ version: 3, liveVersion: 2, definition: fixed(5) });
    expect(await inForce()).toEqual(running);

    const late = restoreVersion(program.ctx, campaignId, { restore: 2, seen: launched });
    await expect(late).rejects.toMatchObject({ code: "campaign_changed" });
    await restoreVersion(program.ctx, campaignId, { restore: 2, seen: draft });
    expect((await readCampaign(program.ctx, campaignId)).definition).toEqual(fixed(6));
    await expect(
      restoreVersion(program.ctx, campaignId, {
        restore: 9,
        seen: await readCampaign(program.ctx, campaignId),
      }),
    ).rejects.toThrow(NotFound);
    await endCampaign(program.ctx, campaignId);
    await expect(
      restoreVersion(program.ctx, campaignId, {
        restore: 1,
        seen: await readCampaign(program.ctx, campaignId),
      }),
    ).rejects.toMatchObject({ code: "campaign_state" });
  });

  it("throws a draft away, or only the changes since the launch", async () => {
    const never = await draft();
    expect(await deleteDraft(program.ctx, never)).toEqual({ isCampaignGone: true });
    await expect(readCampaign(program.ctx, never)).rejects.toThrow(NotFound);
    const launched = await live(fixed(5));
    await expect(deleteDraft(program.ctx, launched)).rejects.toMatchObject({ code: "nothing_to_delete" });
    await save(launched, fixed(9));
    expect(await deleteDraft(program.ctx, launched)).toEqual({ isCampaignGone: false });
    expect(await readCampaign(program.ctx, launched)).toMatchObject({ version: 1, hasDraft: false });
  });

  it("copies a campaign into a draft of its own", async () => {
    const original = await live(fixed(5, "Weekend"));
    const copy = await duplicateCampaign(program.ctx, original);
    expect(await readCampaign(program.ctx, copy.campaignId)).toMatchObject({
      name: "Copy of Weekend",
      state: "draft",
      liveVersion: null,
      definition: { effects: [{ kind: "fixed", points: 5 }] },
    });
  });
});

describe("what runs", () => {
  it("freezes what is launched and edits the next version beside it", async () => {
    const campaignId = await live(fixed(5, "Old name"));
    const saved = await save(campaignId, fixed(50, "New name"));
    expect(saved.version).toBe(2);
    expect(await readCampaign(program.ctx, campaignId)).toMatchObject({
      name: "Old name",
      version: 2,
      liveVersion: 1,
      hasDraft: true,
      definition: { effects: [{ points: 50 }] },
      liveDefinition: { effects: [{ points: 5 }] },
    });
    expect(await inForce()).toContainEqual({ campaignId, version: 1 });
    await launchCampaign(program.ctx, campaignId);
    expect(await inForce()).toContainEqual({ campaignId, version: 2 });
    expect((await readCampaign(program.ctx, campaignId)).name).toBe("New name");
    const versions = await listVersions(program.ctx, campaignId);
    expect(versions.map(({ version, isLive }) => [version, isLive])).toEqual([
      [2, true],
      [1, false],
    ]);
    const frozen = { programId: program.programId, campaignId, version: 1 };
    await expect(
      db().campaignVersion.update({
        where: { programId_campaignId_version: frozen },
        data: { definition: fixed(1_000) },
      }),
    ).rejects.toMatchObject({ code: "P2003" });
    await expect(
      db().campaignVersion.delete({ where: { programId_campaignId_version: frozen } }),
    ).rejects.toMatchObject({ code: "P2003" });
  });

  it("moves between active, paused and ended, and nowhere else", async () => {
    const { ctx } = program;
    const campaignId = await draft();
    for (const verb of [pauseCampaign, resumeCampaign, endCampaign]) {
      await expect(verb(ctx, campaignId)).rejects.toMatchObject({ code: "campaign_state" });
    }
    await launchCampaign(ctx, campaignId);
    await expect(launchCampaign(ctx, campaignId)).rejects.toMatchObject({ code: "nothing_to_launch" });
    await expect(resumeCampaign(ctx, campaignId)).rejects.toThrow(Conflict);
    expect(await pauseCampaign(ctx, campaignId)).toMatchObject({ state: "paused" });
    expect(await inForce()).not.toContainEqual({ campaignId, version: 1 });
    await expect(pauseCampaign(ctx, campaignId)).rejects.toThrow(Conflict);
    expect(await resumeCampaign(ctx, campaignId)).toMatchObject({ state: "active" });
    expect(await inForce()).toContainEqual({ campaignId, version: 1 });
    expect(await endCampaign(ctx, campaignId)).toMatchObject({ state: "ended" });
    for (const verb of [pauseCampaign, resumeCampaign, endCampaign, launchCampaign]) {
      await expect(verb(ctx, campaignId)).rejects.toMatchObject({ code: "campaign_state" });
    }
    await expect(save(campaignId, fixed(1))).rejects.toMatchObject({ code: "campaign_state" });
  });

  it("does not launch points that the program does not have", async () => {
    const owner = await makeProgram();
    const campaignId = await draft({ ...fixed(5), terms: { pointType: "status" } }, owner);
    await expect(launchCampaign(owner.ctx, campaignId)).rejects.toMatchObject({
      fields: [{ pointer: "/definition/terms/pointType", code: "unknown_point_type" }],
    });
    await createPointType(owner.ctx, { code: "status", name: "status points" });
    await launchCampaign(owner.ctx, campaignId);
    const { sentence } = await readCampaign(owner.ctx, campaignId);
    expect(sentence).toBe("Everyone gets 5 status points for a purchase.");
  });

  it("does not launch what its reader has not seen", async () => {
    const campaignId = await draft();
    const { version, savedAt } = await readCampaign(program.ctx, campaignId);
    await save(campaignId, fixed(500));
    const launch = launchCampaign(program.ctx, campaignId, { version, savedAt });
    await expect(launch).rejects.toMatchObject({ code: "campaign_changed" });
  });

  it("loses no campaign and leaves no gap when many are launched at once", async () => {
    const club = await makeProgram();
    const ids = await Promise.all(Array.from({ length: 12 }, (_, index) => draft(fixed(index + 1), club)));
    const launched = await Promise.all(ids.map((id) => launchCampaign(club.ctx, id)));
    const versions = launched.map(({ ruleSetVersion }) => ruleSetVersion).sort((a, b) => a - b);
    expect(versions).toEqual(ids.map((_, index) => index + 1));
    const { campaigns } = await db().ruleSet.findFirstOrThrow({
      where: { programId: club.programId },
      orderBy: { version: "desc" },
    });
    expect(campaigns).toEqual([...ids].sort().map((campaignId) => ({ campaignId, version: 1 })));
    const { ruleSetVersion } = await db().program.findUniqueOrThrow({ where: { programId: club.programId } });
    expect(ruleSetVersion).toBe(12);
  });

  it("records who changed what and says so to those who listen", async () => {
    const club = await makeProgram();
    const campaignId = await live(fixed(5), club);
    await pauseCampaign(club.ctx, campaignId);
    const where = { programId: club.programId };
    const audits = await db().audit.findMany({ where, orderBy: { auditId: "asc" } });
    expect(audits.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["campaign.created", "campaign.launched", "campaign.paused"]),
    );
    const messages = await db().outbox.findMany({ where, orderBy: { outboxId: "asc" } });
    expect(messages.map(({ topic, payload }) => [topic, payload])).toEqual([
      ["campaign.launched", { campaignId, version: 1, ruleSetVersion: 1 }],
      ["campaign.paused", { campaignId, version: 1, ruleSetVersion: 2 }],
    ]);
  });
});

describe("reading", () => {
  it("lists the newest first, in pages, by state and by name", async () => {
    const club = await makeProgram();
    const names = ["Base rate", "Weekend 50%", "Welcome"];
    for (const name of names) await draft(fixed(5, name), club);
    await live(fixed(5, "Live one"), club);
    const first = await listCampaigns(club.ctx, { limit: 3 });
    expect(first.items.map(({ name }) => name)).toEqual(["Live one", "Welcome", "Weekend 50%"]);
    const second = await listCampaigns(club.ctx, { limit: 3, cursor: first.nextCursor ?? "" });
    expect(second).toMatchObject({ items: [{ name: "Base rate" }], nextCursor: null });
    const found = async (q: string) =>
      (await listCampaigns(club.ctx, { q, limit: 10 })).items.map(({ name }) => name);
    expect(await found("50%")).toEqual(["Weekend 50%"]);
    expect(await found("WEL")).toEqual(["Welcome"]);
    expect(await found("%")).toEqual(["Weekend 50%"]);
    const active = await listCampaigns(club.ctx, { state: "active", limit: 10 });
    expect(active.items).toMatchObject([
      { name: "Live one", sentence: "Everyone gets 5 points for a purchase." },
    ]);
    await expect(listCampaigns(club.ctx, { cursor: "nonsense", limit: 3 })).rejects.toThrow(Invalid);
  });

  it("counts the points that a campaign gave, less what was returned", async () => {
    const club = await makeProgram();
    const campaignId = await live(fixed(5), club);
    const member = await makeMember(club.ctx);
    const common = { member: { cardNumber: member.cardNumber }, occurredAt: "2026-11-20T10:00:00Z" };
    const purchase = (id: string) => ({
      ...common,
      type: "purchase" as const,
      id,
      currency: "EUR",
      amountMinor: 1_000,
    });
    await acceptEvents(club.ctx, [purchase("p-1"), purchase("p-2")]);
    while (await postSlice({ programId: club.programId }));
    expect(await readCampaign(club.ctx, campaignId)).toMatchObject({ points: 10, awards: 2 });
    await acceptEvents(club.ctx, [{ ...common, type: "return" as const, id: "r-1", purchaseId: "p-1" }]);
    while (await postSlice({ programId: club.programId }));
    expect(await readCampaign(club.ctx, campaignId)).toMatchObject({ points: 5, awards: 2 });
  });

  it("does not know another program's campaign", async () => {
    const other = await makeProgram();
    const foreign = await live(fixed(5), other);
    const { ctx } = program;
    const { savedAt } = await readCampaign(other.ctx, foreign);
    for (const attempt of [
      () => readCampaign(ctx, foreign),
      () => listVersions(ctx, foreign),
      () => saveDraft(ctx, foreign, { version: 1, savedAt, definition: fixed(6) }),
      () => launchCampaign(ctx, foreign),
      () => pauseCampaign(ctx, foreign),
      () => resumeCampaign(ctx, foreign),
      () => endCampaign(ctx, foreign),
      () => duplicateCampaign(ctx, foreign),
      () => deleteDraft(ctx, foreign),
    ]) {
      await expect(attempt()).rejects.toThrow(NotFound);
    }
    expect(await readCampaign(other.ctx, foreign)).toMatchObject({ state: "active", version: 1 });
  });
});

describe("permissions", () => {
  const may: Record<Role, { read: boolean; write: boolean; launch: boolean }> = {
    owner: { read: true, write: true, launch: true },
    admin: { read: true, write: true, launch: true },
    marketer: { read: true, write: true, launch: true },
    analyst: { read: true, write: false, launch: false },
    support: { read: true, write: false, launch: false },
    cashier: { read: false, write: false, launch: false },
  };

  it.each(Object.entries(may))("lets %s do what the role says", async (role, { read, write, launch }) => {
    const campaignId = await draft();
    const ctx = ctxFor(program, { role: role as Role });
    const check = async (allowed: boolean, attempts: (() => Promise<unknown>)[]) => {
      for (const attempt of attempts) {
        if (allowed) await attempt();
        else await expect(attempt()).rejects.toThrow(Forbidden);
      }
    };
    await check(read, [
      () => listCampaigns(ctx, { limit: 1 }),
      () => readCampaign(ctx, campaignId),
      () => listVersions(ctx, campaignId),
      () => listRunningCampaigns(ctx),
    ]);
    const { version, savedAt } = await readCampaign(program.ctx, campaignId);
    await check(write, [
      () => createCampaign(ctx, { definition: fixed(1) }),
      () => saveDraft(ctx, campaignId, { version, savedAt, definition: fixed(2) }),
      () => duplicateCampaign(ctx, campaignId),
    ]);
    await check(launch, [
      () => launchCampaign(ctx, campaignId),
      () => pauseCampaign(ctx, campaignId),
      () => resumeCampaign(ctx, campaignId),
      () => endCampaign(ctx, campaignId),
    ]);
    const unlaunched = await draft();
    await check(write, [() => deleteDraft(ctx, unlaunched)]);
  });
});
