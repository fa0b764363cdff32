import { createCampaign, launchCampaign } from "@/lib/campaigns";
import type { CampaignDefinitionInput } from "@/lib/campaigns/schema";
import type { Clock } from "@/lib/core/clock";
import { db } from "@/lib/db";
import { acceptEvents } from "@/lib/events";
import { postSlice } from "@/lib/flows/post-events";
import type { TestProgram } from "@/lib/testing/fixtures";
import { verifyProgram } from "@/lib/verifications";

/** Helpers of the tests of history: a café, what happens there, and what is kept of it. */

export type Guest = { memberId: string; cardNumber: string };
type Line = { category?: string; amountMinor: number; quantity?: number };

export function purchase(guest: Guest, id: string, at: string, lines: Line[], store?: string) {
  return {
    type: "purchase",
    id,
    member: { cardNumber: guest.cardNumber },
    occurredAt: at,
    currency: "EUR",
    lines,
    ...(store && { store }),
  };
}

export function coffee(guest: Guest, id: string, at: string, amountMinor = 300) {
  return purchase(guest, id, at, [{ category: "Coffee", amountMinor }]);
}

export function returnOf(
  guest: Guest,
  id: string,
  purchaseId: string,
  at: string,
  lines?: { line: number; quantity: number }[],
) {
  const { cardNumber } = guest;
  return {
    type: "return",
    id,
    member: { cardNumber },
    occurredAt: at,
    purchaseId,
    ...(lines && { lines }),
  };
}

export function custom(guest: Guest, id: string, at: string, name: string) {
  return { type: "custom", id, name, member: { cardNumber: guest.cardNumber }, occurredAt: at };
}

/** Coffee bought in the last 30 days before the event. */
export const COFFEES = {
  kind: "history",
  of: { filter: [{ field: "category", op: "in", values: ["Coffee"] }] },
  measure: "count",
  window: { kind: "days", days: 30 },
  op: "at_least",
  value: 2,
} as const;

/** Takes events in and posts them. */
export async function post(program: TestProgram, clock: Clock, events: object[], limit?: number) {
  await acceptEvents(program.ctx, events);
  await drain(program, clock, limit);
}

export async function drain({ programId }: TestProgram, clock: Clock, limit = 1_000): Promise<void> {
  while ((await postSlice({ programId, clock, limit })) !== null);
}

/** Makes a campaign and launches it through the verbs of the portal. */
export async function launch({ ctx }: TestProgram, definition: CampaignDefinitionInput): Promise<string> {
  const { campaignId } = await createCampaign(ctx, { definition });
  await launchCampaign(ctx, campaignId);
  return campaignId;
}

/** What is kept of members, without ids. */
export async function keptOf({ programId }: TestProgram, { memberId }: Guest) {
  const rows = await db().history.findMany({
    where: { programId, memberId },
    orderBy: [{ counterNo: "asc" }, { day: "asc" }, { value: "asc" }],
  });
  return rows
    .filter(({ events, amountMinor, quantityMilli }) => events > 0 || amountMinor > 0n || quantityMilli > 0n)
    .map(({ counterNo, day, value, events, amountMinor, quantityMilli }) =>
      [
        counterNo,
        day.toISOString().slice(0, 10),
        ...(value === "" ? [] : [value]),
        events,
        Number(amountMinor),
        Number(quantityMilli),
      ].join(" "),
    );
}

/** What does not hold about the program's ledger and history. */
export async function breaksOf({ ctx }: TestProgram) {
  return (await verifyProgram(ctx)).findings;
}
