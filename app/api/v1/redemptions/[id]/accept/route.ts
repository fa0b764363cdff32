import { acceptRedemption as acceptContract, toRedemptionResource } from "@/lib/api/contracts/redemptions";
import { route } from "@/lib/api/route";
import { acceptRedemption } from "@/lib/flows/redeem";

export const POST = route(acceptContract, async ({ ctx, params, body }) =>
  toRedemptionResource(await acceptRedemption(ctx, params.id, body)),
);
