import { listRedemptions as listContract, toRedemptionPage } from "@/lib/api/contracts/redemptions";
import { route } from "@/lib/api/route";
import { listRedemptions } from "@/lib/redemptions";

export const GET = route(listContract, async ({ ctx, query }) =>
  toRedemptionPage(await listRedemptions(ctx, query)),
);
