import { expect, test } from "vitest";
import { useVoucher } from "@/lib/benefits";
import { isHeldOut } from "@/lib/campaigns";
import type { CampaignDefinitionInput } from "@/lib/campaigns/schema";
import { fixedClock } from "@/lib/core/clock";
import { db } from "@/lib/db";
import { acceptEvents } from "@/lib/events";
import { postSlice } from "@/lib/flows/post-events";
import { createMembers, updateMember } from "@/lib/members";
import { addToSegment, createSegment } from "@/lib/segments";
import { createSponsor } from "@/lib/sponsors";
import { ctxFor, makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { putInForce } from "@/lib/testing/rules";
import { createTier } from "@/lib/tiers";
import { spendPoints } from "@/lib/wallet";
import { listCampaignAwards } from "./list-campaign-awards";
import { readCampaignReport } from "./read-campaign-report";

const clock = fixedClock(new Date("2026-11-20T12:00:00Z"));

const POINT_A_EURO: CampaignDefinitionInput = {
  name: "Base rate",
  trigger: { event: "purchase" },
  effects: [{ kind: "per_amount", points: 1, perMinor: 100 }],
};

async function makeClub(
  definition: CampaignDefinitionInput,
): Promise<{ program: TestProgram; campaignId: string }> {
  const program = await makeProgram({ lanes: 2 }, clock);
  const launched = new Date("2026-11-10T09:00:00Z");
  const [campaignId = ""] = await putInForce(program.programId, [definition], launched);
  return { program, campaignId };
}

type Shopper = { cardNumber: string };

function purchase({ cardNumber }: Shopper, id: string, euros: number, at: string, store?: string) {
  const amountMinor = euros * 100;
  return {
    type: "purchase",
    id,
    member: { cardNumber },
    occurredAt: at,
    currency: "EUR",
    lines: [{ amountMinor, quantity: 2 }],
    ...(store && { store }),
  };
}

async function post({ ctx, programId }: TestProgram, events: unknown[]): Promise<void> {
  const { rejected } = await acceptEvents(ctx, events);
  expect(rejected).toBe(0);
  while ((await postSlice({ programId, clock })) !== null);
}

test("adds up what a campaign gave, took back and what of it was spent, by day and by store", async () => {
  const { program, campaignId } = await makeClub(POINT_A_EURO);
  const [amira, jonas] = [await makeMember(program.ctx), await makeMember(program.ctx, { name: "Jonas" })];
  await post(program, [
    // 00:30 on the 12th in Berlin.
    purchase(amira, "p1", 100, "2026-11-11T23:30:00Z", "Mitte"),
    purchase(amira, "p2", 40, "2026-11-12T10:00:00Z", "Kreuzberg"),
    purchase(jonas, "p3", 60, "2026-11-13T10:00:00Z", "Mitte"),
    purchase(jonas, "p4", 7, "2026-11-13T11:00:00Z"),
    {
      type: "return",
      id: "r1",
      member: { cardNumber: amira.cardNumber },
      occurredAt: "2026-11-14T10:00:00Z",
      purchaseId: "p1",
      lines: [{ line: 0, quantity: 1 }],
    },
  ]);
  await spendPoints(program.ctx, jonas.memberId, { points: 20, reason: "A mug" });
  const report = await readCampaignReport(ctxFor(program, { role: "analyst", clock }), campaignId);

  expect(report).toMatchObject({ from: "2026-11-10", to: "2026-11-20", asOf: "2026-11-20T12:00:00.000Z" });
  expect(report.totals).toEqual({
    issued: 207,
    takenBack: 50,
    benefits: 0,
    awards: 4,
    members: 2,
    costMinor: 157,
    redeemed: 20,
  });
  expect(report.days).toHaveLength(11);
  expect(report.days[0]).toMatchObject({ day: "2026-11-10", issued: 0, awards: 0 });
  const busy = report.days.filter(({ issued, takenBack }) => issued + takenBack > 0);
  expect(busy.map(({ day, issued, takenBack }) => [day, issued, takenBack])).toEqual([
    ["2026-11-12", 140, 0],
    ["2026-11-13", 67, 0],
    ["2026-11-14", 0, 50],
  ]);
  expect(
    report.stores.map(({ store, issued, takenBack, members }) => [store, issued, takenBack, members]),
  ).toEqual([
    // What came back counts where it had been bought.
    ["Mitte", 160, 50, 2],
    ["Kreuzberg", 40, 0, 1],
    [null, 7, 0, 1],
  ]);
  const twoDays = await readCampaignReport(ctxFor(program, { role: "analyst", clock }), campaignId, {
    from: "2026-11-13",
    to: "2026-11-14",
  });
  expect(twoDays.totals).toMatchObject({ issued: 67, takenBack: 50, members: 1 });
});

test("counts vouchers as given, and their cost when they are used, with the sponsor's share", async () => {
  const { program, campaignId } = await makeClub({
    ...POINT_A_EURO,
    effects: [
      { kind: "fixed", points: 100 },
      { kind: "voucher", name: "Free coffee", costMinor: 90 },
    ],
    funding: { sponsor: "plantly", percent: 50 },
  });
  const owner = ctxFor(program, { role: "owner", clock });
  await createSponsor(owner, { code: "plantly", name: "Plantly" });
  const [amira, jonas] = [await makeMember(program.ctx), await makeMember(program.ctx)];
  await post(program, [
    purchase(amira, "p1", 10, "2026-11-12T10:00:00Z"),
    purchase(amira, "p2", 10, "2026-11-12T11:00:00Z"),
    purchase(jonas, "p3", 10, "2026-11-13T10:00:00Z"),
    {
      type: "return",
      id: "r1",
      member: { cardNumber: jonas.cardNumber },
      occurredAt: "2026-11-14T10:00:00Z",
      purchaseId: "p3",
    },
  ]);
  const where = { programId: program.programId, memberId: amira.memberId };
  const { code } = await db().voucher.findFirstOrThrow({ where, select: { code: true } });
  await useVoucher(owner, code);
  const report = await readCampaignReport(ctxFor(program, { role: "analyst", clock }), campaignId);
  expect(report.benefits).toEqual([
    { kind: "voucher", what: "Free coffee", given: 3, members: 2, withdrawn: 1, used: 1, costMinor: 90 },
  ]);
  // 200 points that stayed cost 2.00, the coffee 0.90; half of it is the sponsor's.
  expect(report.totals).toMatchObject({ issued: 300, takenBack: 100, costMinor: 290 });
  expect(report.funding).toEqual({ sponsor: "plantly", name: "Plantly", percent: 50, costMinor: 145 });
});

test("counts whom a campaign reached that gives no points, by day, store, tier and segment", async () => {
  const { program, campaignId } = await makeClub({
    ...POINT_A_EURO,
    effects: [
      { kind: "voucher", name: "Free coffee", costMinor: 90 },
      { kind: "badge", badge: "Early bird" },
    ],
  });
  const owner = ctxFor(program, { role: "owner", clock });
  await createTier(owner, { code: "gold", name: "Gold" });
  await createSegment(owner, { code: "regulars", name: "Regulars" });
  const amira = await makeMember(program.ctx, { name: "Amira" });
  const jonas = await makeMember(program.ctx, { name: "Jonas" });
  await updateMember(owner, amira.memberId, { tier: "gold" });
  await addToSegment(owner, "regulars", { members: [amira.cardNumber] });
  await post(program, [
    // 00:30 on the 12th in Berlin.
    purchase(amira, "p1", 10, "2026-11-11T23:30:00Z", "Mitte"),
    purchase(amira, "p2", 10, "2026-11-12T11:00:00Z", "Mitte"),
    purchase(jonas, "p3", 10, "2026-11-13T10:00:00Z"),
    {
      type: "return",
      id: "r1",
      member: { cardNumber: jonas.cardNumber },
      occurredAt: "2026-11-14T10:00:00Z",
      purchaseId: "p3",
    },
  ]);
  const where = { programId: program.programId, memberId: amira.memberId };
  const { code } = await db().voucher.findFirstOrThrow({ where, orderBy: { voucherId: "asc" } });
  await useVoucher(owner, code);
  const ctx = ctxFor(program, { role: "analyst", clock });
  const report = await readCampaignReport(ctx, campaignId);

  const none = { issued: 0, takenBack: 0 };
  expect(report.totals).toMatchObject({ ...none, benefits: 6, awards: 3, members: 2, costMinor: 90 });
  expect(report.days.filter(({ awards }) => awards > 0)).toEqual([
    { day: "2026-11-12", ...none, benefits: 4, awards: 2, members: 1, costMinor: 90 },
    { day: "2026-11-13", ...none, benefits: 2, awards: 1, members: 1, costMinor: 0 },
  ]);
  expect(report.stores.map(({ store, awards, costMinor }) => [store, awards, costMinor])).toEqual([
    ["Mitte", 2, 90],
    [null, 1, 0],
  ]);
  expect(report.tiers.map(({ name, awards, members }) => [name, awards, members])).toEqual([
    ["Gold", 2, 1],
    [null, 1, 1],
  ]);
  expect(report.segments.map(({ name, awards, members }) => [name, awards, members])).toEqual([
    ["Regulars", 2, 1],
  ]);

  const first = await listCampaignAwards(ctx, campaignId, { limit: 2 });
  expect(first.items.map(({ memberName, issued, benefits }) => [memberName, issued, benefits])).toEqual([
    [
      "Jonas",
      0,
      [
        { kind: "voucher", what: "Free coffee", isWithdrawn: true, isUsed: false },
        { kind: "badge", what: "Early bird", isWithdrawn: true, isUsed: false },
      ],
    ],
    [
      "Amira",
      0,
      [
        { kind: "voucher", what: "Free coffee", isWithdrawn: false, isUsed: false },
        { kind: "badge", what: "Early bird", isWithdrawn: false, isUsed: false },
      ],
    ],
  ]);
  const second = await listCampaignAwards(ctx, campaignId, { limit: 2, cursor: first.nextCursor ?? "" });
  expect(second).toMatchObject({ items: [{ store: "Mitte" }], nextCursor: null });
  const inMitte = await listCampaignAwards(ctx, campaignId, { limit: 5, store: "Mitte" });
  expect(inMitte.items).toHaveLength(2);
});

test("says what the budgets have left, and which tiers and segments it reached", async () => {
  const { program, campaignId } = await makeClub({
    ...POINT_A_EURO,
    limits: [
      { per: "member", points: 450, window: "day" },
      { per: "campaign", points: 500, window: "month" },
      { per: "campaign", times: 10, window: "lifetime" },
    ],
  });
  const { ctx } = program;
  const owner = ctxFor(program, { role: "owner", clock });
  await createTier(owner, { code: "gold", name: "Gold" });
  await createSegment(owner, { code: "regulars", name: "Regulars" });
  await createSegment(owner, { code: "press", name: "Press" });
  const [amira, jonas] = [await makeMember(ctx), await makeMember(ctx)];
  await updateMember(owner, amira.memberId, { tier: "gold" });
  const both = { members: [amira.cardNumber, jonas.cardNumber] };
  await addToSegment(owner, "regulars", both);
  await addToSegment(owner, "press", { members: [amira.cardNumber] });
  await post(program, [
    purchase(amira, "p1", 100, "2026-11-12T10:00:00Z"),
    purchase(jonas, "p2", 30, "2026-11-12T10:00:00Z"),
  ]);
  // Members may be in different lanes: only what is posted later is sure to find the budget smaller.
  await post(program, [purchase(amira, "p3", 400, "2026-11-13T10:00:00Z")]);
  const report = await readCampaignReport(ctxFor(program, { role: "analyst", clock }), campaignId);
  expect(report.budgets).toEqual([
    { measure: "points", window: "month", amount: 500, used: 500 },
    { measure: "times", window: "lifetime", amount: 10, used: 3 },
  ]);
  expect(report.totals.issued).toBe(500);
  expect(report.tiers.map(({ name, issued, members }) => [name, issued, members])).toEqual([
    ["Gold", 470, 1],
    [null, 30, 1],
  ]);
  expect(report.segments.map(({ name, issued, members }) => [name, issued, members])).toEqual([
    ["Regulars", 500, 2],
    ["Press", 470, 1],
  ]);

  // What stands behind a row of the report is what it adds up.
  const behind = async (filter: Parameters<typeof listCampaignAwards>[2]) => {
    const { items } = await listCampaignAwards(
      ctxFor(program, { role: "analyst", clock }),
      campaignId,
      filter,
    );
    return [items.length, items.reduce((sum, { issued }) => sum + issued, 0)];
  };
  expect(await behind({ limit: 10, tier: "gold" })).toEqual([2, 470]);
  expect(await behind({ limit: 10, tier: null })).toEqual([1, 30]);
  expect(await behind({ limit: 10, segment: "regulars" })).toEqual([3, 500]);
  expect(await behind({ limit: 10, segment: "press", store: "Nowhere" })).toEqual([0, 0]);
});

test("lists the decisions behind a figure, one an event, page by page", async () => {
  const { program, campaignId } = await makeClub(POINT_A_EURO);
  const amira = await makeMember(program.ctx, { name: "Amira" });
  await post(program, [
    purchase(amira, "p1", 100, "2026-11-12T10:00:00Z", "Mitte"),
    purchase(amira, "p2", 40, "2026-11-12T11:00:00Z", "Kreuzberg"),
    purchase(amira, "p3", 60, "2026-11-13T10:00:00Z", "Mitte"),
    purchase(amira, "p4", 7, "2026-11-13T11:00:00Z"),
  ]);
  const ctx = ctxFor(program, { role: "analyst", clock });
  const list = async (request: Partial<Parameters<typeof listCampaignAwards>[2]>) =>
    listCampaignAwards(ctx, campaignId, { limit: 10, ...request });
  const first = await list({ limit: 3 });
  expect(first.items.map(({ issued, memberName }) => [issued, memberName])).toEqual([
    [7, "Amira"],
    [60, "Amira"],
    [40, "Amira"],
  ]);
  const second = await list({ limit: 3, cursor: first.nextCursor ?? "" });
  expect(second).toMatchObject({ items: [{ issued: 100, store: "Mitte" }], nextCursor: null });
  expect((await list({ store: "Mitte" })).items.map(({ issued }) => issued)).toEqual([60, 100]);
  expect((await list({ store: null })).items.map(({ issued }) => issued)).toEqual([7]);
  expect((await list({ from: "2026-11-12", to: "2026-11-12" })).items).toHaveLength(2);
  await expect(list({ cursor: "nonsense" })).rejects.toMatchObject({ code: "invalid" });
});

test("measures what members spent beside those held out, whether they came or not", async () => {
  const { program, campaignId } = await makeClub({
    ...POINT_A_EURO,
    control: { percent: 50 },
    audience: { match: "all", tests: [{ attribute: "club", test: { op: "is", value: "gold" } }] },
  });
  const shoppers = await createMembers(
    program.ctx,
    Array.from({ length: 200 }, (_, index) => ({
      name: `Member ${index}`,
      attributes: { club: index < 190 ? "gold" : "blue" },
      joinedAt: new Date("2026-01-01T00:00:00Z"),
    })),
  );
  const gold = shoppers.slice(0, 190);
  const held = gold.filter(({ memberId }) => isHeldOut(campaignId, memberId, 50));
  // Of those not held out every second one spends 100 €, the others nothing; of those held out one in four.
  const buyers = [
    ...gold.filter((member) => !held.includes(member)).filter((_, index) => index % 2 === 0),
    ...held.filter((_, index) => index % 4 === 0),
    ...shoppers.slice(190),
  ];
  await post(
    program,
    buyers.map((member, index) => purchase(member, `p${index}`, 100, "2026-11-12T10:00:00Z")),
  );
  const { control, totals } = await readCampaignReport(ctxFor(program, { role: "owner", clock }), campaignId);
  const treated = gold.length - held.length;
  expect(control).toMatchObject({ percent: 50, treatedMembers: treated, controlMembers: held.length });
  expect(control?.spending?.mean).toBeCloseTo((Math.ceil(treated / 2) * 10_000) / treated, 6);
  expect(control?.spending?.controlMean).toBeCloseTo((Math.ceil(held.length / 4) * 10_000) / held.length, 6);
  expect(control?.spending?.significant).toBe(true);
  expect(control?.visits?.mean).toBeCloseTo(Math.ceil(treated / 2) / treated, 6);
  // Neither who is held out nor who is not in the audience got anything.
  expect(totals).toMatchObject({ members: Math.ceil(treated / 2), issued: Math.ceil(treated / 2) * 100 });
});

test("needs a launch, possible days, a permission and the caller's own program", async () => {
  const { program, campaignId } = await makeClub(POINT_A_EURO);
  const other = await makeClub(POINT_A_EURO);
  const ctx = ctxFor(program, { role: "analyst", clock });
  await expect(readCampaignReport(ctx, other.campaignId)).rejects.toMatchObject({ code: "not_found" });
  await expect(
    readCampaignReport(ctx, campaignId, { from: "2026-11-13", to: "2026-11-12" }),
  ).rejects.toMatchObject({ code: "invalid" });
  await expect(
    readCampaignReport(ctxFor(program, { role: "cashier", clock }), campaignId),
  ).rejects.toMatchObject({ code: "forbidden" });
  const empty = await readCampaignReport(ctx, campaignId);
  expect(empty.totals).toEqual({
    issued: 0,
    takenBack: 0,
    benefits: 0,
    awards: 0,
    members: 0,
    costMinor: 0,
    redeemed: 0,
  });
  expect(empty.control).toBeNull();
});
