import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { requireSelfOr } from "@/lib/auth/permissions";
import { newId } from "@/lib/core/ids";
import type { MemberDto } from "@/lib/members";
import { providerFor } from "@/lib/payments";
import { readProgram } from "@/lib/programs";
import {
  insertPayment,
  type RedemptionDto,
  RedemptionFile,
  type RedemptionRequest,
  readPaymentOf,
  toRedemptionDto,
} from "@/lib/redemptions";
import { redemptionWish } from "@/lib/redemptions/schema";
import { type RewardRow, rewardForRedemption, takeStock } from "@/lib/rewards";
import { atDesk, requireSpender, setAside } from "@/lib/wallet";
import { write } from "@/lib/write";
import { type Handling, keep } from "./at-redemption";
import { complete } from "./complete";
import { paymentDeadline, reservedUntil } from "./deadlines";
import { placeOrder } from "./place-order";
import { RedemptionRefused } from "./refusals";
import { requireRedeemable } from "./require-redeemable";
import { snapshotOf } from "./snapshot";

/**
 * Exchanges a member's points for a reward, in one transaction with the member's lane locked. What needs nobody's work
 * and no money is fulfilled at once: the points are spent under one line, and a voucher has its code. Anything else
 * sets the points aside and takes the item out of stock until it is fulfilled, called off, or its time is up; where
 * money is due, it waits for the payment first (`startPayment`).
 * @throws Forbidden, NotFound; Conflict `member_blocked`, `member_closed`; RedemptionRefused `reward_not_published`,
 * `reward_not_yet`, `reward_over`, `reward_other_tier`, `reward_not_offered`, `price_changed`, `limit_reached`,
 * `out_of_stock`, `pool_empty`, `delivery_needed`; InsufficientPoints; PaymentsUnavailable
 */
export async function redeem(ctx: Ctx, memberId: string, request: RedemptionRequest): Promise<RedemptionDto> {
  const wish = redemptionWish.parse(request);
  requireSelfOr(ctx, memberId, "redemptions:write");
  const channel = ctx.actor.kind === "member" ? "wallet" : wish.channel;
  return write(ctx, { permission: null, request: { memberId, ...wish, channel } }, async (tx) => {
    const { programId } = ctx;
    const program = await readProgram(programId, tx);
    return atDesk(tx, ctx, { memberId }, async (desk) => {
      const member = await requireSpender(tx, ctx, memberId);
      const reward = await rewardForRedemption(tx, programId, wish.rewardId);
      const price = await requireRedeemable(tx, desk, {
        program,
        member,
        reward,
        wish: { ...wish, channel },
      });
      const redemptionId = newId();
      const file = RedemptionFile.open(
        {
          redemptionId,
          memberId,
          rewardId: reward.rewardId,
          partnerId: reward.partnerId,
          fulfilment: reward.fulfilment,
          reward: snapshotOf(reward),
          points: price.points,
          amountMinor: price.amountMinor,
          costMinor: reward.costMinor,
          holdId: null,
          spendId: null,
          voucherId: null,
          channel,
          delivery: wish.delivery ?? null,
          reference: wish.reference ?? null,
          partnerReference: null,
          closingNote: null,
          createdAt: desk.now,
          expiresAt: null,
          acceptedAt: null,
          shippedAt: null,
          fulfilledAt: null,
          closedAt: null,
        },
        desk.now,
        { channel },
      );
      const handling: Handling = { tx, ctx, desk, program, file };
      await takeOne(handling, reward);
      await begin(handling, member, isAtOnce(reward));
      await keep(handling);
      if (price.amountMinor > 0) {
        await insertPayment(tx, programId, {
          paymentId: newId(),
          redemptionId,
          provider: providerFor(program).name,
          amountMinor: price.amountMinor,
          currency: program.currency,
          createdAt: desk.now,
        });
      }
      await placeOrder(handling);
      return toRedemptionDto(ctx, file.row, await readPaymentOf(tx, programId, redemptionId));
    });
  });
}

/** Whether it is the member's without anybody doing something for it. */
export function isAtOnce({ fulfilment }: Pick<RewardRow, "fulfilment">): boolean {
  return fulfilment === "code" || fulfilment === "none";
}

async function takeOne({ tx, ctx }: Handling, { rewardId }: RewardRow): Promise<void> {
  if (await takeStock(tx, ctx.programId, rewardId)) return;
  throw new RedemptionRefused("out_of_stock", "There is none of this reward left.");
}

/** Spends the points, or sets them aside until the rest is done. */
async function begin(handling: Handling, member: MemberDto, atOnce: boolean): Promise<void> {
  const { tx, ctx, desk, file, program } = handling;
  const { row } = file;
  const isPaid = row.amountMinor === 0;
  if (isPaid && atOnce) {
    file.move("reserve", "reserved");
    await complete(handling);
    return;
  }
  const expiresAt = isPaid ? reservedUntil(row, program, desk.now) : paymentDeadline(desk.now);
  row.expiresAt = expiresAt;
  if (row.points > 0) {
    const { holdId } = await setAside(tx, ctx.programId, desk, {
      memberId: row.memberId,
      lane: member.lane,
      points: row.points,
      reason: row.reward.name,
      reference: row.reference,
      expiresAt,
      redemptionId: row.redemptionId,
    });
    row.holdId = holdId;
  }
  if (isPaid) file.move("reserve", "reserved");
}
