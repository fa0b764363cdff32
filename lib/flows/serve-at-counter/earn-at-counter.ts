import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { Conflict } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { recallProgram } from "@/lib/programs";
import { receiveEvents, type Standing } from "../post-events";
import { noteAction, noteUndone } from "./action-log";
import { type Earning, earning, type Ticket } from "./schema";

/** What a purchase at the counter led to. */
export type EarnedAtCounter = {
  /** False where posting is under way: the points come by themselves. */
  isPosted: boolean;
  points: number;
  balanceAfter: number | null;
  /** In one line, what it was for. */
  reason: string | null;
  explanation: { title: string; points: number; reason: string }[];
};

/**
 * Takes a purchase in at the counter and says what it earned. Taken in once for each ticket, and for each receipt.
 * @throws Forbidden; EventRejected `id_conflict` for another purchase with the receipt's number; Conflict with why it
 * could not be posted
 */
export async function earnAtCounter(ctx: Ctx, memberId: string, input: Earning): Promise<EarnedAtCounter> {
  const { ticket, amountMinor, receipt, store } = earning.parse(input);
  const { currency } = await recallProgram(ctx.programId, ctx.tx);
  const earned = await post(ctx, {
    type: "purchase",
    id: purchaseId(ticket, receipt),
    member: { id: toTypeId("mem", memberId) },
    occurredAt: ticket.at,
    currency,
    amountMinor,
    channel: "store",
    ...(store !== undefined && { store }),
  });
  const points = earned.isPosted ? earned.points : null;
  // The time of the ticket, as the purchase and its taking back have it.
  const at = new Date(ticket.at);
  await noteAction(ctx, { actionId: ticket.id, at, kind: "earned", memberId, points, amountMinor, receipt });
  return earned;
}

/**
 * Takes a purchase back that was taken in by mistake, with all that it earned. Once for each ticket.
 * @param ticket of the purchase
 * @throws Forbidden; Conflict with why it could not be posted
 */
export async function undoEarning(
  ctx: Ctx,
  memberId: string,
  { ticket, receipt }: { ticket: Ticket; receipt?: string | undefined },
): Promise<EarnedAtCounter> {
  const id = purchaseId(ticket, receipt);
  const undone = await post(ctx, {
    type: "return",
    id: `undo-${id}`,
    purchaseId: id,
    member: { id: toTypeId("mem", memberId) },
    occurredAt: ticket.at,
  });
  await noteUndone(ctx, { actionId: ticket.id });
  return undone;
}

function purchaseId({ id }: Ticket, receipt: string | undefined): string {
  return receipt === undefined ? `counter-${id}` : `receipt-${receipt}`;
}

async function post(ctx: Ctx, event: Record<string, unknown>): Promise<EarnedAtCounter> {
  const received = await receiveEvents(ctx, event, true);
  const standing: Standing | null = received.kind === "single" ? received.standing : null;
  if (standing?.status === "dead") throw new Conflict(standing.code, standing.message);
  if (standing?.status !== "posted") {
    return { isPosted: false, points: 0, balanceAfter: null, reason: null, explanation: [] };
  }
  const { points, balanceAfter, reason, explanation } = standing;
  return { isPosted: true, points, balanceAfter, reason, explanation };
}
