import { expect, test } from "vitest";
import type { Ctx } from "@/lib/auth/context";
import { useVoucher as redeemVoucher } from "@/lib/benefits";
import { isHeldOut } from "@/lib/campaigns";
import type { CampaignDefinitionInput } from "@/lib/campaigns/schema";
import { fixedClock } from "@/lib/core/clock";
import type { Page } from "@/lib/core/cursor";
import { db } from "@/lib/db";
import { acceptEvents } from "@/lib/events";
import { postSlice } from "@/lib/flows/post-events";
import { reverseEntry } from "@/lib/flows/reverse-entry";
import { createMembers, updateMember } from "@/lib/members";
import { addToSegment, createSegment } from "@/lib/segments";
import { ctxFor, makeProgram } from "@/lib/testing/fixtures";
import { putInForce } from "@/lib/testing/rules";
import { createTier } from "@/lib/tiers";
import { readWallet, spendPoints } from "@/lib/wallet";
import { costOf } from "./figures";
import {
  type AwardFigure,
  listBudgetUse,
  listCampaignAwards,
  listGroupMembers,
  listReachedMembers,
  listRedeemed,
  readCampaignReport,
  sumCampaignAwards,
} from "./index";

const clock = fixedClock(new Date("2026-11-20T12:00:00Z"));

/** Points, a voucher and a badge; returns become debts, so that every kind of movement occurs. */
const EVERYTHING: CampaignDefinitionInput = {
  name: "Everything",
  trigger: { event: "purchase" },
  effects: [
    { kind: "per_amount", points: 1, perMinor: 100 },
    { kind: "voucher", name: "Free coffee", costMinor: 90 },
    { kind: "badge", badge: "Early bird" },
  ],
  terms: { returns: "debt" },
  limits: [
    { per: "campaign", points: 10_000, window: "month" },
    { per: "campaign", times: 100, window: "lifetime" },
    { per: "campaign", costMinor: 100_000, window: "week" },
    { per: "member", points: 5_000, window: "day" },
  ],
  control: { percent: 30 },
};

async function makeHistory() {
  const program = await makeProgram({ lanes: 4 }, clock);
  const { programId } = program;
  const owner = ctxFor(program, { role: "owner", clock });
  const [campaignId = ""] = await putInForce(programId, [EVERYTHING], new Date("2026-11-10T09:00:00Z"));
  await createTier(owner, { code: "gold", name: "Gold" });
  await createSegment(owner, { code: "regulars", name: "Regulars" });
  const everybody = await createMembers(
    program.ctx,
    Array.from({ length: 24 }, (_, index) => ({
      name: `Member ${index}`,
      joinedAt: new Date("2026-11-01T00:00:00Z"),
    })),
  );
  const served = everybody.filter(({ memberId }) => !isHeldOut(campaignId, memberId, 30)).slice(0, 6);
  const [amira, jonas, mei, ida] = served;
  if (!amira || !jonas || !mei || !ida) throw new Error("too few members are served");
  await updateMember(owner, amira.memberId, { tier: "gold" });
  await addToSegment(owner, "regulars", { members: [amira.cardNumber, mei.cardNumber] });
  const post = async (events: unknown[]) => {
    expect((await acceptEvents(program.ctx, events)).rejected).toBe(0);
    while ((await postSlice({ programId, clock })) !== null);
  };
  await post(
    everybody.flatMap(({ cardNumber }, index) =>
      [0, 1, 2].map((round) => ({
        type: "purchase",
        id: `p${index}-${round}`,
        member: { cardNumber },
        occurredAt: `2026-11-1${4 + round}T23:30:00Z`,
        currency: "EUR",
        lines: [{ amountMinor: 10_000 + 700 * index, quantity: 2 }],
        ...(round > 0 && { store: round === 1 ? "Mitte" : "Kreuzberg" }),
      })),
    ),
  );
  const purchaseOf = (member: typeof amira, round: number) => `p${everybody.indexOf(member)}-${round}`;
  const voucher = await db().voucher.findFirstOrThrow({
    where: { programId, memberId: mei.memberId },
    orderBy: { voucherId: "asc" },
  });
  await redeemVoucher(owner, voucher.code);
  await spendPoints(program.ctx, amira.memberId, { points: 150, reason: "A mug" });
  await spendPoints(program.ctx, ida.memberId, { points: 60, reason: "A cup" });
  const { available: points } = await readWallet(program.ctx, jonas.memberId);
  await spendPoints(program.ctx, jonas.memberId, { points, reason: "All of it" });
  await post([
    // Of a purchase that is still there, and of points that are spent and become a debt.
    ...[amira, jonas].map((member) => ({
      type: "return",
      id: `r-${member.memberId}`,
      member: { cardNumber: member.cardNumber },
      occurredAt: "2026-11-18T10:00:00Z",
      purchaseId: purchaseOf(member, 1),
      lines: [{ line: 0, quantity: 1 }],
    })),
    // Whole, so that its benefits are withdrawn.
    {
      type: "return",
      id: "r-whole",
      member: { cardNumber: mei.cardNumber },
      occurredAt: "2026-11-18T11:00:00Z",
      purchaseId: purchaseOf(mei, 2),
    },
  ]);
  const reverse = async (where: object) => {
    const { causeId } = await db().decision.findFirstOrThrow({ where: { programId, ...where } });
    await reverseEntry(owner, causeId, { reason: "Wrong till" });
  };
  await reverse({ kind: "spend", memberId: ida.memberId });
  const wrong = await db().event.findFirstOrThrow({
    where: { programId, externalId: purchaseOf(ida, 2) },
    select: { eventId: true },
  });
  await reverse({ causeId: wrong.eventId });
  return { program, campaignId, ctx: ctxFor(program, { role: "analyst", clock }), everybody };
}

/** Every item of a list, in pages so small that there are several. */
async function all<Item>(read: (cursor: string | undefined) => Promise<Page<Item>>): Promise<Item[]> {
  const items: Item[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await read(cursor);
    items.push(...page.items);
    if (page.nextCursor === null) return items;
    cursor = page.nextCursor;
  }
}

const sum = <Item>(items: readonly Item[], of: (item: Item) => number) =>
  items.reduce((total, item) => total + of(item), 0);

type Filter = Omit<Parameters<typeof listCampaignAwards>[2], "limit" | "cursor" | "figure">;

/** What the lists behind the figures come to, each by itself. */
async function behind(ctx: Ctx, campaignId: string, filter: Filter, valuePerThousandMinor: number) {
  const list = (figure: AwardFigure) =>
    all((cursor) => listCampaignAwards(ctx, campaignId, { ...filter, figure, cursor, limit: 25 }));
  const cost = await list("cost");
  const benefits = await list("benefits");
  return {
    issued: sum(await list("issued"), ({ issued }) => issued),
    takenBack: sum(await list("takenBack"), ({ takenBack }) => takenBack),
    benefits: sum(benefits, (row) => row.benefits.length),
    awards: (await list("awards")).length,
    members: (await all((cursor) => listReachedMembers(ctx, campaignId, { ...filter, cursor, limit: 10 })))
      .length,
    costMinor:
      costOf(
        sum(cost, ({ issued, takenBack }) => issued - takenBack),
        valuePerThousandMinor,
      ) + sum(cost, ({ vouchersMinor }) => vouchersMinor),
  };
}

test("every figure of a report is the sum of the list behind it", async () => {
  const { ctx, campaignId, everybody } = await makeHistory();
  const report = await readCampaignReport(ctx, campaignId);
  const { valuePerThousandMinor } = await sumCampaignAwards(ctx, campaignId, {});
  const expectBehind = async (filter: Filter, figures: object) => {
    const { issued, takenBack, benefits, awards, members, costMinor } = {
      ...report.totals,
      ...figures,
    };
    const wanted = { issued, takenBack, benefits, awards, members, costMinor };
    expect(await behind(ctx, campaignId, filter, valuePerThousandMinor), JSON.stringify(filter)).toEqual(
      wanted,
    );
    expect(await sumCampaignAwards(ctx, campaignId, filter)).toMatchObject(wanted);
  };

  await expectBehind({}, report.totals);
  for (const row of report.days.filter(({ awards, takenBack }) => awards + takenBack > 0)) {
    await expectBehind({ from: row.day, to: row.day }, row);
  }
  expect(report.stores.map(({ store }) => store).sort()).toEqual(["Kreuzberg", "Mitte", null]);
  for (const row of report.stores) await expectBehind({ store: row.store }, row);
  for (const row of report.tiers) await expectBehind({ tier: row.tier }, row);
  for (const row of report.segments) await expectBehind({ segment: row.segment }, row);

  expect(report.benefits).toHaveLength(2);
  for (const { kind, what, given, members, withdrawn, used, costMinor } of report.benefits) {
    const filter = { benefit: { kind, what } };
    const wanted = { benefits: given, members, costMinor, issued: 0, takenBack: 0 };
    expect(await sumCampaignAwards(ctx, campaignId, filter)).toMatchObject({ ...wanted, withdrawn, used });
    expect(await behind(ctx, campaignId, filter, valuePerThousandMinor)).toMatchObject(wanted);
    for (const [figure, is] of [
      ["withdrawn", withdrawn],
      ["used", used],
    ] as const) {
      const rows = await all((cursor) =>
        listCampaignAwards(ctx, campaignId, { ...filter, figure, cursor, limit: 25 }),
      );
      expect(rows).toHaveLength(is);
    }
  }
  expect(sum(report.benefits, ({ withdrawn }) => withdrawn)).toBeGreaterThan(0);
  expect(sum(report.benefits, ({ used }) => used)).toBe(1);

  const spent: { spent: number; givenBack: number }[] = await all(async (cursor) => {
    const page = await listRedeemed(ctx, campaignId, { cursor, limit: 1 });
    expect(page.redeemed).toBe(report.totals.redeemed);
    return page;
  });
  expect(report.totals.redeemed).toBeGreaterThan(150);
  expect(sum(spent, (row) => row.spent - row.givenBack)).toBe(report.totals.redeemed);
  expect(spent.filter(({ givenBack }) => givenBack === 60)).toHaveLength(1);

  expect(report.budgets).toHaveLength(3);
  for (const { measure, window, used } of report.budgets) {
    const uses = await all((cursor) =>
      listBudgetUse(ctx, campaignId, { measure, window, cursor, limit: 20 }),
    );
    expect(used, measure).toBeGreaterThan(0);
    expect(
      sum(uses, (row) => row.used),
      measure,
    ).toBe(used);
    expect(uses.filter((row) => row.used < 0).length, measure).toBeGreaterThan(1);
    expect(
      uses.filter(({ eventId }) => eventId === null),
      measure,
    ).toHaveLength(1);
  }

  const groups = { control: report.control?.controlMembers, treated: report.control?.treatedMembers };
  for (const group of ["control", "treated"] as const) {
    const members = await all((cursor) => listGroupMembers(ctx, campaignId, { group, cursor, limit: 10 }));
    expect(members).toHaveLength(groups[group] ?? -1);
    for (const { memberId, amountMinor, purchases } of members) {
      const index = everybody.findIndex((member) => member.memberId === memberId);
      expect([amountMinor, purchases]).toEqual([3 * (10_000 + 700 * index), 3]);
      expect(isHeldOut(campaignId, memberId, 30)).toBe(group === "control");
    }
  }
});

test("nobody looks behind figures who may not see members, or without a launch, a budget or a control group", async () => {
  const program = await makeProgram({ lanes: 1 }, clock);
  const [campaignId = ""] = await putInForce(
    program.programId,
    [{ name: "Base", trigger: { event: "purchase" }, effects: [{ kind: "fixed", points: 1 }] }],
    new Date("2026-11-10T09:00:00Z"),
  );
  const codesOf = async (ctx: Ctx) => {
    const outcomes = await Promise.allSettled([
      listCampaignAwards(ctx, campaignId, { limit: 5 }),
      listReachedMembers(ctx, campaignId, { limit: 5 }),
      listRedeemed(ctx, campaignId, { limit: 5 }),
      sumCampaignAwards(ctx, campaignId, {}),
      listBudgetUse(ctx, campaignId, { measure: "points", window: "day", limit: 5 }),
      listGroupMembers(ctx, campaignId, { group: "control", limit: 5 }),
    ]);
    return outcomes.map((outcome) => (outcome.status === "rejected" ? outcome.reason.code : "fine"));
  };
  expect(await codesOf(ctxFor(program, { role: "cashier", clock }))).toEqual(Array(6).fill("forbidden"));
  const analyst = ctxFor(program, { role: "analyst", clock });
  expect(await codesOf(analyst)).toEqual([...Array(4).fill("fine"), "not_found", "not_found"]);
  for (const read of [listCampaignAwards, listReachedMembers, listRedeemed]) {
    await expect(read(analyst, campaignId, { limit: 5, cursor: "nonsense" })).rejects.toMatchObject({
      code: "invalid",
    });
  }
  const stranger = ctxFor(await makeProgram({}, clock), { role: "owner", clock });
  expect(await codesOf(stranger)).toEqual(Array(6).fill("not_found"));
});
