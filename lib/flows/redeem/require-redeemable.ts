import type { z } from "zod";
import { startOfDay, windowStart } from "@/lib/core/calendar";
import type { Tx } from "@/lib/db";
import type { MemberDto } from "@/lib/members";
import type { ProgramDto } from "@/lib/programs";
import { countTaken } from "@/lib/redemptions";
import type { redemptionWish } from "@/lib/redemptions/schema";
import { examineReward, priceFor, type RewardPrice, type RewardRow } from "@/lib/rewards";
import { loadSegments } from "@/lib/segments";
import { type Desk, disposable, InsufficientPoints } from "@/lib/wallet";
import { RedemptionRefused, refusedFor } from "./refusals";

type Asked = {
  program: ProgramDto;
  member: MemberDto;
  reward: RewardRow;
  wish: z.output<typeof redemptionWish>;
};

/**
 * What the reward costs the member, who may have it now as far as can be told before anything is taken.
 * @throws RedemptionRefused, InsufficientPoints
 */
export async function requireRedeemable(
  tx: Tx,
  desk: Desk,
  { program, member, reward, wish }: Asked,
): Promise<RewardPrice> {
  const { programId } = program;
  const { memberId, tier } = member;
  const segments = (await loadSegments(tx, programId, [memberId])).get(memberId) ?? [];
  const refusal = examineReward(reward, { tier, segments }, desk.now);
  if (refusal !== null) throw refusedFor(refusal);
  const price = priceFor(reward, tier);
  if (price === null) throw refusedFor({ code: "not_offered" });
  const { points, amountMinor } = price;
  const shown = wish.priceShown;
  if (shown !== undefined && (shown.points !== points || shown.amountMinor !== amountMinor)) {
    throw new RedemptionRefused("price_changed", "This reward has another price by now.", {
      points,
      amountMinor,
    });
  }
  if (reward.kind === "physical" && wish.channel !== "counter" && wish.delivery === undefined) {
    throw new RedemptionRefused("delivery_needed", "Say where it is to be sent.");
  }
  await requireWithinLimit(tx, program, member, reward, desk.now);
  if (reward.stock === 0) throw new RedemptionRefused("out_of_stock", "There is none of this reward left.");
  const available = disposable(desk.purseOf(memberId), desk.today);
  if (available < points) throw new InsufficientPoints(points, available);
  return price;
}

async function requireWithinLimit(
  tx: Tx,
  { programId, timeZone }: ProgramDto,
  { memberId }: MemberDto,
  { rewardId, perMember }: RewardRow,
  now: Date,
): Promise<void> {
  if (perMember === null) return;
  const { count, per } = perMember;
  const since = per === "lifetime" ? null : startOfDay(windowStart(now, timeZone, per), timeZone);
  const taken = await countTaken(tx, programId, { memberId, rewardId, since });
  if (taken < count) return;
  const often = count === 1 ? "once" : `${count.toLocaleString("en")} times`;
  const within = per === "lifetime" ? "" : ` a ${per}`;
  throw new RedemptionRefused("limit_reached", `This reward can be had ${often}${within}.`, { count, per });
}
