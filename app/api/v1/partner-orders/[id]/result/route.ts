import { postPartnerResult, toPartnerOrder } from "@/lib/api/contracts/redemptions";
import { signedRoute } from "@/lib/api/signed-route";
import { takePartnerAnswer } from "@/lib/flows/redeem";

export const POST = signedRoute(postPartnerResult, async ({ params, query, message, read }) =>
  toPartnerOrder(
    await takePartnerAnswer({ programId: query.program, redemptionId: params.id, ...message }, read),
  ),
);
