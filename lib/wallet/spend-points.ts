import "server-only";
import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { newId, toTypeId } from "@/lib/core/ids";
import { write } from "@/lib/write";
import { atDesk } from "./desk";
import { drawnByDay } from "./hold-dto";
import { type NewSpend, newSpend, type SpendDto } from "./hold-schema";
import { disposable, type Movement, planDraw } from "./posting";
import { requireSpender } from "./require-spender";
import { InsufficientPoints } from "./spend-errors";

/**
 * Spends points of a member at once, without a hold: soonest expiry first, then the oldest.
 * @throws Forbidden, NotFound; InsufficientPoints; Conflict `member_blocked`, `member_closed`
 */
export async function spendPoints(ctx: Ctx, memberId: string, input: NewSpend): Promise<SpendDto> {
  const { points, reason, reference } = newSpend.parse(input);
  const request = { memberId, ...input };
  return write(ctx, { permission: "points:spend", request }, async (tx) => {
    const { lane } = await requireSpender(tx, ctx, memberId);
    return atDesk(tx, ctx, { memberId, lane }, async (desk) => {
      const purse = desk.purseOf(memberId);
      const slices = planDraw(purse, points, desk.today);
      if (slices === null) throw new InsufficientPoints(points, disposable(purse, desk.today));
      const lots = drawnByDay(purse, slices);
      const causeId = newId();
      const movements = slices.map(
        ({ lot, amount }): Movement => ({ kind: "spend", campaignId: null, amount, lot, reserved: false }),
      );
      desk.enter({
        causeId,
        memberId,
        subject: { type: "spend", reason, ...(reference !== undefined && { reference }) },
        movements,
      });
      await recordAudit(tx, ctx, {
        action: "points.spent",
        target: toTypeId("mem", memberId),
        detail: { points, activity: toTypeId("act", causeId) },
      });
      return {
        causeId,
        memberId,
        points,
        available: disposable(purse, desk.today),
        reason,
        reference: reference ?? null,
        spentAt: desk.now.toISOString(),
        lots,
      };
    });
  });
}
