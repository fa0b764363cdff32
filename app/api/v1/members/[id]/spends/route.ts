import { postSpend, toSpendResource } from "@/lib/api/contracts/holds";
import { route } from "@/lib/api/route";
import { spendPoints } from "@/lib/wallet";

export const POST = route(postSpend, async ({ ctx, params, body }) =>
  toSpendResource(await spendPoints(ctx, params.id, body)),
);
