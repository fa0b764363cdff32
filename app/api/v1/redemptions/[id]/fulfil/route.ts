import { fulfilRedemption as fulfilContract, toRedemptionResource } from "@/lib/api/contracts/redemptions";
import { route } from "@/lib/api/route";
import { fulfilRedemption } from "@/lib/flows/redeem";

export const POST = route(fulfilContract, async ({ ctx, params, body }) =>
  toRedemptionResource(await fulfilRedemption(ctx, params.id, body)),
);
