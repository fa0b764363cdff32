import { afterAll, describe, expect, it } from "vitest";
import { createGroup } from "@/lib/campaign-groups";
import {
  createCampaign,
  endCampaign,
  launchCampaign,
  listCampaigns,
  pauseCampaign,
  readCampaign,
  saveDraft,
} from "@/lib/campaigns";
import type { CampaignDefinitionInput } from "@/lib/campaigns/schema";
import { present } from "@/lib/core/assert";
import { db } from "@/lib/db";
import { type ProgramDocument, printDocument } from "@/lib/program-code";
import {
  createPointType,
  readProgram,
  setBrand,
  setCampaignApproval,
  setLedgerPolicy,
  updatePointType,
} from "@/lib/programs";
import { readReferralPolicy, setReferralPolicy } from "@/lib/referrals";
import { createCategory, orderCategories } from "@/lib/rewards";
import { createSegment } from "@/lib/segments";
import { createSponsor } from "@/lib/sponsors";
import { ctxFor, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { createTier } from "@/lib/tiers";
import { applyProgram, copyProgram, exportProgram, planCopy, planProgram } from ".";
import { keepFilesApart, stockCatalogue } from "./testing";

afterAll(keepFilesApart());

const rules = (name: string, own: Partial<CampaignDefinitionInput> = {}): CampaignDefinitionInput => ({
  name,
  trigger: { event: "purchase" },
  effects: [{ kind: "fixed", points: 10 }],
  ...own,
});

async function campaign(
  { ctx }: TestProgram,
  definition: CampaignDefinitionInput,
  isLaunched = true,
): Promise<string> {
  const { campaignId } = await createCampaign(ctx, { definition });
  if (isLaunched) await launchCampaign(ctx, campaignId);
  return campaignId;
}

/** A program with something of everything that a document holds. */
async function makeRichProgram(organizationId?: string): Promise<TestProgram> {
  const program = await makeProgram({ sandbox: true, ...(organizationId && { organizationId }) });
  const { ctx } = program;
  await createPointType(ctx, {
    code: "stars",
    name: "stars",
    expiry: { kind: "calendar", period: "year", keep: 1 },
  });
  await updatePointType(ctx, "points", { name: "beans", valuePerThousandMinor: 800 });
  await setLedgerPolicy(ctx, { transfers: { enabled: true, largest: 700 } });
  for (const code of ["silver", "gold"]) await createTier(ctx, { code, name: code });
  await createSegment(ctx, { code: "vip", name: "VIP", description: "By hand" });
  await createGroup(ctx, { code: "offers", name: "Offers", policy: "best_for_member" });
  await createGroup(ctx, { code: "base", name: "Base", policy: "all" });
  await createSponsor(ctx, { code: "oats", name: "Nordic Oats" });
  await createCategory(ctx, { code: "coffee", name: "Coffee", names: { de: "Kaffee" } });
  await createCategory(ctx, { code: "cake", name: "Cake" });
  await orderCategories(ctx, { codes: ["cake", "coffee"] });
  await stockCatalogue(ctx);
  await setBrand(ctx, {
    name: program.name,
    hue: 210,
    tagline: "Slow mornings",
    logo: null,
    cardImage: null,
    cardPattern: "waves",
  });
  await setReferralPolicy(ctx, { ...(await readReferralPolicy(ctx)), enabled: true, referrerPoints: 70 });
  await campaign(
    program,
    rules("Golden oats", {
      audience: { match: "all", tests: [{ attribute: "tier", test: { op: "is", value: "gold" } }] },
      limits: [{ per: "campaign", costMinor: 50_000, window: "month" }],
      stacking: { group: "offers", priority: 5, exclusive: true },
      funding: { sponsor: "oats", percent: 40 },
      texts: { de: { title: "Goldhafer" }, hi: { title: "सुनहरा ओट", description: "सिर्फ़ आपके लिए।" } },
    }),
  );
  await pauseCampaign(ctx, await campaign(program, rules("Stars", { terms: { pointType: "stars" } })));
  await campaign(program, rules("Next year", { schedule: { startsAt: "2099-01-01T00:00:00Z" } }));
  await campaign(program, rules("Half done", { effects: [] }), false);
  const changed = await campaign(program, rules("Changed since"));
  const { version, savedAt } = await readCampaign(ctx, changed);
  await saveDraft(ctx, changed, {
    version,
    savedAt,
    definition: rules("Changed since", { limits: [], effects: [{ kind: "fixed", points: 11 }] }),
  });
  await endCampaign(ctx, await campaign(program, rules("Long over")));
  return program;
}

async function summaryOf({ ctx }: TestProgram) {
  const { items } = await listCampaigns(ctx, { limit: 50 });
  return Object.fromEntries(
    items.map(({ key, state, hasDraft }) => [key, `${state}${hasDraft ? " +" : ""}`]),
  );
}

function withoutPictures(document: ProgramDocument): ProgramDocument {
  return { ...document, rewards: document.rewards?.map((reward) => ({ ...reward, image: null })) };
}

describe("a program as a document", () => {
  it("applied to an empty program gives a program that is the same as a document", async () => {
    const [source, target] = [await makeRichProgram(), await makeProgram()];
    const exported = await exportProgram(source.ctx);
    expect(printDocument(exported)).not.toMatch(
      /organization|memberId|programId|campaignId|partnerId|secret/,
    );
    // Another company's program has the pictures only where they are uploaded.
    const document = withoutPictures(exported);
    const text = printDocument(document);
    const plan = await planProgram(target.ctx, JSON.parse(text));
    expect(plan.changes.filter(({ action }) => action === "add").map(({ code }) => code)).toEqual([
      "stars",
      "vip",
      "silver",
      "gold",
      "offers",
      "base",
      "oats",
      "cake",
      "coffee",
      "alpine-roasters",
      "cinema-codes",
      "mug",
      "cinema-ticket",
      "changed-since",
      "golden-oats",
      "half-done",
      "next-year",
      "stars",
    ]);
    expect(await applyProgram(target.ctx, JSON.parse(text))).toEqual(plan);
    expect(printDocument(await exportProgram(target.ctx))).toBe(text);
    expect(await planProgram(target.ctx, document)).toEqual({ changes: [], kept: [] });
    expect(await summaryOf(target)).toEqual({
      "changed-since": "active +",
      "golden-oats": "active",
      "half-done": "draft +",
      "next-year": "scheduled",
      stars: "paused",
    });
    // Once more does nothing, and leaves no trace.
    const audits = () => db().audit.count({ where: { programId: target.programId } });
    const before = await audits();
    expect((await applyProgram(target.ctx, document)).changes).toEqual([]);
    expect(await audits()).toBe(before);
  }, 60_000);

  it("says field by field and in words what it would change", async () => {
    const program = await makeRichProgram();
    const document = await exportProgram(program.ctx);
    const [changedSince, golden] = document.campaigns;
    if (!changedSince || !golden) throw new Error("the campaigns are in order of their keys");
    const next = {
      ...document,
      settings: { ...document.settings, campaignApproval: true },
      tiers: [...document.tiers].reverse(),
      groups: document.groups.filter(({ code }) => code !== "base"),
      campaigns: [
        {
          ...golden,
          state: "paused",
          definition: { ...golden.definition, effects: [{ kind: "fixed", points: 12 }] },
        },
        { key: "new-one", state: "active", definition: rules("New one") },
      ],
    };
    const { changes } = await planProgram(program.ctx, next);
    expect(changes.map(({ words }) => words)).toEqual([
      "Change the settings: campaignApproval: no becomes yes.",
      "Remove the group “base”.",
      "Put the tiers in this order: gold, silver.",
      "Change the campaign “golden-oats”: state: “active” becomes “paused”; definition effects 1 points: 10 becomes 12.",
      "Add the campaign “new-one”.",
      "End the campaign “changed-since”, or delete its draft.",
      "End the campaign “half-done”, or delete its draft.",
      "End the campaign “next-year”, or delete its draft.",
      "End the campaign “stars”, or delete its draft.",
    ]);
    await applyProgram(program.ctx, next);
    expect(await planProgram(program.ctx, next)).toEqual({ changes: [], kept: [] });
    expect(await summaryOf(program)).toMatchObject({
      "golden-oats": "paused",
      "new-one": "active",
      "changed-since": "ended +",
      stars: "ended",
    });
    expect((await readProgram(program.programId)).campaignApproval).toBe(true);
  }, 60_000);

  it("is applied as a whole or not at all", async () => {
    const program = await makeProgram();
    const document = await exportProgram(program.ctx);
    const broken = {
      ...document,
      tiers: [{ code: "gold", name: "Gold" }],
      campaigns: [{ key: "a", state: "active", definition: { ...rules("A"), effects: [] } }],
    };
    await expect(applyProgram(program.ctx, broken)).rejects.toMatchObject({ code: "invalid" });
    expect(await exportProgram(program.ctx)).toEqual(document);
    await expect(planProgram(program.ctx, { ...document, tessera: 2 })).rejects.toMatchObject({
      fields: [{ pointer: "/tessera" }],
    });
  });

  it("does not launch past a second person: it asks for a review", async () => {
    const program = await makeProgram();
    await setCampaignApproval(program.ctx, true);
    const document = await exportProgram(program.ctx);
    const wanted = { ...document, campaigns: [{ key: "a", state: "active", definition: rules("A") }] };
    const owner = ctxFor(program, { role: "owner" });
    await applyProgram(owner, wanted);
    expect(await summaryOf(program)).toEqual({ a: "in_review +" });
    // Without the rule nobody is asked; it goes last, so that a document cannot launch by lifting it.
    const lifted = { ...wanted, settings: { ...wanted.settings, campaignApproval: false } };
    await applyProgram(owner, lifted);
    expect(await summaryOf(program)).toEqual({ a: "in_review +" });
    await applyProgram(owner, lifted);
    expect(await summaryOf(program)).toEqual({ a: "active" });
  });

  it("does not bring back what is over", async () => {
    const program = await makeProgram();
    const campaignId = await campaign(program, rules("A"));
    const document = await exportProgram(program.ctx);
    await endCampaign(program.ctx, campaignId);
    await expect(applyProgram(program.ctx, document)).rejects.toMatchObject({ code: "campaign_over" });
  });

  it("keeps points and segments that the document does not have, and says so", async () => {
    const program = await makeRichProgram();
    const document = await exportProgram(program.ctx);
    const fewer = {
      ...document,
      pointTypes: document.pointTypes.filter(({ code }) => code === "points"),
      segments: [],
      campaigns: document.campaigns.filter(({ key }) => key !== "stars"),
    };
    const { changes, kept } = await planProgram(program.ctx, fewer);
    expect(changes.map(({ code }) => code)).toEqual(["stars"]);
    expect(kept).toHaveLength(2);
  }, 60_000);
});

describe("from a sandbox to production", () => {
  it("goes in one step, to programs of the same company only", async () => {
    const production = await makeProgram();
    const sandbox = await makeRichProgram(production.organizationId);
    const stranger = await makeProgram();
    const owner = ctxFor(sandbox, { role: "owner" });
    expect((await planCopy(owner, production.slug)).changes.length).toBeGreaterThan(8);
    await copyProgram(owner, production.slug);
    expect(await exportProgram(production.ctx)).toEqual(await exportProgram(sandbox.ctx));
    expect((await planCopy(owner, production.slug)).changes).toEqual([]);
    await expect(copyProgram(owner, stranger.slug)).rejects.toMatchObject({ code: "not_found" });
    await expect(copyProgram(ctxFor(sandbox, { role: "marketer" }), production.slug)).rejects.toMatchObject({
      code: "forbidden",
    });
  }, 60_000);

  it("changes looks, referrals and categories each by itself, and leaves what it does not speak of", async () => {
    const program = await makeRichProgram();
    const { ctx, name } = program;
    const document = await exportProgram(ctx);
    const { brand, referrals, ...older } = document.settings;
    const { categories, ...rest } = document;
    expect(await planProgram(ctx, { ...rest, settings: older })).toEqual({ changes: [], kept: [] });

    const [cake, coffee] = present(categories, "the export speaks of categories");
    const wanted = {
      ...document,
      settings: {
        ...document.settings,
        brand: { ...brand, hue: 120 },
        referrals: { ...referrals, monthlyLimit: 3 },
      },
      categories: [
        { ...coffee, name: "Coffees" },
        { code: "tea", name: "Tea", names: {} },
      ],
    };
    const { changes } = await applyProgram(ctx, wanted);
    expect(changes.map(({ words }) => words)).toEqual([
      "Change the settings: brand hue: 210 becomes 120; referrals monthlyLimit: 10 becomes 3.",
      "Change the reward category “coffee”: name: “Coffee” becomes “Coffees”.",
      "Add the reward category “tea”.",
      `Remove the reward category “${cake?.code}”.`,
    ]);
    expect(await planProgram(ctx, wanted)).toEqual({ changes: [], kept: [] });
    expect(await readProgram(program.programId)).toMatchObject({
      name,
      brandHue: 120,
      brand: { tagline: "Slow mornings", cardPattern: "waves" },
    });
    const audits = await db().audit.findMany({
      where: { programId: program.programId, action: { in: ["brand.changed", "ledger_policy.changed"] } },
    });
    // The rich program's own, and this one: what stays is not set anew.
    expect(audits.filter(({ action }) => action === "brand.changed")).toHaveLength(2);
  });
});
