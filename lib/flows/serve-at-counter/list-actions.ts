import "server-only";
import { actorRef } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/auth/context";
import { can, requirePermission } from "@/lib/auth/permissions";
import { UNDO_MINUTES } from "@/lib/benefits";
import { localDay, startOfDay } from "@/lib/core/calendar";
import { db } from "@/lib/db";
import { recallProgram } from "@/lib/programs";
import type { RedemptionState } from "@/lib/redemptions/schema";
import type { CounterActionDto } from "./schema";
import { type ActionRow, selectActions } from "./sql";

/** As many as one person does in a long day. */
const MOST_LISTED = 300;

/**
 * What the caller has done at the counter today, in the program's time zone; the newest first.
 * @throws Forbidden
 */
export async function listActions(ctx: Ctx): Promise<CounterActionDto[]> {
  requirePermission(ctx, "vouchers:use");
  const { programId } = ctx;
  const now = ctx.clock.now();
  const { timeZone } = await recallProgram(programId, ctx.tx);
  const rows = await selectActions(ctx.tx ?? db(), {
    programId,
    actor: actorRef(ctx.actor),
    since: startOfDay(localDay(now, timeZone), timeZone),
    limit: MOST_LISTED,
  });
  return rows.map((row) => ({
    actionId: row.actionId,
    kind: row.kind,
    at: row.at.toISOString(),
    memberId: row.memberId,
    memberName: row.memberName ?? "",
    name: row.name,
    points: row.points === null ? null : Number(row.points),
    amountMinor: row.amountMinor === null ? null : Number(row.amountMinor),
    isUndone: isUndone(row),
    canUndo: !isUndone(row) && canUndo(ctx, row, now),
  }));
}

const TAKEN_BACK: readonly RedemptionState[] = ["cancelled", "failed", "reversed"];

/** Here, or by somebody else meanwhile. */
export function isUndone({ undoneAt, redemptionState }: ActionRow): boolean {
  return undoneAt !== null || (redemptionState !== null && TAKEN_BACK.includes(redemptionState));
}

function canUndo(ctx: Ctx, { kind, at, redemptionState, voucherState }: ActionRow, now: Date): boolean {
  switch (kind) {
    case "earned":
      return can(ctx.actor, "events:write");
    case "redeemed":
      if (redemptionState === "fulfilled") {
        return voucherState !== "used" && can(ctx.actor, "redemptions:reverse");
      }
      return redemptionState === "reserved" && can(ctx.actor, "redemptions:write");
    case "voucher_used":
      return voucherState === "used" && now.getTime() - at.getTime() < UNDO_MINUTES * 60_000;
  }
}
