import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { listVouchersById } from "@/lib/benefits";
import type { VoucherDto } from "@/lib/benefits/schema";
import type { RedemptionDto } from "@/lib/redemptions/schema";
import { fulfilRedemption, redeem } from "../redeem";
import { noteAction } from "./action-log";
import type { Ticket } from "./schema";

/**
 * Redeems a reward for a member who stands at the counter. What the program hands over itself is handed over at once;
 * a voucher comes with its code.
 * @param priceShown what the cashier and the member saw: at another price nothing happens
 * @throws what `redeem` throws
 */
export async function redeemAtCounter(
  ctx: Ctx,
  memberId: string,
  { rewardId, points, ticket }: { rewardId: string; points: number; ticket: Ticket },
): Promise<{ redemption: RedemptionDto; voucher: VoucherDto | null }> {
  const once = (step: string): Ctx => ({
    ...ctx,
    idempotencyKey: `${ticket.id}-${step}`,
    operation: `counter.${step}`,
  });
  let redemption = await redeem(once("redeem"), memberId, {
    rewardId,
    channel: "counter",
    priceShown: { points, amountMinor: 0 },
  });
  await noteAction(ctx, {
    actionId: ticket.id,
    at: new Date(ticket.at),
    kind: "redeemed",
    memberId,
    name: redemption.reward.name,
    points: redemption.points,
    subjectId: redemption.redemptionId,
  });
  const isHandedOver =
    redemption.state === "reserved" && redemption.partnerId === null && redemption.reward.kind === "physical";
  if (isHandedOver) {
    redemption = await fulfilRedemption(once("hand_over"), redemption.redemptionId);
  }
  const [voucher] = redemption.voucherId === null ? [] : await listVouchersById(ctx, [redemption.voucherId]);
  return { redemption, voucher: voucher ?? null };
}
