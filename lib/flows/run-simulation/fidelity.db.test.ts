import { describe, expect, it } from "vitest";
import type { CampaignDefinitionInput } from "@/lib/campaigns/schema";
import { toTypeId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { makeMember, makeProgram } from "@/lib/testing/fixtures";
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
      await postAll(program, shopDays(members, days));

      const { report, state, error } = await simulate(program, {
        variants: [{ campaignId: toTypeId("camp", campaigns[0] ?? "") }],
        rules: "then",
        source: { kind: "history", from: "2026-09-01", to: "2026-10-31" },
      });
      expect({ state, error }).toEqual({ state: "done", error: null });
      expect(report?.ledger?.differences).toEqual([]);
      expect(report?.ledger).toMatchObject({
        different: 0,
        compared: await db().decision.count({ where: { programId } }),
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
    },
    TIMEOUT_MS,
  );
});
