import { shipRedemption as shipContract, toRedemptionResource } from "@/lib/api/contracts/redemptions";
import { route } from "@/lib/api/route";
import { shipRedemption } from "@/lib/flows/redeem";

export const POST = route(shipContract, async ({ ctx, params, body }) =>
  toRedemptionResource(await shipRedemption(ctx, params.id, body)),
);
