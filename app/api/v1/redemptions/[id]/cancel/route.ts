import { cancelRedemption as cancelContract, toRedemptionResource } from "@/lib/api/contracts/redemptions";
import { route } from "@/lib/api/route";
import { cancelRedemption } from "@/lib/flows/redeem";

export const POST = route(cancelContract, async ({ ctx, params, body }) =>
  toRedemptionResource(await cancelRedemption(ctx, params.id, body)),
);
