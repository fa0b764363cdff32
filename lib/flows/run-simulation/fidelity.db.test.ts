import { describe, expect, it } from "vitest";
import type { CampaignDefinitionInput } from "@/lib/campaigns/schema";
import { toTypeId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { reverseEntry } from "@/lib/flows/reverse-entry";
import type { SimulationDetail } from "@/lib/simulations";
import { ctxFor, makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { putInForce } from "@/lib/testing/rules";
import { shopDays } from "@/lib/testing/shop-days";
import { postAll, simulate } from "@/lib/testing/simulate";

const onPurchase = { event: "purchase" } as const;
const TIMEOUT_MS = 240_000;

/** Everything that makes what an event earns depend on what was before it. */
const RULES: CampaignDefinitionInput[] = [
  {
    name: "Base rate",
    trigger: onPurchase,
    effects: [{ kind: "per_amount", points: 1, perMinor: 100, basis: "lines" }],
  },
  {
    name: "Coffee, at most a little a day and a month",
    trigger: onPurchase,
    condition: {
      kind: "lines",
      quantifier: "any",
      filter: [{ field: "category", op: "in", values: ["Coffee"] }],
    },
    effects: [{ kind: "multiplier", factorPercent: 300 }],
    limits: [
      { per: "member", points: 40, window: "day" },
      { per: "member", points: 150, window: "month" },
      { per: "member", times: 12, window: "lifetime" },
    ],
  },
  {
    name: "Three days in a row",
    trigger: onPurchase,
    condition: { kind: "history", measure: "streak", unit: "day", op: "at_least", value: 2, withThis: true },
    effects: [{ kind: "fixed", points: 25 }],
  },
  {
    name: "A budget for all",
    trigger: onPurchase,
    effects: [{ kind: "fixed", points: 7 }],
    limits: [
      { per: "campaign", points: 600, window: "week" },
      { per: "campaign", times: 200, window: "lifetime" },
    ],
  },
  {
    name: "Every fifth purchase, not for everybody",
    trigger: onPurchase,
    condition: {
      kind: "history",
      measure: "count",
      window: { kind: "lifetime" },
      op: "every",
      value: 5,
      withThis: true,
    },
    effects: [{ kind: "fixed", points: 50 }],
    control: { percent: 30 },
  },
  {
    name: "Much in a week",
    trigger: onPurchase,
    condition: {
      kind: "history",
      measure: "amountMinor",
      window: { kind: "days", days: 7 },
      op: "at_least",
      value: 6_000,
    },
    effects: [{ kind: "steps", measure: "amountMinor", steps: [{ from: 2_000, points: 30 }] }],
    terms: { pending: { kind: "period", days: 14 }, returns: "only_pending" },
  },
  {
    name: "Visits",
    trigger: { event: "custom", name: "visit" },
    effects: [{ kind: "fixed", points: 3 }],
    limits: [{ per: "member", times: 2, window: "week" }],
  },
];

async function ledgerByMember(programId: string): Promise<Map<string, number>> {
  const sums = await db().decision.groupBy({
    by: ["memberId"],
    where: { programId },
    _sum: { points: true },
  });
  return new Map(sums.map(({ memberId, _sum }) => [toTypeId("mem", memberId), Number(_sum.points ?? 0)]));
}

/** Takes a few visits and purchases back by hand: such as nothing is returned of. */
async function reverseSome(program: TestProgram, events: ReturnType<typeof shopDays>): Promise<void> {
  const { programId } = program;
  const returned = new Set(events.map(({ purchaseId }) => purchaseId));
  const kept = events.filter(({ type, id }) => type !== "return" && !returned.has(id)).map(({ id }) => id);
  const where = { programId, externalId: { in: kept.slice(150, 160) } };
  const owner = ctxFor(program, { role: "owner" });
  for (const { eventId } of await db().event.findMany({ where })) {
    const { points } = await db().decision.findFirstOrThrow({ where: { programId, causeId: eventId } });
    if (points > 0n) await reverseEntry(owner, eventId, { reason: "A mistake" });
  }
}

function textOf({ report, error }: Pick<SimulationDetail, "report" | "error">): string {
  return JSON.stringify({ report, error }, null, 1);
}

describe("a replay of the rules as they were", () => {
  it(
    "comes to the ledger, to the point: with limits, budgets, streaks, returns and several workers",
    async () => {
      const program = await makeProgram({ lanes: 4, timeZone: "Europe/Berlin", pointsExpireAfterMonths: 12 });
      const { programId, ctx } = program;
      const campaigns = await putInForce(programId, RULES, new Date("2026-08-01T00:00:00Z"));
      const members = [];
      for (let place = 0; place < 24; place += 1)
        members.push(await makeMember(ctx, { name: `Member ${place}` }));
      const days = { from: "2026-09-01", days: 45, perDay: 60, seed: 7 };
      const events = shopDays(members, days);
      const half = events.length / 2;
      await postAll(program, events.slice(0, half));
      await reverseSome(program, events);
      await postAll(program, events.slice(half));

      const variants = [{ campaignId: toTypeId("camp", campaigns[0] ?? "") }];
      const whole = {
        variants,
        rules: "then" as const,
        // A reversal happens on the day on which somebody makes it.
        source: { kind: "history" as const, from: "2026-09-01", to: "2027-12-31" },
      };
      const { report, state, error } = await simulate(program, whole, 1);
      expect({ state, error }).toEqual({ state: "done", error: null });
      expect(report?.ledger?.differences).toEqual([]);
      expect(report?.ledger).toMatchObject({
        different: 0,
        compared: await db().decision.count({ where: { programId, kind: { not: "reversal" } } }),
      });
      const [baseline] = report?.scenarios ?? [];
      const ledger = await ledgerByMember(programId);
      expect(
        Object.fromEntries(
          baseline?.distribution.top.map(({ memberId, points }) => [memberId, points]) ?? [],
        ),
      ).toEqual(Object.fromEntries(ledger));
      const budget = baseline?.budgets.find(({ measure }) => measure === "points");
      expect(budget?.ranOutOn).not.toBeNull();
      expect(baseline?.takenBack).toBeGreaterThan(0);

      // However many threads share the work, and whatever they inherit, they come to the same report.
      const later = {
        ...whole,
        variants: [{ campaignId: toTypeId("camp", campaigns[3] ?? "") }, ...variants],
        mode: "instead" as const,
        rules: "now" as const,
        source: { kind: "history" as const, from: "2026-09-20", to: "2026-10-10" },
      };
      const inOne = await simulate(program, later, 1);
      const inTwo = await simulate(program, later, 2);
      const inThree = await simulate(program, whole, 3);
      expect(textOf(inTwo)).toBe(textOf(inOne));
      expect(textOf(inThree)).toBe(textOf({ report, error }));
    },
    TIMEOUT_MS,
  );
});
