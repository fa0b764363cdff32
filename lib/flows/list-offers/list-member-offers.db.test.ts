import { beforeAll, describe, expect, it } from "vitest";
import type { CampaignDefinitionInput } from "@/lib/campaigns/schema";
import { fixedClock } from "@/lib/core/clock";
import { NotFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { acceptEvents } from "@/lib/events";
import { postSlice } from "@/lib/flows/post-events/post-slice";
import { ctxFor, makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { putInForce } from "@/lib/testing/rules";
import { readActivity } from "@/lib/wallet";
import { listMemberOffers } from ".";

/** A Friday. */
const clock = fixedClock(new Date("2026-11-20T12:00:00Z"));
const coffee = [{ field: "category" as const, op: "in" as const, values: ["Kaffee"] }];
const lifetime = { kind: "lifetime" as const };
const common = { trigger: { event: "purchase" as const }, effects: [{ kind: "fixed" as const, points: 5 }] };
const history = { kind: "history" as const, of: {}, withThis: false };

const CAMPAIGNS: CampaignDefinitionInput[] = [
  {
    ...common,
    name: "Base",
    effects: [{ kind: "per_amount", points: 1, perMinor: 100 }],
    limits: [{ per: "member", points: 5, window: "month" }],
  },
  {
    ...common,
    name: "Fifth",
    condition: { ...history, measure: "count", window: lifetime, op: "every", value: 5 },
  },
  {
    ...common,
    name: "Month",
    condition: {
      ...history,
      measure: "amountMinor",
      window: { kind: "current", period: "month" },
      op: "every",
      value: 2_000,
    },
  },
  {
    ...common,
    name: "Coffee",
    condition: {
      ...history,
      of: { filter: coffee },
      measure: "quantity",
      window: lifetime,
      op: "every",
      value: 10,
      withThis: true,
    },
  },
  {
    ...common,
    name: "Stores",
    condition: {
      ...history,
      measure: "distinct",
      what: "store",
      window: { kind: "days", days: 30 },
      op: "at_least",
      value: 3,
    },
  },
  {
    ...common,
    name: "Weeks",
    condition: { ...history, measure: "streak", unit: "week", op: "every", value: 4 },
  },
  {
    ...common,
    name: "Breakfasts",
    effects: [{ kind: "progress", challenge: "Frühstücke", by: 1, goal: 10 }],
  },
  {
    ...common,
    name: "Once",
    limits: [{ per: "member", points: 5, window: "lifetime" }],
    texts: { de: { title: "Einmalig", description: "Nur für dich." } },
  },
  { ...common, name: "Tag only", effects: [{ kind: "tag", tag: "x" }] },
];

let program: TestProgram;
let memberId: string;

beforeAll(async () => {
  program = await makeProgram({}, clock);
  await putInForce(program.programId, CAMPAIGNS);
  ({ memberId } = await makeMember(program.ctx, { externalId: "c-1" }));
  const purchase = { type: "purchase", member: { externalId: "c-1" }, currency: "EUR" };
  await acceptEvents(program.ctx, [
    {
      ...purchase,
      id: "a",
      occurredAt: "2026-11-12T08:00:00Z",
      amountMinor: 400,
      store: "Mitte",
      lines: [{ sku: "k", category: "Kaffee", quantity: 3, amountMinor: 400 }],
    },
    { ...purchase, id: "b", occurredAt: "2026-11-19T08:00:00Z", amountMinor: 300, store: "West" },
  ]);
  await postSlice({ programId: program.programId });
});

const offersIn = async (locale?: string) =>
  listMemberOffers(ctxFor(program, { memberId, clock }), memberId, locale);

describe("offers of a member", () => {
  it("say how far the member is with each, in their language", async () => {
    const told = Object.fromEntries(
      (await offersIn("de")).map(({ name, progress }) => [name, progress?.words ?? null]),
    );
    expect(told).toEqual({
      Base: "Punkte diesen Monat: 5 von 5",
      Fifth: "2 von 5 Einkäufen",
      Month: "7,00\u00a0€ von 20,00\u00a0€",
      Coffee: "3 von 10 Stück",
      Stores: "2 von 3 Filialen",
      Weeks: "2 von 4 Wochen in Folge",
      Breakfasts: "2 von 10 Schritten",
    });
  });

  it("leave out what is used up for good, and show the merchant's own words for it until then", async () => {
    const stranger = await makeMember(program.ctx);
    const offers = await listMemberOffers(program.ctx, stranger.memberId, "de");
    expect(offers.find(({ name }) => name === "Einmalig")).toMatchObject({
      description: "Nur für dich.",
      sentence: "Du bekommst 5 Punkte für einen Einkauf, höchstens 5 Punkte insgesamt.",
      progress: { kind: "limit", now: 0, goal: 5 },
    });
    expect((await offersIn("de")).map(({ name }) => name)).not.toContain("Einmalig");
  });

  it("follow the member's locale, and else the program's", async () => {
    expect((await offersIn()).find(({ name }) => name === "Fifth")?.sentence).toBe(
      "You get 5 points on every 5th purchase.",
    );
    const arabic = await makeMember(program.ctx);
    await db().member.update({
      where: { programId_memberId: { programId: program.programId, memberId: arabic.memberId } },
      data: { locale: "ar-EG" },
    });
    const [offer] = await listMemberOffers(program.ctx, arabic.memberId);
    expect(offer?.sentence).toMatch(/^تحصل على/);
  });

  it("are the member's own", async () => {
    const other = await makeMember(program.ctx);
    const asOther = ctxFor(program, { memberId: other.memberId, clock });
    await expect(listMemberOffers(asOther, memberId)).rejects.toThrow(NotFound);
    await expect(listMemberOffers(program.ctx, newId())).rejects.toThrow(NotFound);
  });
});

describe("activity of the same member", () => {
  it("is told from the definitions that decided, in the language that is asked for", async () => {
    const { items } = await readActivity(ctxFor(program, { memberId, clock }), memberId, {
      limit: 5,
      locale: "de",
    });
    expect(items[0]).toMatchObject({
      headline: { what: "3,00\u00a0€ bei West" },
      explanation: expect.arrayContaining([
        {
          title: "Base",
          points: 1,
          reason: "1 Punkt pro 1,00\u00a0€. Du hast 1 von 3 bekommen: deine Grenze für diesen Monat.",
        },
      ]),
    });
    expect(items[1]?.explanation).toContainEqual({
      title: "Base",
      points: 4,
      reason: "4,00\u00a0€: 1 Punkt pro 1,00\u00a0€.",
    });
    expect(items[0]?.notFired).toContainEqual({
      title: "Fifth",
      reason: "Du bekommst 5 Punkte bei jedem 5. Einkauf.",
    });
  });

  it("reads to the program's people as it was decided", async () => {
    const { items } = await readActivity(program.ctx, memberId, { limit: 5 });
    expect(items[0]?.explanation[0]?.reason).toContain("1 of 3 given: at most 5 points a month");
  });
});
