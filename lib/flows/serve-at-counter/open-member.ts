import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { can } from "@/lib/auth/permissions";
import { listVouchers } from "@/lib/benefits";
import type { VoucherDto } from "@/lib/benefits/schema";
import { newId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { readMember } from "@/lib/members";
import type { MemberDto } from "@/lib/members/schema";
import { recallProgram } from "@/lib/programs";
import { listOffersFor } from "@/lib/rewards";
import type { RewardOffer } from "@/lib/rewards/schema";
import { loadSegments } from "@/lib/segments";
import { readWallet } from "@/lib/wallet";
import type { Ticket } from "./schema";

const MOST_SHOWN = 30;

/** A member as the counter sees them. Amounts are points; prices are the member's own. */
export type CounterMember = {
  memberId: string;
  name: string;
  cardNumber: string;
  status: MemberDto["status"];
  /** Name of the tier; null: none. */
  tier: string | null;
  available: number;
  pending: number;
  /** Vouchers that can be used, the newest first. */
  vouchers: VoucherDto[];
  /** What the member can have now for points alone. */
  rewards: RewardOffer[];
  /** For the next thing that is done for this member. */
  ticket: Ticket;
};

/**
 * A member at the counter, with all that can be done for them.
 * @throws Forbidden, NotFound
 */
export async function openMember(ctx: Ctx, memberId: string): Promise<CounterMember> {
  const { programId } = ctx;
  const tx = ctx.tx ?? db();
  const [member, wallet, vouchers, program, segments] = await Promise.all([
    readMember(ctx, memberId),
    readWallet(ctx, memberId),
    listVouchers(ctx, memberId, { state: "issued", limit: MOST_SHOWN }),
    recallProgram(programId, ctx.tx),
    loadSegments(tx, programId, [memberId]),
  ]);
  const { name, cardNumber, status, tier } = member;
  const named =
    tier === null
      ? null
      : await tx.tier.findUnique({
          where: { programId_code: { programId, code: tier } },
          select: { name: true },
        });
  const offers =
    can(ctx.actor, "redemptions:write") && status === "active"
      ? await listOffersFor(
          ctx,
          {
            memberId,
            tier,
            segments: segments.get(memberId) ?? [],
            available: wallet.available,
            language: program.locale,
          },
          { only: "ready", sort: "points", limit: MOST_SHOWN },
        )
      : { items: [] };
  return {
    memberId,
    name,
    cardNumber,
    status,
    tier: named?.name ?? tier,
    available: wallet.available,
    pending: wallet.pending,
    vouchers: vouchers.items,
    rewards: offers.items.filter(({ price }) => price?.amountMinor === 0),
    ticket: { id: newId(), at: ctx.clock.now().toISOString() },
  };
}
