import { movePayment, readPaymentOf } from "@/lib/redemptions";
import { giveStockBack } from "@/lib/rewards";
import { releaseForRedemption } from "@/lib/wallet";
import type { Handling } from "./at-redemption";
import { recallOrder } from "./place-order";

/** Gives everything back that is set aside for a redemption under way: points, stock, money, and the partner's work. */
export async function endUnderWay(
  handling: Handling,
  { timedOut = false }: { timedOut?: boolean } = {},
): Promise<void> {
  const { tx, ctx, desk, file } = handling;
  const { holdId, rewardId, reward } = file.row;
  if (holdId !== null) await releaseForRedemption(tx, ctx.programId, desk, holdId, { timedOut });
  if (reward.isCounted) await giveStockBack(tx, ctx.programId, rewardId);
  await giveMoneyBack(handling);
  await recallOrder(handling);
}

/** What is paid goes back; what is still to be paid is not wanted any more. */
export async function giveMoneyBack({ tx, ctx, desk, file }: Handling): Promise<void> {
  const payment = await readPaymentOf(tx, ctx.programId, file.row.redemptionId);
  if (payment === null) return;
  const command = payment.state === "paid" ? "giveBack" : "cancel";
  const state = await movePayment(tx, ctx.programId, payment, command, desk.now);
  if (state === "refund_due") file.note("refund_due", { amountMinor: payment.amountMinor });
}
