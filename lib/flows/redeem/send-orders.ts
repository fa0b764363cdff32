import { type Ctx, systemCtx } from "@/lib/auth/context";
import { env } from "@/lib/config/env";
import { log } from "@/lib/config/log";
import { publicAddress } from "@/lib/config/public-address";
import type { Clock } from "@/lib/core/clock";
import { AppError } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import { db, withTx } from "@/lib/db";
import {
  noteOrderAttempt,
  type Recipient,
  type RedemptionRow,
  readRecipient,
  readRedemptionRow,
  type TakenOrder,
  takeDueOrders,
} from "@/lib/redemptions";
import { isOver, partnerResult } from "@/lib/redemptions/schema";
import { outcomeOf, sendCall, signedHeaders } from "@/lib/webhooks";
import { applyResult } from "./apply-result";
import { atRedemption } from "./at-redemption";

const ORDERS_AT_ONCE = 20;
const LEASE_MS = 60_000;
/** What a partner answers with is a few words. */
const MAX_ANSWER_BYTES = 16_384;

/**
 * Tells partners' systems of orders, and of their end, several at once: signed as Standard Webhooks has it with the
 * partner's own secret, at least once, twelve attempts in 24 hours. What the partner says of it in its answer counts
 * as if it had been sent later.
 * @returns how many were told, whatever came of it
 */
export async function sendOrders(clock: Clock, allowPrivate = env().WEBHOOKS_ALLOW_PRIVATE): Promise<number> {
  const now = clock.now();
  const orders = await takeDueOrders(db(), now, new Date(now.getTime() + LEASE_MS), ORDERS_AT_ONCE);
  await Promise.all(orders.map((order) => send(order, clock, allowPrivate)));
  return orders.length;
}

async function send(order: TakenOrder, clock: Clock, allowPrivate: boolean): Promise<void> {
  const { programId, redemptionId } = order;
  const row = await readRedemptionRow(db(), programId, redemptionId);
  const partner =
    row.partnerId === null
      ? null
      : await db().rewardPartner.findUnique({
          where: { programId_partnerId: { programId, partnerId: row.partnerId } },
        });
  const url = partner?.orderUrl ?? null;
  const secret = partner?.secret ?? null;
  if (url === null || secret === null) {
    const error = "The partner has no address to call any more.";
    await noteOrderAttempt(db(), order, { state: "failed", status: null, error, nextAttemptAt: null });
    return;
  }
  const type = isOver(row.state) ? "order.cancelled" : "order.placed";
  const ctx = systemCtx(programId, "partner", clock);
  const data = orderOf(programId, row, await readRecipient(ctx, row));
  const body = JSON.stringify({ type, timestamp: clock.now().toISOString(), data });
  const id = `${toTypeId("red", redemptionId)}.${type.slice("order.".length)}`;
  const headers = signedHeaders({ id, at: clock.now(), body }, [secret]);
  const { answer, ...outcome } = await sendCall({
    url,
    headers,
    body,
    allowPrivate,
    maxAnswerBytes: MAX_ANSWER_BYTES,
  });
  const { state, status, error, nextAttemptAt } = outcomeOf(order, outcome, clock.now());
  const isNoted = await noteOrderAttempt(db(), order, { state, status, error, nextAttemptAt });
  if (!isNoted || state !== "delivered" || type !== "order.placed") return;
  await noteSent(ctx, redemptionId);
  await applyAnswer(ctx, redemptionId, answer ?? "");
}

/** What the partner is told: what it has to bring where, and nothing else of the member. */
function orderOf(programId: string, row: RedemptionRow, recipient: Recipient | null) {
  const id = toTypeId("red", row.redemptionId);
  const program = toTypeId("prog", programId);
  const path = `/api/v1/partner-orders/${id}/result?program=${program}`;
  return {
    id,
    program,
    reward: { id: toTypeId("rwd", row.rewardId), name: row.reward.name, kind: row.reward.kind },
    quantity: 1,
    delivery: row.delivery,
    recipient,
    costMinor: row.costMinor,
    reference: row.reference,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    resultUrl: `${publicAddress()}${path}`,
  };
}

function noteSent(ctx: Ctx, redemptionId: string): Promise<void> {
  return withTx(ctx, (tx) =>
    atRedemption(tx, ctx, redemptionId, async ({ file }) => {
      if (!isOver(file.row.state)) file.note("sent_to_partner");
    }),
  );
}

/** An answer that says nothing of the order, or nothing that can be, leaves it to be told later. */
async function applyAnswer(ctx: Ctx, redemptionId: string, answer: string): Promise<void> {
  let said: unknown;
  try {
    said = JSON.parse(answer);
  } catch {
    return;
  }
  const result = partnerResult.safeParse(said);
  if (!result.success) return;
  try {
    await applyResult(ctx, redemptionId, result.data);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    log().warn({ code: error.code }, "a partner’s answer to an order could not be acted on");
  }
}
