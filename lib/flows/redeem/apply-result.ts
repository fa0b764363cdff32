import type { Ctx } from "@/lib/auth/context";
import type { PartnerResult, RedemptionDto } from "@/lib/redemptions";
import { failRedemption } from "./fail-redemption";
import { fulfilRedemption } from "./fulfil-redemption";
import { acceptRedemption, shipRedemption } from "./report-progress";

/** Does what a partner's system says of an order. @throws what the verb for it throws */
export function applyResult(ctx: Ctx, redemptionId: string, result: PartnerResult): Promise<RedemptionDto> {
  switch (result.status) {
    case "accepted": {
      const { status: _, ...told } = result;
      return acceptRedemption(ctx, redemptionId, told);
    }
    case "shipped": {
      const { status: _, ...told } = result;
      return shipRedemption(ctx, redemptionId, told);
    }
    case "fulfilled": {
      const { status: _, ...told } = result;
      return fulfilRedemption(ctx, redemptionId, told);
    }
    case "failed":
      return failRedemption(ctx, redemptionId, { reason: result.reason });
  }
}
