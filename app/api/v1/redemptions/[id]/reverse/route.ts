import { reverseRedemption as reverseContract, toRedemptionResource } from "@/lib/api/contracts/redemptions";
import { route } from "@/lib/api/route";
import { reverseRedemption } from "@/lib/flows/redeem";

export const POST = route(reverseContract, async ({ ctx, params, body }) =>
  toRedemptionResource(await reverseRedemption(ctx, params.id, body)),
);
