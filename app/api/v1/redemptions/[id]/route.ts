import { getRedemption, toRedemptionDetailResource } from "@/lib/api/contracts/redemptions";
import { route } from "@/lib/api/route";
import { readRedemption } from "@/lib/redemptions";

export const GET = route(getRedemption, async ({ ctx, params }) =>
  toRedemptionDetailResource(await readRedemption(ctx, params.id)),
);
