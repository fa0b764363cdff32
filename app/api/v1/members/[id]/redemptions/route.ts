import { postRedemption, toRedemptionResource } from "@/lib/api/contracts/redemptions";
import { route } from "@/lib/api/route";
import { redeem } from "@/lib/flows/redeem";

export const POST = route(postRedemption, async ({ ctx, params, body }) =>
  toRedemptionResource(await redeem(ctx, params.id, body)),
);
