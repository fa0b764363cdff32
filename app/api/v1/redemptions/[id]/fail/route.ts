import { failRedemption as failContract, toRedemptionResource } from "@/lib/api/contracts/redemptions";
import { route } from "@/lib/api/route";
import { failRedemption } from "@/lib/flows/redeem";

export const POST = route(failContract, async ({ ctx, params, body }) =>
  toRedemptionResource(await failRedemption(ctx, params.id, body)),
);
