import "server-only";
import { actorRef } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/auth/context";
import { localDay, startOfDay } from "@/lib/core/calendar";
import { Conflict, NotFound } from "@/lib/core/errors";
import { db } from "@/lib/db";
import { recallProgram } from "@/lib/programs";
import { cancelRedemption, reverseRedemption } from "../redeem";
import { noteUndone } from "./action-log";
import { undoEarning } from "./earn-at-counter";
import { isUndone } from "./list-actions";
import { type ActionRow, selectActions } from "./sql";
import { giveBackAtCounter } from "./take-voucher";

const REASON = "A mistake at the counter";

/**
 * Takes back what the caller did at the counter today: a purchase with all that it earned, a redemption, or the use of
 * a voucher. What is taken back already stays so.
 * @throws Forbidden, NotFound; what the verb of each throws where it cannot be taken back any more
 */
export async function undoAction(ctx: Ctx, actionId: string): Promise<{ actionId: string }> {
  const { programId } = ctx;
  const { timeZone } = await recallProgram(programId, ctx.tx);
  const [action] = await selectActions(ctx.tx ?? db(), {
    programId,
    actor: actorRef(ctx.actor),
    since: startOfDay(localDay(ctx.clock.now(), timeZone), timeZone),
    actionId,
    limit: 1,
  });
  if (action === undefined) throw new NotFound("counter action");
  if (!isUndone(action)) await takeBack(ctx, action);
  return { actionId };
}

async function takeBack(ctx: Ctx, action: ActionRow): Promise<void> {
  const { actionId, kind, memberId, at, receipt, subjectId, redemptionState, voucherCode } = action;
  if (kind === "earned") {
    const ticket = { id: actionId, at: at.toISOString() };
    await undoEarning(ctx, memberId, { ticket, ...(receipt !== null && { receipt }) });
    return;
  }
  if (kind === "voucher_used") {
    if (voucherCode === null) throw new NotFound("voucher");
    await giveBackAtCounter(ctx, voucherCode);
    return;
  }
  if (subjectId === null) throw new NotFound("redemption");
  if (redemptionState === "reserved") await cancelRedemption(ctx, subjectId, { reason: REASON });
  else if (redemptionState === "fulfilled") await reverseRedemption(ctx, subjectId, { reason: REASON });
  else throw new Conflict("not_undoable", "This cannot be taken back here any more.");
  await noteUndone(ctx, { actionId });
}
