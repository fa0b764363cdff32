import { expect, it } from "vitest";
import type { CampaignDefinitionInput } from "@/lib/campaigns/schema";
import { toTypeId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { reverseEntry } from "@/lib/flows/reverse-entry";
import { ctxFor, makeMember, makeProgram } from "@/lib/testing/fixtures";
import { putInForce } from "@/lib/testing/rules";
import { postAll, simulate } from "@/lib/testing/simulate";

const onPurchase = { event: "purchase" } as const;

/** What a reversal gives room in: a limit, a budget and a count of purchases. */
const RULES: CampaignDefinitionInput[] = [
  {
    name: "Base rate",
    trigger: onPurchase,
    effects: [{ kind: "per_amount", points: 1, perMinor: 100 }],
    limits: [{ per: "member", points: 100, window: "lifetime" }],
  },
  {
    name: "A budget for all",
    trigger: onPurchase,
    effects: [{ kind: "fixed", points: 40 }],
    limits: [{ per: "campaign", points: 100, window: "lifetime" }],
  },
  {
    name: "Third purchase",
    trigger: onPurchase,
    condition: { kind: "history", measure: "count", window: { kind: "lifetime" }, op: "every", value: 3 },
    effects: [{ kind: "fixed", points: 500 }],
  },
  {
    name: "Visits",
    trigger: { event: "custom", name: "visit" },
    effects: [{ kind: "fixed", points: 9 }],
    limits: [{ per: "member", times: 1, window: "lifetime" }],
  },
];

it("what was reversed by hand gives room in limits, budgets and history again, as in the ledger", async () => {
  const program = await makeProgram({ lanes: 1 });
  const { programId, ctx } = program;
  const [base = ""] = await putInForce(programId, RULES, new Date("2026-08-01T00:00:00Z"));
  const { memberId, cardNumber } = await makeMember(ctx);
  const common = { member: { cardNumber }, occurredAt: "2026-09-01T10:00:00Z" };
  const purchase = (id: string) => ({
    type: "purchase",
    id,
    currency: "EUR",
    lines: [{ amountMinor: 8_000, quantity: 2 }],
    ...common,
  });
  const visit = (id: string) => ({ type: "custom", id, name: "visit", ...common });
  await postAll(program, [purchase("p-1"), purchase("p-2"), visit("v-1"), purchase("p-3")]);
  const owner = ctxFor(program, { role: "owner" });
  const causes = await db().event.findMany({ where: { programId, externalId: { in: ["p-2", "v-1"] } } });
  expect(causes).toHaveLength(2);
  for (const { eventId } of causes) await reverseEntry(owner, eventId, { reason: "A mistake" });
  await postAll(program, [purchase("p-4"), visit("v-2"), purchase("p-5")]);

  const { report, error } = await simulate(program, {
    variants: [{ campaignId: toTypeId("camp", base) }],
    rules: "then",
    source: { kind: "history", from: "2026-08-01", to: "2027-12-31" },
  });
  expect(error).toBeNull();
  expect(report?.ledger?.differences).toEqual([]);
  expect(report?.ledger).toMatchObject({ compared: 7, different: 0 });
  // The member's wallet ends where the ledger has it.
  const account = await db().account.findFirstOrThrow({
    where: { programId, party: memberId, pointTypeNo: 1, kind: "available" },
  });
  expect(report?.scenarios[0]?.liability.outstanding).toBe(Number(account.balance));
});
