import { z } from "zod";
import { fromTypeId } from "@/lib/core/ids";
import type { RedemptionFilter } from "@/lib/redemptions";
import { REDEMPTION_STAGES } from "@/lib/redemptions/schema";

const one = z.string().max(512).optional().catch(undefined);

/** What the list of redemptions is narrowed to, as its address says. */
export const redemptionSearch = z.object({
  q: one,
  stage: z.enum(REDEMPTION_STAGES).optional().catch(undefined),
  reward: one,
  partner: one,
  cursor: one,
});

export function filterOf({ q, stage, reward, partner }: z.output<typeof redemptionSearch>): RedemptionFilter {
  const rewardId = reward === undefined ? null : fromTypeId("rwd", reward);
  const partnerId = partner === undefined ? null : fromTypeId("org", partner);
  return {
    text: q,
    stage,
    ...(rewardId !== null && { rewardId }),
    ...(partnerId !== null && { partnerId }),
  };
}
